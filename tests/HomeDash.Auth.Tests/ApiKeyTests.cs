using System.Net;
using HomeDash.Procedures;
using HomeDash.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace HomeDash.Auth.Tests;

public sealed class ApiKeysOnSqlite() : ApiKeyTests(Dialect.Sqlite);

public sealed class ApiKeysOnPostgreSql() : ApiKeyTests(Dialect.PostgreSql);

/// <summary>Programs that call with a key.</summary>
public abstract class ApiKeyTests(Dialect dialect) : AuthTests(dialect)
{
    [Theory]
    [InlineData("ApiKey", "")]
    [InlineData("Authorization", "Bearer ")]
    [InlineData("Authorization", "bearer ")]
    public async Task A_key_acts_for_its_owner(string header, string prefix)
    {
        var (id, key) = await AddKeyAsync(administrator: true);

        var who = await WhoAsync(With(header, prefix + key));

        Assert.Equal("ada", who.Name);
        Assert.Equal(id, who.KeyId);
        Assert.True(who.Administrator);
        Assert.False(who.ReadOnly);
    }

    [Fact]
    public async Task A_read_only_key_is_known_as_such()
    {
        var (_, key) = await AddKeyAsync(readOnly: true);

        Assert.True((await WhoAsync(With("ApiKey", key))).ReadOnly);
    }

    [Fact]
    public async Task Whatever_is_not_the_key_is_refused()
    {
        var (id, key) = await AddKeyAsync();
        string[] wrong =
        [
            $"{id}.{new string('0', 48)}", $"00000000.{key[9..]}", id, $"{id}.", ".", "", key[..^1], $"{key}0", key.ToUpperInvariant() + "x", new string('a', 10_000),
        ];

        foreach (var attempt in wrong)
        {
            Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(With("ApiKey", attempt), "/api/who"));
        }

        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(House.Open().Http, "/api/who"));
    }

    [Fact]
    public async Task A_401_says_how_to_sign_in()
    {
        await AddKeyAsync();

        using var answer = await With("ApiKey", "wrong.key").GetAsync("/api/closed", Cancellation);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal("Bearer realm=\"HomeDash\"", Assert.Single(answer.Headers.WwwAuthenticate).ToString());
    }

    [Fact]
    public async Task A_wrong_key_is_not_made_good_by_a_session()
    {
        await AddKeyAsync();
        using var browser = House.Open();
        await browser.SignInAsync("ada", Password, Cancellation);

        browser.Http.DefaultRequestHeaders.Add("ApiKey", "wrong.key");

        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(browser.Http, "/api/who"));
    }

    [Fact]
    public async Task A_key_revoked_by_another_process_is_refused_at_the_next_call()
    {
        var (id, key) = await AddKeyAsync();
        var client = With("ApiKey", key);
        Assert.Equal("ada", (await WhoAsync(client)).Name);

        // A database of its own on the same data: nothing of the running server is told.
        await using (var other = new Database(House.Services.GetRequiredService<DatabaseOptions>()))
        {
            var data = new HouseData(other);
            data.Begin(writable: true);
            await new ApiKeyStore(data).RevokeAsync(id, DateTimeOffset.UtcNow, Cancellation);
            await data.CommitAsync(Cancellation);
        }

        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(client, "/api/who"));
    }

    [Fact]
    public async Task The_keys_of_a_disabled_user_are_refused()
    {
        var (_, key) = await AddKeyAsync();
        var ada = (await House.Accounts.FindByNameAsync("ada", Cancellation))!;

        await House.ChangeAsync(services => services.GetRequiredService<UserStore>().UpdateAsync(ada with { Disabled = true }, Cancellation), Cancellation);

        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(With("ApiKey", key), "/api/who"));
    }

    [Fact]
    public async Task Rights_that_a_group_gives_and_loses_bind_at_the_next_call()
    {
        var (_, key) = await AddKeyAsync();
        var client = With("ApiKey", key);
        foreach (var (path, input) in new[]
        {
            ("group.create", """{"name":"Family"}"""),
            ("group.addMembers", """{"group":"Family","users":["ada"]}"""),
            ("group.grantPermissions", """{"group":"Family","permissions":["app.delete"]}"""),
        })
        {
            Assert.DoesNotContain(AppPermissions.Delete, (await WhoAsync(client)).Permissions);
            Assert.IsAssignableFrom<ProcedureOutcome.Completed>(await House.CallAsync(null, path, input, Cancellation));
        }

        Assert.Contains(AppPermissions.Delete, (await WhoAsync(client)).Permissions);

        await House.CallAsync(null, "group.delete", """{"group":"Family"}""", Cancellation);

        Assert.DoesNotContain(AppPermissions.Delete, (await WhoAsync(client)).Permissions);
    }

    [Fact]
    public async Task The_keys_and_sessions_of_a_deleted_user_are_refused_at_once()
    {
        var (_, key) = await AddKeyAsync();
        await House.AddUserAsync("root", Password, administrator: true, Cancellation);
        using var browser = House.Open();
        await browser.SignInAsync("ada", Password, Cancellation);
        Assert.Equal("ada", (await WhoAsync(browser.Http)).Name);

        Assert.IsAssignableFrom<ProcedureOutcome.Completed>(await House.CallAsync("root", "user.delete", """{"user":"ada"}""", Cancellation));

        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(With("ApiKey", key), "/api/who"));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(browser.Http, "/api/who"));
        LeadsTo("/sign-in?error=wrong&name=ada&returnUrl=%2F", await browser.SignInAsync("ada", Password, Cancellation));

        // Somebody else who gets the name later starts anew, without the old password.
        await House.AddUserAsync("ada", "another password", administrator: false, Cancellation);
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(With("ApiKey", key), "/api/who"));
        LeadsTo("/sign-in?error=wrong&name=ada&returnUrl=%2F", await browser.SignInAsync("ada", Password, Cancellation));
    }

    [Fact]
    public async Task A_use_is_written_down_behind_the_call()
    {
        var (id, key) = await AddKeyAsync();
        Assert.Null((await KeyAsync(id)).LastUsedAt);

        await WhoAsync(With("ApiKey", key));

        while ((await KeyAsync(id)).LastUsedAt is null)
        {
            await Task.Delay(20, Cancellation);
        }
    }

    [Fact]
    public async Task No_token_is_logged()
    {
        var (_, key) = await AddKeyAsync();

        await WhoAsync(With("ApiKey", key));
        await StatusAsync(With("Authorization", $"Bearer {key}x"), "/api/closed");

        Assert.Contains("/api/who", House.Log.All);
        Assert.DoesNotContain(key[9..], House.Log.All);
    }

    private HttpClient With(string header, string value)
    {
        var client = House.Open().Http;
        client.DefaultRequestHeaders.TryAddWithoutValidation(header, value);
        return client;
    }

    private async Task<(string Id, string Key)> AddKeyAsync(bool administrator = false, bool readOnly = false)
    {
        var ada = await House.AddUserAsync("ada", Password, administrator, Cancellation);
        var (id, token) = KeyText.New();
        await House.ChangeAsync(
            services => services.GetRequiredService<ApiKeyStore>().AddAsync(
                new(id, "test", ada.Name, readOnly, DateTimeOffset.UnixEpoch, null, null), ada.Id, KeyText.Hash(token), Cancellation),
            Cancellation);
        return (id, $"{id}.{token}");
    }

    private Task<ApiKeyRow> KeyAsync(string id) =>
        House.Services.GetRequiredService<HouseWork>().ReadAsync(async services => (await services.GetRequiredService<ApiKeyStore>().FindAsync(id, Cancellation))!);
}
