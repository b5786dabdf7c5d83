using System.Text.Json;
using HomeDash.Procedures;
using HomeDash.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace HomeDash.Tests;

public sealed class SecretPathsOnSqlite() : SecretPathTests(Dialect.Sqlite);

public sealed class SecretPathsOnPostgreSql() : SecretPathTests(Dialect.PostgreSql);

public abstract class SecretPathTests(Dialect dialect) : HouseTests(dialect)
{
    [Fact]
    public async Task Nobody_can_make_one_until_an_administrator_allows_them()
    {
        var root = await House.AddUserAsync("root", administrator: true);

        var refused = await House.FailAsync(root, "profile.createSecretPath", """{"name":"Home Assistant","profile":"home-assistant"}""");

        Assert.Equal(ErrorReason.WrongState, refused.Reason);
        Assert.Contains("settings.update", refused.Message);
    }

    [Fact]
    public async Task A_new_one_is_shown_once_kept_as_a_hash_and_reads_only()
    {
        var root = await StartAsync();

        var made = await House.CallAsync(root, "profile.createSecretPath", """{"name":"Home Assistant","profile":"home-assistant"}""");

        var address = Text(made, "address")!;
        Assert.Matches("^/api/mcp/s/[0-9a-f]{8}\\.[0-9a-f]{48}$", address);
        Assert.DoesNotContain(address[^48..], (await House.CallAsync(root, "profile.listSecretPaths")).GetRawText());
        Assert.DoesNotContain(address[^48..], await House.QueryAsync<string>("SELECT token_sha256 FROM secret_paths"));
        Assert.Equal(new(address[^57..^49], root.UserId, "root", ReadOnly: true) { Profile = "home-assistant" }, await VerifyAsync(address));
        Assert.Null(await VerifyAsync(address[..^1] + (address[^1] == '0' ? '1' : '0')));
    }

    [Fact]
    public async Task One_that_may_change_things_says_so()
    {
        var root = await StartAsync();

        var address = Text(await House.CallAsync(root, "profile.createSecretPath", """{"name":"a","profile":"mcp","readOnly":false}"""), "address")!;

        Assert.False((await VerifyAsync(address))!.ReadOnly);
    }

    [Fact]
    public async Task One_is_good_until_it_expires_is_deleted_or_they_are_switched_off()
    {
        var root = await StartAsync();
        var short_ = Text(await House.CallAsync(root, "profile.createSecretPath", """{"name":"a","profile":"mcp","days":1}"""), "address")!;
        var made = await House.CallAsync(root, "profile.createSecretPath", """{"name":"b","profile":"mcp"}""");
        var lasting = Text(made, "address")!;

        House.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Null(await VerifyAsync(short_));
        Assert.NotNull(await VerifyAsync(lasting));

        await House.CallAsync(root, "settings.update", """{"clear":["secretPaths"]}""");
        Assert.Null(await VerifyAsync(lasting));
        await House.CallAsync(root, "settings.update", """{"secretPaths":true}""");
        Assert.NotNull(await VerifyAsync(lasting));

        await House.CallAsync(root, "profile.deleteSecretPath", $$"""{"id":"{{Text(made.GetProperty("path"), "id")}}"}""");
        Assert.Null(await VerifyAsync(lasting));
    }

    [Fact]
    public async Task One_dies_with_its_user()
    {
        var root = await StartAsync();
        await House.AddUserAsync("ada");
        var address = Text(await House.CallAsync(root, "profile.createSecretPath", """{"name":"a","profile":"mcp","user":"ada"}"""), "address")!;
        Assert.NotNull(await VerifyAsync(address));

        await House.CallAsync(root, "user.update", """{"user":"ada","disabled":true}""");
        Assert.Null(await VerifyAsync(address));

        await House.CallAsync(root, "user.delete", """{"user":"ada"}""");
        Assert.Empty(Names(await House.CallAsync(root, "profile.listSecretPaths")));
    }

    [Fact]
    public async Task Users_see_and_delete_their_own()
    {
        var root = await StartAsync();
        await House.AllowEveryoneAsync("profile.secretPaths");
        var ada = await House.AddUserAsync("ada");
        var roots = await House.CallAsync(root, "profile.createSecretPath", """{"name":"of root","profile":"mcp"}""");
        await House.CallAsync(ada, "profile.createSecretPath", """{"name":"of ada","profile":"mcp"}""");

        Assert.Equal(["of ada"], Names(await House.CallAsync(ada, "profile.listSecretPaths")));
        Assert.Equal(2, Names(await House.CallAsync(root, "profile.listSecretPaths")).Length);
        Assert.Equal(ErrorReason.TargetNotFound, (await House.FailAsync(ada, "profile.deleteSecretPath", $$"""{"id":"{{Text(roots.GetProperty("path"), "id")}}"}""")).Reason);
    }

    [Fact]
    public async Task A_use_is_written_down()
    {
        var root = await StartAsync();
        var address = Text(await House.CallAsync(root, "profile.createSecretPath", """{"name":"a","profile":"mcp"}"""), "address")!;
        var uses = House.Services.GetRequiredService<KeyUses>();
        await uses.StartAsync(Cancellation);

        await VerifyAsync(address);
        while (Text(Assert.Single((await House.CallAsync(root, "profile.listSecretPaths")).GetProperty("items").EnumerateArray()), "lastUsedAt") != "2026-01-01T00:00:00Z")
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), Cancellation);
        }

        await uses.StopAsync(Cancellation);
    }

    private async Task<Caller> StartAsync()
    {
        var root = await House.AddUserAsync("root", administrator: true);
        await House.CallAsync(root, "settings.update", """{"secretPaths":true}""");
        return root;
    }

    private Task<VerifiedKey?> VerifyAsync(string address)
    {
        var words = address[(address.LastIndexOf('/') + 1)..].Split('.');
        return House.Services.GetRequiredService<SecretPathVerifier>().VerifyAsync(words[0], words[1], Cancellation);
    }
}
