using System.Buffers;
using System.Text.Json;
using HomeDash.Procedures;
using HomeDash.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace HomeDash.Auth.Tests;

public sealed class InviteOnSqlite() : InviteTests(Dialect.Sqlite);

public sealed class InviteOnPostgreSql() : InviteTests(Dialect.PostgreSql);

/// <summary>People who make accounts for themselves, over HTTP.</summary>
public abstract class InviteTests(Dialect dialect) : AuthTests(dialect)
{
    [Fact]
    public async Task Whoever_has_the_link_makes_an_account_and_is_signed_in()
    {
        var path = await InviteAsync("""{"note":"Grandma"}""");
        using var browser = House.Open();

        LeadsTo("/", await AcceptAsync(browser, path, "grandma", Password));

        var who = await WhoAsync(browser.Http);
        Assert.Equal(("grandma", false), (who.Name, who.Administrator));
        Assert.Equal(0, (await ListAsync()).GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task An_invite_works_once()
    {
        var path = await InviteAsync("{}");
        using var first = House.Open();
        using var second = House.Open();
        await AcceptAsync(first, path, "mia", Password);

        LeadsTo($"{path}?error=gone&name=eve&returnUrl=%2F", await AcceptAsync(second, path, "eve", Password));

        Assert.Null(await House.Accounts.FindByNameAsync("eve", Cancellation));
    }

    [Fact]
    public async Task Of_several_at_the_same_time_one_gets_in()
    {
        var path = await InviteAsync("{}");
        var browsers = Enumerable.Range(0, 5).Select(_ => House.Open()).ToArray();

        var answers = await Task.WhenAll(browsers.Select((browser, index) => AcceptAsync(browser, path, $"guest{index}", Password)));

        Assert.Single(answers, answer => answer.Headers.Location!.OriginalString == "/");
        Array.ForEach(browsers, browser => browser.Dispose());
    }

    [Fact]
    public async Task An_invite_ends_with_its_time_and_when_it_is_deleted()
    {
        var late = await InviteAsync("""{"hours":2}""");
        var deleted = await InviteAsync("""{"hours":24}""");
        House.Clock.Advance(TimeSpan.FromHours(2));
        await CallAsync("invite.delete", $$"""{"id":"{{deleted["/invite/".Length..].Split('.')[0]}}"}""");
        using var browser = House.Open();

        foreach (var path in new[] { late, deleted, "/invite/00000000.abc", "/invite/nonsense" })
        {
            LeadsTo($"{path}?error=gone&name=eve&returnUrl=%2F", await AcceptAsync(browser, path, "eve", Password));
        }

        Assert.Null(await House.Accounts.FindByNameAsync("eve", Cancellation));
    }

    [Theory]
    [InlineData("ab", Password, "invalid")]
    [InlineData("mia", "seven77", "invalid")]
    [InlineData("ADA", Password, "taken")]
    public async Task What_will_not_do_uses_nothing_up(string name, string password, string error)
    {
        var path = await InviteAsync("{}");
        await House.AddUserAsync("ada", Password, administrator: true, Cancellation);
        using var browser = House.Open();

        var refused = await AcceptAsync(browser, path, name, password);

        Assert.StartsWith($"{path}?error={error}&", refused.Headers.Location!.OriginalString);
        Assert.DoesNotContain(password, refused.Headers.Location.OriginalString);
        LeadsTo("/", await AcceptAsync(browser, path, "mia", Password));
    }

    [Fact]
    public async Task The_groups_of_the_invite_are_joined()
    {
        await CallAsync("group.create", """{"name":"Family"}""");
        await CallAsync("group.grantPermissions", """{"group":"Family","permissions":["docker.view"]}""");
        var path = await InviteAsync("""{"groups":["family","everyone"]}""");
        Assert.Equal("Family", Assert.Single((await ListAsync()).GetProperty("items")[0].GetProperty("groups").EnumerateArray()).GetString());
        using var browser = House.Open();

        await AcceptAsync(browser, path, "mia", Password);

        Assert.Contains("docker.view", (await WhoAsync(browser.Http)).Permissions);
    }

    [Fact]
    public async Task The_token_is_kept_nowhere_and_listed_nowhere()
    {
        var path = await InviteAsync("{}");
        var token = path.Split('.')[1];

        Assert.DoesNotContain(token, (await ListAsync()).GetRawText());
        Assert.DoesNotContain(token, House.Log.All);
    }

    [Fact]
    public async Task Guessing_is_limited()
    {
        await InviteAsync("{}");
        using var browser = House.Open();
        var last = "";
        for (var attempt = 0; attempt < 12; attempt++)
        {
            last = (await AcceptAsync(browser, "/invite/00000000.guess", "eve", Password)).Headers.Location!.OriginalString;
        }

        Assert.Contains("error=limited", last);
    }

    [Fact]
    public async Task Only_administrators_invite()
    {
        await House.AddUserAsync("mia", Password, administrator: false, Cancellation);

        Assert.Equal(ErrorReason.NotAllowed, Assert.IsType<ProcedureOutcome.Failed>(await House.CallAsync("mia", "invite.create", "{}", Cancellation)).Error.Reason);
    }

    private static Task<HttpResponseMessage> AcceptAsync(Browser browser, string path, string name, string password) =>
        browser.PostAsync(path, "/auth/accept-invite", Cancellation, ("invite", path["/invite/".Length..]), ("name", name), ("password", password));

    private async Task<string> InviteAsync(string input)
    {
        if (!await House.Accounts.AnyAsync(Cancellation))
        {
            await House.AddUserAsync("owner", Password, administrator: true, Cancellation);
        }

        return (await CallAsync("invite.create", input)).GetProperty("path").GetString()!;
    }

    private Task<JsonElement> ListAsync() => CallAsync("invite.list", "{}");

    private async Task<JsonElement> CallAsync(string path, string input)
    {
        var outcome = Assert.IsAssignableFrom<ProcedureOutcome.Completed>(await House.CallAsync(null, path, input, Cancellation));
        var buffer = new ArrayBufferWriter<byte>();
        await using (var writer = new Utf8JsonWriter(buffer))
        {
            outcome.Write(writer);
        }

        return JsonElement.Parse(buffer.WrittenSpan);
    }
}
