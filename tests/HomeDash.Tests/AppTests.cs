using HomeDash.Procedures;
using HomeDash.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace HomeDash.Tests;

public sealed class AppOnSqlite() : AppTests(Dialect.Sqlite);

public sealed class AppOnPostgreSql() : AppTests(Dialect.PostgreSql);

public abstract class AppTests(Dialect dialect) : HouseTests(dialect)
{
    [Fact]
    public async Task A_created_app_is_returned_got_and_listed()
    {
        var made = await CreateAsync("""{"name":" Plex ","description":"Films","href":"https://plex.home:32400/web","iconUrl":"/icons/plex.svg"}""");

        Assert.Equal("Plex", Text(made, "name"));
        Assert.Equal("2026-01-01T00:00:00Z", Text(made, "createdAt"));
        Assert.Null(Text(made, "pingUrl"));
        var got = await House.CallAsync(Caller.House, "app.get", $$"""{"app":"{{Text(made, "id")}}"}""");
        Assert.Equal(made.GetRawText(), got.GetRawText());
        var page = await House.CallAsync(Caller.House, "app.list");
        Assert.Equal(made.GetRawText(), Assert.Single(page.GetProperty("items").EnumerateArray()).GetRawText());
        Assert.Equal(1, page.GetProperty("total").GetInt64());
        Assert.Null(Text(page, "next"));
    }

    [Fact]
    public async Task An_update_changes_what_is_given_and_empties_what_is_named()
    {
        await CreateAsync("""{"name":"Plex","description":"Films","href":"https://plex.home"}""");
        House.Clock.Advance(TimeSpan.FromMinutes(1));

        var after = await House.CallAsync(Caller.House, "app.update", """{"app":"plex","href":"https://media.home","name":null,"clear":["description"]}""");

        Assert.Equal(("Plex", null, "https://media.home"), (Text(after, "name"), Text(after, "description"), Text(after, "href")));
        Assert.Equal(("2026-01-01T00:00:00Z", "2026-01-01T00:01:00Z"), (Text(after, "createdAt"), Text(after, "updatedAt")));
    }

    [Fact]
    public async Task A_field_is_not_set_and_emptied_at_once()
    {
        await CreateAsync("""{"name":"Plex","description":"Films"}""");

        var refused = await House.FailAsync(Caller.House, "app.update", """{"app":"plex","description":"Music","clear":["description","href"]}""");

        Assert.Equal("description", Assert.Single(refused.Problems).Path);
    }

    [Fact]
    public async Task An_update_that_changes_nothing_is_no_change()
    {
        await CreateAsync("""{"name":"Plex"}""");

        Assert.Empty(await House.DryRunAsync(Caller.House, "app.update", """{"app":"Plex","name":"Plex"}"""));
    }

    [Fact]
    public async Task A_deleted_app_is_returned_and_gone()
    {
        var made = await CreateAsync("""{"name":"Plex"}""");

        var deleted = await House.CallAsync(Caller.House, "app.delete", """{"app":"Plex"}""");

        Assert.Equal(made.GetRawText(), deleted.GetRawText());
        Assert.Equal(ErrorReason.TargetNotFound, (await House.FailAsync(Caller.House, "app.get", """{"app":"Plex"}""")).Reason);
    }

    [Fact]
    public async Task An_app_is_found_by_id_by_name_and_by_the_start_of_a_name()
    {
        var plex = await CreateAsync("""{"name":"Plex"}""");
        await CreateAsync("""{"name":"Plexamp"}""");
        await CreateAsync("""{"name":"Sonarr"}""");

        foreach (var (given, expected) in new[] { (Text(plex, "id"), "Plex"), ("plex", "Plex"), ("PLEXA", "Plexamp"), (" son ", "Sonarr") })
        {
            Assert.Equal(expected, Text(await House.CallAsync(Caller.House, "app.get", $$"""{"app":"{{given}}"}"""), "name"));
        }

        var ambiguous = await House.FailAsync(Caller.House, "app.get", """{"app":"ple"}""");
        Assert.Equal(ErrorReason.TargetAmbiguous, ambiguous.Reason);
        Assert.Contains("Plexamp", ambiguous.Message);
        var mistyped = await House.FailAsync(Caller.House, "app.get", """{"app":"sonar r"}""");
        Assert.Equal(ErrorReason.TargetNotFound, mistyped.Reason);
        Assert.Contains("Did you mean 'Sonarr'?", mistyped.Message);
    }

    [Fact]
    public async Task Of_two_apps_with_one_name_the_error_tells_the_ids()
    {
        var one = await CreateAsync("""{"name":"Plex"}""");
        await CreateAsync("""{"name":"plex"}""");

        var error = await House.FailAsync(Caller.House, "app.delete", """{"app":"Plex"}""");

        Assert.Equal(ErrorReason.TargetAmbiguous, error.Reason);
        Assert.Contains(Text(one, "id")!, error.Message);
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("JavaScript:alert(1)")]
    [InlineData("data:text/html,x")]
    [InlineData("file:///etc/passwd")]
    [InlineData("plex.home")]
    [InlineData("/apps")]
    [InlineData("http://")]
    public async Task An_address_that_is_not_of_the_web_is_refused(string address)
    {
        var error = await House.FailAsync(Caller.House, "app.create", $$"""{"name":"x","href":"{{address}}","pingUrl":"{{address}}"}""");

        Assert.Equal(["href", "pingUrl"], error.Problems.Select(problem => problem.Path));
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("//elsewhere.example/icon.svg")]
    public async Task A_picture_comes_from_the_web_or_from_here(string address)
    {
        var error = await House.FailAsync(Caller.House, "app.create", $$"""{"name":"x","iconUrl":"{{address}}"}""");

        Assert.Equal("iconUrl", Assert.Single(error.Problems).Path);
    }

    [Fact]
    public async Task A_name_must_not_be_blank_or_too_long()
    {
        Assert.Equal("name", Assert.Single((await House.FailAsync(Caller.House, "app.create", """{"name":"  "}""")).Problems).Path);
        Assert.Equal("name", Assert.Single((await House.FailAsync(Caller.House, "app.create", $$"""{"name":"{{new string('x', 65)}}"}""")).Problems).Path);
    }

    [Fact]
    public async Task Paging_is_stable_among_equal_names_and_when_apps_go_away()
    {
        string[] names = ["Same", "same", "SAME", "Same", "alpha", "Zulu", "Ärger"];
        foreach (var name in names)
        {
            await CreateAsync($$"""{"name":"{{name}}"}""");
        }

        List<string> seen = [];
        string? cursor = null;
        do
        {
            var page = await House.CallAsync(Caller.House, "app.list", cursor is null ? """{"limit":2}""" : $$"""{"limit":2,"cursor":"{{cursor}}"}""");
            Assert.InRange(page.GetProperty("items").GetArrayLength(), 1, 2);
            seen.AddRange(page.GetProperty("items").EnumerateArray().Select(item => Text(item, "id")!));
            cursor = Text(page, "next");
            if (seen.Count == 2)
            {
                // The item that the cursor names is deleted: the next page still begins after it.
                await House.CallAsync(Caller.House, "app.delete", $$"""{"app":"{{seen[^1]}}"}""");
            }
        }
        while (cursor is not null);

        Assert.Equal(names.Length, seen.Count);
        Assert.Equal(names.Length, seen.Distinct().Count());
    }

    [Theory]
    [InlineData("not a cursor")]
    [InlineData("AAAA")]
    public async Task What_is_no_cursor_is_refused(string cursor)
    {
        var error = await House.FailAsync(Caller.House, "app.list", $$"""{"cursor":"{{cursor}}"}""");

        Assert.Equal("cursor", Assert.Single(error.Problems).Path);
    }

    [Fact]
    public async Task Searching_looks_at_name_description_and_link_and_takes_no_wildcards()
    {
        await CreateAsync("""{"name":"Plex","description":"Films & series"}""");
        await CreateAsync("""{"name":"100% Wolf","href":"https://wolf.home/a_b"}""");

        Assert.Equal(["Plex"], Names(await House.CallAsync(Caller.House, "app.search", """{"text":"FILMS"}""")));
        Assert.Equal(["100% Wolf"], Names(await House.CallAsync(Caller.House, "app.search", """{"text":"%"}""")));
        Assert.Equal(["100% Wolf"], Names(await House.CallAsync(Caller.House, "app.search", """{"text":"A_B"}""")));
        Assert.Empty(Names(await House.CallAsync(Caller.House, "app.search", """{"text":"\\"}""")));
    }

    [Fact]
    public async Task A_dry_run_says_what_would_change_and_keeps_nothing()
    {
        var changes = await House.DryRunAsync(Caller.House, "app.create", """{"name":"Plex"}""");

        var change = Assert.Single(changes);
        Assert.Equal("app", change.Topic);
        Assert.Null(change.Before);
        Assert.Contains("\"name\":\"Plex\"", change.After);
        Assert.Empty(Names(await House.CallAsync(Caller.House, "app.list")));
    }

    [Fact]
    public async Task A_dry_run_of_an_update_tells_before_and_after()
    {
        await CreateAsync("""{"name":"Plex"}""");

        var change = Assert.Single(await House.DryRunAsync(Caller.House, "app.update", """{"app":"Plex","name":"Jellyfin"}"""));

        Assert.Contains("\"name\":\"Plex\"", change.Before);
        Assert.Contains("\"name\":\"Jellyfin\"", change.After);
        Assert.Equal(["Plex"], Names(await House.CallAsync(Caller.House, "app.list")));
    }

    [Fact]
    public async Task A_change_is_told_after_it_is_committed_and_only_then()
    {
        var feed = House.Services.GetRequiredService<IChangeFeed>();
        await using var changes = feed.ReadAsync("app", Cancellation).GetAsyncEnumerator(Cancellation);

        await House.DryRunAsync(Caller.House, "app.create", """{"name":"Dry"}""");
        await House.FailAsync(Caller.House, "app.create", """{"name":"x","href":"nowhere"}""");
        var made = await CreateAsync("""{"name":"Plex"}""");

        Assert.True(await changes.MoveNextAsync());
        Assert.Equal(Text(made, "id"), changes.Current.Id);
    }

    [Fact]
    public async Task What_a_user_may_do_follows_from_permissions()
    {
        await CreateAsync("""{"name":"Plex"}""");
        var ada = await House.AddUserAsync("ada");

        Assert.Equal(["Plex"], Names(await House.CallAsync(ada, "app.list")));
        Assert.Equal("Plex", Text(await House.CallAsync(ada, "app.get", """{"app":"Plex"}"""), "name"));
        Assert.Equal(ErrorReason.NotAllowed, (await House.FailAsync(ada, "app.delete", """{"app":"Plex"}""")).Reason);

        await House.AllowEveryoneAsync(AppPermissions.Delete);
        Assert.Equal("Plex", Text(await House.CallAsync(await House.CallerAsync("ada"), "app.delete", """{"app":"Plex"}"""), "name"));
    }

    [Fact]
    public async Task A_read_only_key_cannot_change_anything()
    {
        var reader = (await House.AddUserAsync("ada", administrator: true)) with { KeyId = "00000000", ReadOnly = true };

        Assert.Equal(ErrorReason.ReadOnly, (await House.FailAsync(reader, "app.create", """{"name":"Plex"}""")).Reason);
        Assert.Empty(Names(await House.CallAsync(reader, "app.list")));
    }

    private Task<System.Text.Json.JsonElement> CreateAsync(string input) => House.CallAsync(Caller.House, "app.create", input);
}
