using System.Text.Json;
using HomeDash.Procedures;
using HomeDash.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace HomeDash.Tests;

public sealed class IntegrationsOnSqlite() : IntegrationTests(Dialect.Sqlite);

public sealed class IntegrationsOnPostgreSql() : IntegrationTests(Dialect.PostgreSql);

/// <summary>The namespace integration.</summary>
public abstract class IntegrationTests(Dialect dialect) : HouseTests(dialect, services => services.AddSingleton<IIntegrationKind, ToyKind>())
{
    [Fact]
    public async Task The_kinds_say_what_they_can_do_and_what_they_need()
    {
        var kind = Assert.Single((await House.CallAsync(Caller.House, "integration.kinds")).GetProperty("items").EnumerateArray());

        Assert.Equal(("toy", "Toy"), (Text(kind, "kind"), Text(kind, "service")));
        Assert.Equal("""["toys"]""", kind.GetProperty("namespaces").GetRawText());
        Assert.Equal("""[{"fields":[]},{"fields":["apiKey"]},{"fields":["username","password"]}]""", kind.GetProperty("credentials").GetRawText());
    }

    [Fact]
    public async Task A_service_that_works_is_connected_and_its_secret_stays_inside()
    {
        var made = await CreateAsync(""","apiKey":"right","href":"https://toys.home" """);

        Assert.Equal("""["apiKey"]""", made.GetProperty("stored").GetRawText());
        var got = await House.CallAsync(Caller.House, "integration.get", """{"integration":"bear"}""");
        Assert.Equal(made.GetRawText(), got.GetRawText());
        Assert.DoesNotContain("right", got.GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain("right", await House.QueryAsync<string>("SELECT credentials FROM integrations"), StringComparison.Ordinal);
        Assert.Equal("right", Assert.Single(House.Services.GetRequiredService<Connections>().Integrations).Credentials.ApiKey!.Reveal());
        Assert.Equal(["Bear"], Names(await House.CallAsync(Caller.House, "integration.list")));
    }

    [Theory]
    [InlineData(""" "url":"toy://asleep" """, ErrorReason.Unreachable)]
    [InlineData(""" "url":"toy://well","apiKey":"wrong" """, ErrorReason.CredentialsRefused)]
    [InlineData(""" "url":"well" """, ErrorReason.InvalidInput)]
    public async Task A_service_that_does_not_work_is_not_stored_and_the_error_says_why(string connection, ErrorReason reason)
    {
        var error = await House.FailAsync(Caller.House, "integration.create", $$"""{"kind":"toy","name":"Bear",{{connection}}}""");

        Assert.Equal(reason, error.Reason);
        Assert.Empty(Names(await House.CallAsync(Caller.House, "integration.list")));
    }

    [Fact]
    public async Task A_dry_run_only_tests()
    {
        Assert.Equal("integration", Assert.Single(await House.DryRunAsync(Caller.House, "integration.create", """{"kind":"toy","name":"Bear","url":"toy://well"}""")).Topic);

        Assert.Empty(Names(await House.CallAsync(Caller.House, "integration.list")));
    }

    [Theory]
    [InlineData(""" "username":"ted" """, "password")]
    [InlineData(""" "tokenId":"t" """, "tokenId")]
    [InlineData(""" "fingerprint":"zz11223344556677889900112233445566778899001122334455667788990011" """, "fingerprint")]
    [InlineData(""" "href":"javascript:alert(1)" """, "href")]
    public async Task What_the_service_does_not_take_is_refused_before_it_is_asked(string field, string path)
    {
        var error = await House.FailAsync(Caller.House, "integration.create", $$"""{"kind":"toy","name":"Bear","url":"toy://asleep",{{field}}}""");

        Assert.Equal(path, Assert.Single(error.Problems).Path);
    }

    [Fact]
    public async Task An_unknown_kind_is_answered_with_the_nearest()
    {
        var error = await House.FailAsync(Caller.House, "integration.create", """{"kind":"tooy","name":"Bear","url":"toy://well"}""");

        Assert.Contains("Did you mean 'toy'?", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_two_have_the_same_name()
    {
        await CreateAsync();

        Assert.Equal(ErrorReason.AlreadyExists, (await House.FailAsync(Caller.House, "integration.create", """{"kind":"toy","name":"BEAR","url":"toy://well"}""")).Reason);
    }

    [Fact]
    public async Task An_update_keeps_what_is_left_out_and_tests_what_changes_the_connection()
    {
        await CreateAsync(""","apiKey":"right" """);

        var renamed = await House.CallAsync(Caller.House, "integration.update", """{"integration":"bear","name":"Ted"}""");
        Assert.Equal(("Ted", "toy://well"), (Text(renamed, "name"), Text(renamed, "url")));
        Assert.Equal("""["apiKey"]""", renamed.GetProperty("stored").GetRawText());

        Assert.Equal(ErrorReason.Unreachable, (await House.FailAsync(Caller.House, "integration.update", """{"integration":"ted","url":"toy://asleep"}""")).Reason);
        Assert.Equal("toy://well", Text(await House.CallAsync(Caller.House, "integration.get", """{"integration":"ted"}"""), "url"));

        var opened = await House.CallAsync(Caller.House, "integration.update", """{"integration":"ted","clear":["apiKey"]}""");
        Assert.Equal("[]", opened.GetProperty("stored").GetRawText());
    }

    [Fact]
    public async Task A_test_tells_what_is_wrong_now()
    {
        await CreateAsync();
        var works = await House.CallAsync(Caller.House, "integration.test", """{"integration":"bear"}""");
        Assert.True(works.GetProperty("ok").GetBoolean());
        Assert.Equal(("Toy", "3.1"), (Text(works, "product"), Text(works, "version")));

        await House.ExecuteAsync("UPDATE integrations SET url = 'toy://asleep'", new { });
        await House.Services.GetRequiredService<IntegrationLoader>().LoadAsync();
        var fails = await House.CallAsync(Caller.House, "integration.test", """{"integration":"bear"}""");
        Assert.False(fails.GetProperty("ok").GetBoolean());
        Assert.Equal(("unreachable", "Nobody is awake. Wake the toy."), (Text(fails, "reason"), Text(fails, "message")));

        var health = (await House.CallAsync(Caller.House, "integration.get", """{"integration":"bear"}""")).GetProperty("health");
        Assert.Equal("unreachable", Text(health, "reason"));
    }

    [Fact]
    public async Task A_deleted_one_is_disconnected()
    {
        await CreateAsync();

        await House.CallAsync(Caller.House, "integration.delete", """{"integration":"bear"}""");

        Assert.Empty(House.Services.GetRequiredService<Connections>().Integrations);
        Assert.Equal(ErrorReason.TargetNotFound, (await House.FailAsync(Caller.House, "integration.get", """{"integration":"bear"}""")).Reason);
    }

    [Fact]
    public async Task What_the_environment_configures_it_also_moves_and_removes()
    {
        await House.ExecuteAsync("INSERT INTO integrations (id, name, kind, url, origin, created_at) VALUES ('toy', 'Bear', 'toy', 'toy://well', 'environment', 0)", new { });
        await House.Services.GetRequiredService<IntegrationLoader>().LoadAsync();

        Assert.Equal(ErrorReason.WrongState, (await House.FailAsync(Caller.House, "integration.delete", """{"integration":"bear"}""")).Reason);
        Assert.Equal(ErrorReason.WrongState, (await House.FailAsync(Caller.House, "integration.update", """{"integration":"bear","url":"toy://other"}""")).Reason);
        Assert.Equal("Ted", Text(await House.CallAsync(Caller.House, "integration.update", """{"integration":"bear","name":"Ted"}"""), "name"));
    }

    [Fact]
    public async Task Whoever_has_no_access_is_not_told_that_it_exists()
    {
        await CreateAsync();
        await House.AllowEveryoneAsync(IntegrationPermissions.View);
        await House.AllowEveryoneAsync(IntegrationPermissions.Manage);
        var guest = await House.AddUserAsync("guest");

        Assert.Empty(Names(await House.CallAsync(guest, "integration.list")));
        Assert.Equal(ErrorReason.TargetNotFound, (await House.FailAsync(guest, "integration.get", """{"integration":"Bear"}""")).Reason);

        await House.ExecuteAsync("INSERT INTO user_grants (user_id, target_kind, target_id, level) VALUES (@UserId, 'integration', '*', 0)", new { guest.UserId });
        guest = await House.CallerAsync("guest");
        Assert.Equal("use", Text(await House.CallAsync(guest, "integration.get", """{"integration":"Bear"}"""), "access"));
        Assert.Equal(ErrorReason.NotAllowed, (await House.FailAsync(guest, "integration.delete", """{"integration":"Bear"}""")).Reason);
    }

    [Fact]
    public async Task Access_is_given_to_users_and_groups_and_taken_away_again()
    {
        await CreateAsync();
        await House.AllowEveryoneAsync(IntegrationPermissions.View);
        await House.AddUserAsync("guest");

        var given = await House.CallAsync(Caller.House, "integration.setAccess", """{"integration":"bear","access":"interact","user":"guest"}""");
        await House.CallAsync(Caller.House, "integration.setAccess", """{"integration":"bear","access":"use","group":"everyone"}""");

        Assert.Equal(("guest", "interact"), (Text(given.GetProperty("items")[0], "name"), Text(given.GetProperty("items")[0], "level")));
        Assert.Equal("interact", Text(await House.CallAsync(await House.CallerAsync("guest"), "integration.get", """{"integration":"bear"}"""), "access"));
        Assert.Equal(["Everyone", "guest"], Names(await House.CallAsync(Caller.House, "integration.listAccess", """{"integration":"bear"}""")));

        await House.CallAsync(Caller.House, "integration.setAccess", """{"integration":"bear","access":"none","user":"guest"}""");
        await House.CallAsync(Caller.House, "integration.setAccess", """{"integration":"bear","access":"none","group":"everyone"}""");
        Assert.Equal(ErrorReason.TargetNotFound, (await House.FailAsync(await House.CallerAsync("guest"), "integration.get", """{"integration":"bear"}""")).Reason);
    }

    [Theory]
    [InlineData("")]
    [InlineData(""","user":"guest","group":"everyone" """)]
    public async Task Access_is_given_to_one_holder_at_a_time(string holders)
    {
        await CreateAsync();
        await House.AddUserAsync("guest");

        var error = await House.FailAsync(Caller.House, "integration.setAccess", $$"""{"integration":"bear","access":"use"{{holders}}}""");

        Assert.Contains("either a user or a group", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Access_to_a_deleted_one_is_forgotten()
    {
        await CreateAsync();
        await House.CallAsync(Caller.House, "integration.setAccess", """{"integration":"bear","access":"use","group":"everyone"}""");

        await House.CallAsync(Caller.House, "integration.delete", """{"integration":"bear"}""");

        Assert.Equal(0, await House.QueryAsync<long>("SELECT COUNT(*) FROM group_grants WHERE target_kind = 'integration'"));
    }

    private Task<JsonElement> CreateAsync(string more = "") =>
        House.CallAsync(Caller.House, "integration.create", $$"""{"kind":"toy","name":"Bear","url":"toy://well"{{more}}}""");
}
