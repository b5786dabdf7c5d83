using System.Security.Cryptography;
using System.Text;
using HomeDash.Procedures;
using HomeDash.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace HomeDash.Tests;

public sealed class ApiKeysOnSqlite() : ApiKeyTests(Dialect.Sqlite);

public sealed class ApiKeysOnPostgreSql() : ApiKeyTests(Dialect.PostgreSql);

public abstract class ApiKeyTests(Dialect dialect) : HouseTests(dialect)
{
    private ApiKeyVerifier Verifier => House.Services.GetRequiredService<ApiKeyVerifier>();

    [Fact]
    public async Task A_new_key_is_shown_once_and_kept_as_a_hash()
    {
        var ada = await House.AddUserAsync("ada");

        var made = await House.CallAsync(ada, "apiKeys.create", """{"name":"laptop"}""");

        var token = Text(made, "token")!;
        Assert.Matches("^[0-9a-f]{8}\\.[0-9a-f]{48}$", token);
        Assert.Equal(
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token[9..]))),
            await House.QueryAsync<string>("SELECT token_sha256 FROM api_keys"));
        Assert.DoesNotContain(token[9..], (await House.CallAsync(ada, "apiKeys.list")).GetRawText());
        Assert.DoesNotContain(token[9..], made.GetProperty("key").GetRawText());
    }

    [Fact]
    public async Task A_key_is_good_until_it_is_revoked()
    {
        var ada = await House.AddUserAsync("ada");
        var (id, token) = await CreateAsync(ada, """{"name":"laptop","readOnly":true}""");

        Assert.Equal(new(id, ada.UserId, "ada", ReadOnly: true), await Verifier.VerifyAsync(id, token, Cancellation));
        Assert.Null(await Verifier.VerifyAsync(id, token[..^1] + (token[^1] == '0' ? '1' : '0'), Cancellation));
        Assert.Null(await Verifier.VerifyAsync("00000000", token, Cancellation));
        Assert.Null(await Verifier.VerifyAsync(id, "", Cancellation));

        var revoked = await House.CallAsync(ada, "apiKeys.revoke", $$"""{"id":"{{id}}"}""");

        Assert.Equal("2026-01-01T00:00:00Z", Text(revoked, "revokedAt"));
        Assert.Null(await Verifier.VerifyAsync(id, token, Cancellation));
        Assert.Empty(Names(await House.CallAsync(ada, "apiKeys.list")));
        House.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(revoked.GetRawText(), (await House.CallAsync(ada, "apiKeys.revoke", $$"""{"id":"{{id}}"}""")).GetRawText());
    }

    [Fact]
    public async Task The_keys_of_a_disabled_user_are_refused_and_come_back_with_the_user()
    {
        var ada = await House.AddUserAsync("ada");
        var (id, token) = await CreateAsync(ada, """{"name":"laptop"}""");

        await House.CallAsync(Caller.House, "user.create", """{"name":"root","password":"long enough","administrator":true}""");
        await House.CallAsync(Caller.House, "user.update", """{"user":"ada","disabled":true}""");
        Assert.Null(await Verifier.VerifyAsync(id, token, Cancellation));

        await House.CallAsync(Caller.House, "user.update", """{"user":"ada","disabled":false}""");
        Assert.NotNull(await Verifier.VerifyAsync(id, token, Cancellation));
    }

    [Fact]
    public async Task Users_see_and_revoke_their_own_keys_and_administrators_everybodys()
    {
        var ada = await House.AddUserAsync("ada");
        var grace = await House.AddUserAsync("grace");
        var root = await House.AddUserAsync("root", administrator: true);
        var (adas, _) = await CreateAsync(ada, """{"name":"of ada"}""");
        House.Clock.Advance(TimeSpan.FromMinutes(1));
        var (graces, _) = await CreateAsync(grace, """{"name":"of grace"}""");

        Assert.Equal(["of ada"], Names(await House.CallAsync(ada, "apiKeys.list")));
        var all = await House.CallAsync(root, "apiKeys.list");
        Assert.Equal(["ada", "grace"], all.GetProperty("items").EnumerateArray().Select(key => Text(key, "owner")));

        var refused = await House.FailAsync(ada, "apiKeys.revoke", $$"""{"id":"{{graces}}"}""");
        Assert.Equal(ErrorReason.TargetNotFound, refused.Reason);
        Assert.Equal("apiKeys.list", refused.Next!.Procedure);
        await House.CallAsync(root, "apiKeys.revoke", $$"""{"id":"{{graces}}"}""");
        await House.CallAsync(ada, "apiKeys.revoke", $$"""{"id":"{{adas}}"}""");
        Assert.Empty(Names(await House.CallAsync(root, "apiKeys.list")));
    }

    [Fact]
    public async Task Administrators_and_the_command_line_make_keys_for_a_user()
    {
        var ada = await House.AddUserAsync("ada");
        var root = await House.AddUserAsync("root", administrator: true);

        Assert.Equal("ada", Text((await House.CallAsync(root, "apiKeys.create", """{"name":"a","user":"ADA"}""")).GetProperty("key"), "owner"));
        await using var scope = House.Services.CreateAsyncScope();
        var made = await scope.ServiceProvider.GetRequiredService<HomeDashCaller>().ApiKeys.CreateAsync("b", user: new UserRef("ada"), cancellationToken: Cancellation);
        Assert.Equal("ada", made.Key.Owner);

        Assert.Equal("user", Assert.Single((await House.FailAsync(Caller.House, "apiKeys.create", """{"name":"c"}""")).Problems).Path);
        Assert.Equal(ErrorReason.TargetNotFound, (await House.FailAsync(ada, "apiKeys.create", """{"name":"d","user":"root"}""")).Reason);
        Assert.Equal(ErrorReason.TargetNotFound, (await House.FailAsync(root, "apiKeys.create", """{"name":"e","user":"adaa"}""")).Reason);
    }

    [Fact]
    public async Task What_is_told_of_a_new_key_holds_no_token()
    {
        var ada = await House.AddUserAsync("ada");

        var change = Assert.Single(await House.DryRunAsync(ada, "apiKeys.create", """{"name":"laptop"}"""));

        Assert.DoesNotMatch("[0-9a-f]{48}", change.After);
        Assert.DoesNotContain("token", change.After);
    }

    [Fact]
    public async Task A_use_is_written_down_at_most_once_a_minute()
    {
        var ada = await House.AddUserAsync("ada");
        var (id, token) = await CreateAsync(ada, """{"name":"laptop"}""");
        var uses = House.Services.GetRequiredService<KeyUses>();
        await uses.StartAsync(Cancellation);

        await Verifier.VerifyAsync(id, token, Cancellation);
        await UntilLastUsedAsync("2026-01-01T00:00:00Z");
        House.Clock.Advance(TimeSpan.FromSeconds(59));
        await Verifier.VerifyAsync(id, token, Cancellation);
        House.Clock.Advance(TimeSpan.FromSeconds(1));
        await Verifier.VerifyAsync(id, token, Cancellation);

        // Uses are written in their order: had 00:00:59 been written, 00:01:00 would not have been.
        await UntilLastUsedAsync("2026-01-01T00:01:00Z");
        await uses.StopAsync(Cancellation);

        async Task UntilLastUsedAsync(string time)
        {
            while (Text(Assert.Single((await House.CallAsync(ada, "apiKeys.list")).GetProperty("items").EnumerateArray()), "lastUsedAt") != time)
            {
                await Task.Delay(20, Cancellation);
            }
        }
    }

    private async Task<(string Id, string Token)> CreateAsync(Caller caller, string input)
    {
        var made = await House.CallAsync(caller, "apiKeys.create", input);
        return (Text(made.GetProperty("key"), "id")!, Text(made, "token")![9..]);
    }
}
