using System.Text.Json;
using HomeDash.Procedures;
using HomeDash.Storage;
using HomeDash.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace HomeDash.Tests;

public sealed class BoardItemOnSqlite() : BoardItemTests(Dialect.Sqlite);

public sealed class BoardItemOnPostgreSql() : BoardItemTests(Dialect.PostgreSql);

/// <summary>What is on boards, called the way every surface calls it.</summary>
public abstract class BoardItemTests(Dialect dialect) : HouseTests(dialect, services => services.AddSingleton<IIntegrationKind, ToyKind>())
{
    [Fact]
    public async Task Widgets_go_to_the_first_free_place_on_both_layouts()
    {
        await House.CallAsync(Caller.House, "board.create", """{"name":"Media"}""");
        foreach (var kind in new[] { "downloads", "dnsHole", "clock" })
        {
            await AddAsync($$"""{"board":"Media","kind":"{{kind}}"}""");
        }

        // 12 columns: 6 + 4 + 2 in one row; on a phone one below the other.
        Assert.Equal(["downloads 0,0 6x4", "dnsHole 6,0 4x3", "clock 10,0 2x1"], await PlacesAsync("wide"));
        Assert.Equal(["downloads 0,0 4x4", "dnsHole 0,4 4x3", "clock 0,7 2x1"], await PlacesAsync("narrow"));
    }

    [Fact]
    public async Task What_is_in_the_way_of_a_moved_widget_goes_down()
    {
        await House.CallAsync(Caller.House, "board.create", """{"name":"Media"}""");
        var first = await AddAsync("""{"board":"Media","kind":"clock"}""");
        var second = await AddAsync("""{"board":"Media","kind":"dnsHole"}""");

        var moved = await House.CallAsync(Caller.House, "board.arrange", $$$"""{"board":"Media","items":[{"item":"{{{second}}}","wide":{"x":0,"y":0,"width":6,"height":2}}]}""");
        Assert.Equal([second, first], moved.GetProperty("items").EnumerateArray().Select(item => Text(item, "id")));

        Assert.Equal(["dnsHole 0,0 6x2", "clock 0,2 2x1"], await PlacesAsync("wide"));
        var error = await House.FailAsync(Caller.House, "board.arrange",
            $$$"""{"board":"Media","items":[{"item":"{{{first}}}","wide":{"x":0,"y":0,"width":2,"height":2}},{"item":"{{{second}}}","wide":{"x":1,"y":1,"width":2,"height":2}}]}""");
        Assert.Contains("the same cells", error.Message, StringComparison.Ordinal);
        error = await House.FailAsync(Caller.House, "board.arrange", $$$"""{"board":"Media","items":[{"item":"{{{first}}}","wide":{"x":11,"y":0,"width":2,"height":1}}]}""");
        Assert.Contains("items[0].wide: Column 11 and a width of 2 reach beyond the 12 columns", error.Message, StringComparison.Ordinal);
        Assert.Equal(["dnsHole 0,0 6x2", "clock 0,2 2x1"], await PlacesAsync("wide"));
    }

    [Fact]
    public async Task With_fewer_columns_everything_still_fits()
    {
        await House.CallAsync(Caller.House, "board.create", """{"name":"Media"}""");
        await AddAsync("""{"board":"Media","kind":"downloads"}""");
        await AddAsync("""{"board":"Media","kind":"dnsHole"}""");

        await House.CallAsync(Caller.House, "board.update", """{"board":"Media","wideColumns":5}""");

        Assert.Equal(["downloads 0,0 5x4", "dnsHole 1,4 4x3"], await PlacesAsync("wide"));
    }

    [Fact]
    public async Task Options_are_what_the_kind_takes()
    {
        await House.CallAsync(Caller.House, "board.create", """{"name":"Media"}""");

        var missing = await House.FailAsync(Caller.House, "board.addItem", """{"board":"Media","kind":"note"}""");
        Assert.Equal("options.text", Assert.Single(missing.Problems!).Path);
        var unknown = await House.FailAsync(Caller.House, "board.addItem", """{"board":"Media","kind":"clock","options":{"second":true,"seconds":"yes"}}""");
        Assert.Equal(["options.second", "options.seconds"], unknown.Problems!.Select(problem => problem.Path));
        Assert.Contains("'timeZone', 'seconds'", unknown.Problems![0].Message, StringComparison.Ordinal);
        var kind = await House.FailAsync(Caller.House, "board.addItem", """{"board":"Media","kind":"download"}""");
        Assert.Equal("There is no kind of widget 'download'. Did you mean 'downloads'?", kind.Message);
    }

    [Fact]
    public async Task A_widget_is_set_anew_and_emptied()
    {
        await House.CallAsync(Caller.House, "board.create", """{"name":"Media"}""");
        var item = await AddAsync("""{"board":"Media","kind":"note","title":"Old","options":{"text":"Hello"}}""");

        await House.CallAsync(Caller.House, "board.updateItem", $$"""{"board":"Media","item":"{{item}}","options":{"text":"Bye"},"clear":["title"]}""");

        var now = (await ItemsAsync()).Single();
        Assert.Equal((null, "Bye"), (Text(now, "title"), Text(now.GetProperty("options"), "text")));
        Assert.Equal("options.text", Assert.Single((await House.FailAsync(Caller.House, "board.updateItem", $$"""{"board":"Media","item":"{{item}}","clear":["options"]}""")).Problems!).Path);
        await House.CallAsync(Caller.House, "board.removeItem", $$"""{"board":"Media","item":"{{item}}"}""");
        Assert.Empty(await ItemsAsync());
        Assert.Equal(ErrorReason.TargetNotFound, (await House.FailAsync(Caller.House, "board.removeItem", $$"""{"board":"Media","item":"{{item}}"}""")).Reason);
    }

    [Fact]
    public async Task Sections_are_added_named_moved_and_removed_with_what_is_in_them()
    {
        await House.CallAsync(Caller.House, "board.create", """{"name":"Media"}""");
        var first = Text((await GetAsync()).GetProperty("sections")[0], "id");
        await House.CallAsync(Caller.House, "board.addSection", """{"board":"Media","title":"Lights"}""");
        var films = Text(await House.CallAsync(Caller.House, "board.addSection", """{"board":"Media","title":"Films"}"""), "section");
        var item = await AddAsync($$"""{"board":"Media","kind":"clock","section":"{{films}}"}""");

        await House.CallAsync(Caller.House, "board.updateSection", $$"""{"board":"Media","section":"{{films}}","position":0,"title":"Cinema"}""");
        var board = await GetAsync();
        Assert.Equal(["Cinema", null, "Lights"], board.GetProperty("sections").EnumerateArray().Select(section => Text(section, "title")));
        await House.CallAsync(Caller.House, "board.arrange", $$"""{"board":"Media","items":[{"item":"{{item}}","section":"{{first}}"}]}""");
        board = await GetAsync();
        Assert.Equal([0, 1, 0], board.GetProperty("sections").EnumerateArray().Select(section => section.GetProperty("items").GetArrayLength()));
        await House.CallAsync(Caller.House, "board.removeSection", $$"""{"board":"Media","section":"{{first}}"}""");
        board = await GetAsync();
        Assert.Equal(["Cinema", "Lights"], board.GetProperty("sections").EnumerateArray().Select(section => Text(section, "title")));
        Assert.Empty(await ItemsAsync());
    }

    [Fact]
    public async Task An_integration_on_a_board_is_named_only_to_those_who_may_use_it_and_stays_when_they_change_the_widget()
    {
        await House.AddUserAsync("ada");
        await House.CallAsync(Caller.House, "integration.create", """{"kind":"toy","name":"Bear","url":"toy://well"}""");
        await House.CallAsync(Caller.House, "board.create", """{"name":"Media"}""");
        var item = await AddAsync("""{"board":"Media","kind":"integrations","integrations":["Bear"]}""");
        await House.CallAsync(Caller.House, "board.setAccess", """{"board":"Media","access":"interact","user":"ada"}""");

        var seen = (await ItemsAsync(await House.CallerAsync("ada"))).Single();
        Assert.Equal((0, 1), (seen.GetProperty("integrations").GetArrayLength(), seen.GetProperty("hiddenIntegrations").GetInt32()));
        Assert.DoesNotContain("Bear", seen.GetRawText(), StringComparison.Ordinal);

        await House.CallAsync(await House.CallerAsync("ada"), "board.updateItem", $$"""{"board":"Media","item":"{{item}}","title":"Toys","integrations":[]}""");

        Assert.Equal("Bear", Text((await ItemsAsync()).Single().GetProperty("integrations")[0], "name"));
        Assert.Equal(ErrorReason.TargetNotFound, (await House.FailAsync(await House.CallerAsync("ada"), "board.updateItem", $$"""{"board":"Media","item":"{{item}}","integrations":["Bear"]}""")).Reason);
    }

    [Fact]
    public async Task The_kinds_of_widgets_say_how_they_are_set_and_what_is_missing()
    {
        var kinds = (await House.CallAsync(Caller.House, "board.widgets")).GetProperty("items").EnumerateArray().ToDictionary(kind => Text(kind, "kind")!);

        Assert.Equal("text", Text(kinds["note"].GetProperty("options")[0], "name"));
        Assert.Contains("Add one on the page Integrations", Text(kinds["downloads"], "missing"), StringComparison.Ordinal);
        Assert.Null(Text(kinds["clock"], "missing"));
    }

    private async Task<string> AddAsync(string input) => Text((await House.CallAsync(Caller.House, "board.addItem", input)).GetProperty("items")[0], "id")!;

    private Task<JsonElement> GetAsync() => House.CallAsync(Caller.House, "board.get", """{"board":"Media"}""");

    private async Task<List<JsonElement>> ItemsAsync(Caller? caller = null) =>
        [.. (await House.CallAsync(caller ?? Caller.House, "board.get", """{"board":"Media"}""")).GetProperty("sections").EnumerateArray().SelectMany(section => section.GetProperty("items").EnumerateArray())];

    private async Task<string[]> PlacesAsync(string layout) =>
        [.. (await ItemsAsync()).Select(item => (Kind: Text(item, "kind"), At: item.GetProperty(layout))).Select(item => $"{item.Kind} {item.At.GetProperty("x")},{item.At.GetProperty("y")} {item.At.GetProperty("width")}x{item.At.GetProperty("height")}")];
}
