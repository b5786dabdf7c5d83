using Bunit;
using HomeDash.Components.Api;
using HomeDash.Components.Api.TryIt;
using HomeDash.Procedures;
using Microsoft.Extensions.DependencyInjection;

namespace HomeDash.Components.Tests.Api.TryIt;

/// <summary>Calling a procedure from the table of tools, as the person who looks at it.</summary>
public sealed class TryItTests : HouseContext
{
    private readonly OddSource odd = new();

    private protected override void Configure(IServiceCollection services) => services.AddSingleton<IProcedureSource>(odd);

    [Fact]
    public async Task A_tool_is_tried_from_its_row()
    {
        var row = Render<ToolRow>(with => with.Add(shown => shown.Tool, Tool("app.list")));
        row.Find(".tool").TriggerEvent("ontoggle", EventArgs.Empty);

        await PressAsync(row, "Try it");

        Assert.Contains("limit", row.Find(".try form").TextContent);
    }

    [Fact]
    public async Task A_call_shows_its_result_and_how_long_it_took()
    {
        var form = Try("app.create");
        Type(form, "name", "Plex");

        await PressAsync(form, "Call");

        form.WaitForAssertion(() => Assert.Matches(@"Done in [\d.]+ m?s", form.Find(".notice.good").TextContent), Patience);
        Assert.Contains("\"name\": \"Plex\"", form.Find(".outcome pre").TextContent);
        Assert.Equal(["Plex"], (await Caller.App.ListAsync(cancellationToken: Cancellation)).Items.Select(app => app.Name));
    }

    [Fact]
    public async Task A_dry_run_shows_the_change_and_makes_none()
    {
        var app = await Caller.App.CreateAsync("Plex", href: "http://old:1", cancellationToken: Cancellation);
        var form = Try("app.update");
        Type(form, "app", "Plex");
        Type(form, "href", "http://new:2");

        await PressAsync(form, "Dry run");

        form.WaitForAssertion(() => Assert.Contains("nothing was changed", form.Markup), Patience);
        var change = form.FindAll(".change tbody tr").Single(row => row.QuerySelector("th")!.TextContent == "href");
        Assert.Equal(["http://old:1", "http://new:2"], change.QuerySelectorAll("td").Select(cell => cell.TextContent));
        Assert.Equal("http://old:1", (await Caller.App.GetAsync(new(app.Id), Cancellation)).Href);
    }

    [Fact]
    public async Task A_dry_run_on_a_service_lists_its_steps()
    {
        Engine.Add("plex");
        var form = Try("docker.restart");
        form.Find("fieldset input").Input("plex");

        await PressAsync(form, "Dry run");

        form.WaitForAssertion(() => Assert.Contains("plex", Assert.Single(form.FindAll(".outcome li")).TextContent), Patience);
        Assert.Empty(Engine.Asked);
    }

    [Fact]
    public async Task What_is_wrong_is_said_at_its_field()
    {
        var form = Try("app.create");
        Type(form, "href", "nonsense");

        await PressAsync(form, "Call");

        form.WaitForAssertion(() => Assert.Equal("Is required.", Problem(form, "name")), Patience);
        Assert.Contains("marked", form.Find(".notice.bad").TextContent);
    }

    [Fact]
    public async Task A_problem_deep_in_the_input_finds_its_field_although_empty_items_are_left_out()
    {
        var form = Try("odd.mix");
        await PressAsync(form, "Add an item");
        await PressAsync(form, "Add an item");
        var sizes = form.FindAll("fieldset .item input");
        sizes[1].Input("7");

        await PressAsync(form, "Call");

        form.WaitForAssertion(() => Assert.Equal("Is odd.", form.FindAll("fieldset .item")[1].QuerySelector(".problem")?.TextContent), Patience);
    }

    [Fact]
    public async Task Destroying_asks_first_and_says_what()
    {
        await Caller.App.CreateAsync("Plex", cancellationToken: Cancellation);
        var dialogs = Dialogs();
        var form = Try("app.delete");
        Type(form, "app", "Plex");

        var pressed = PressAsync(form, "Call");
        dialogs.WaitForAssertion(() => Assert.Contains("app: \"Plex\"", dialogs.Markup), Patience);
        Assert.Single((await Caller.App.ListAsync(cancellationToken: Cancellation)).Items);
        await PressAsync(dialogs, "Call it");
        await pressed;

        form.WaitForAssertion(() => Assert.Contains("Done in", form.Markup), Patience);
        Assert.Empty((await Caller.App.ListAsync(cancellationToken: Cancellation)).Items);
    }

    [Fact]
    public async Task A_person_may_no_more_than_anywhere_else()
    {
        var form = Try("app.create");
        Type(form, "name", "Plex");
        Allow("app.view");

        await PressAsync(form, "Call");

        form.WaitForAssertion(() => Assert.Contains("not_allowed", form.Find(".notice.bad").TextContent), Patience);
    }

    [Fact]
    public async Task A_question_is_asked_and_its_answer_goes_along()
    {
        var form = Try("odd.ask");
        await PressAsync(form, "Call");
        form.WaitForState(() => form.FindAll(".outcome select").Count > 0, Patience);

        form.Find(".outcome select").Change("tea");
        await form.InvokeAsync(() => form.Find(".outcome form").Submit());

        form.WaitForAssertion(() => Assert.Contains("\"drink\": \"tea\"", form.Find(".outcome pre").TextContent), Patience);
    }

    [Fact]
    public void What_goes_on_in_the_background_says_where_to_look()
    {
        var view = Render<OutcomeView>(with => with.Add(shown => shown.Report, new(new ProcedureOutcome.Running(new("docker.list")), TimeSpan.FromSeconds(7))));

        Assert.Contains("goes on in the background", view.Markup);
        Assert.Contains("docker.list", view.Find("code").TextContent);
    }

    [Fact]
    public async Task The_input_can_be_written_as_json_and_filled_in_again()
    {
        var form = Try("app.create");
        Type(form, "name", "Plex");

        await PressAsync(form, "Write JSON");
        Assert.Contains("\"name\": \"Plex\"", form.Find("textarea").GetAttribute("value"));
        form.Find("textarea").Input("""{"name":"Sonarr","href":"http://nas:8989"}""");
        await PressAsync(form, "Fill in a form");

        Assert.Equal("http://nas:8989", Field(form, "href").GetAttribute("value"));
    }

    [Fact]
    public void A_secret_is_typed_unseen_and_repeated_nowhere()
    {
        var form = Try("user.create");

        Type(form, "name", "bob");
        Type(form, "password", "swordfish tango");

        Assert.Equal("password", Field(form, "password").GetAttribute("type"));
        Assert.Contains("<password>", form.Find(".examples pre").TextContent);
        Assert.DoesNotContain("swordfish", form.Find(".examples").TextContent);
        Assert.DoesNotContain("Write JSON", form.Markup);
    }

    [Fact]
    public async Task The_examples_make_the_call_that_was_chosen_last()
    {
        var form = Try("app.create");
        Type(form, "name", "Plex");
        Assert.DoesNotContain("HomeDash-Dry-Run", Example());

        await PressAsync(form, "Dry run");
        form.WaitForAssertion(() => Assert.Contains("HomeDash-Dry-Run: true", Example()), Patience);
        await PressAsync(form, "Call");
        form.WaitForAssertion(() => Assert.DoesNotContain("HomeDash-Dry-Run", Example()), Patience);
        form.Find(".examples input[type=checkbox]").Change(true);
        Assert.Contains("HomeDash-Dry-Run: true", Example());

        string Example() => form.Find(".examples pre").TextContent;
    }

    [Fact]
    public async Task A_stream_is_followed_until_it_is_stopped()
    {
        Engine.Add("plex");
        var form = Try("docker.followLogs");
        Type(form, "container", "plex");
        Engine.Write("Plex is up");

        var following = PressAsync(form, "Follow");
        form.WaitForAssertion(() => Assert.Contains("Plex is up", form.Find("pre").TextContent), Patience);
        await PressAsync(form, "Stop");
        await following;

        form.WaitForAssertion(() => Assert.Contains("Follow", form.Find("button[type=submit]").TextContent), Patience);
    }

    private static TimeSpan Patience => TimeSpan.FromSeconds(10);

    private ToolInfo Tool(string path) => Caller.Tools.ListAsync(cancellationToken: Cancellation).GetAwaiter().GetResult().Items.Single(tool => tool.Path == path);

    private IRenderedComponent<TryItForm> Try(string path) => Render<TryItForm>(with => with.Add(form => form.Tool, Tool(path)));

    private static AngleSharp.Dom.IElement Field(IRenderedComponent<TryItForm> form, string name) =>
        form.FindAll(".field").Single(field => field.QuerySelector("label code")?.TextContent == name).QuerySelector("input, select, textarea")!;

    private static string? Problem(IRenderedComponent<TryItForm> form, string name) => Field(form, name).ParentElement!.QuerySelector(".problem")?.TextContent;

    private static void Type(IRenderedComponent<TryItForm> form, string name, string text) => Field(form, name).Input(text);
}
