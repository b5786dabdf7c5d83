using HomeDash.Procedures;
using HomeDash.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace HomeDash.Tests;

public sealed class UserOnSqlite() : UserTests(Dialect.Sqlite);

public sealed class UserOnPostgreSql() : UserTests(Dialect.PostgreSql);

public abstract class UserTests(Dialect dialect) : HouseTests(dialect)
{
    [Fact]
    public async Task Everyone_holds_what_everyone_may()
    {
        var ada = await House.AddUserAsync("ada");

        Assert.Equal(["apiKeys.own", "app.view", "info.view", "tools.view", "user.self"], ada.Permissions.Order(StringComparer.Ordinal));
        Assert.False(ada.IsAdministrator);
        Assert.True((await House.AddUserAsync("root", administrator: true)).IsAdministrator);
    }

    [Fact]
    public async Task Every_permission_that_is_given_at_the_start_is_declared()
    {
        var declared = House.Services.GetRequiredService<ProcedureCatalog>().Permissions.Select(permission => permission.Name);

        Assert.Empty((await House.AddUserAsync("ada")).Permissions.Except(declared));
    }

    [Fact]
    public async Task The_highest_of_all_grants_counts()
    {
        var ada = await House.AddUserAsync("ada");
        await House.ExecuteAsync("INSERT INTO user_groups (id, name) VALUES ('family', 'Family')", new { });
        await House.ExecuteAsync("INSERT INTO group_members (group_id, user_id) VALUES ('family', @UserId)", ada);
        await House.ExecuteAsync("INSERT INTO group_grants (group_id, target_kind, target_id, level) VALUES ('family', 'integration', 'docker', 2), ('family', 'integration', 'nas', 0)", new { });
        await House.ExecuteAsync("INSERT INTO user_grants (user_id, target_kind, target_id, level) VALUES (@UserId, 'integration', 'docker', 0), (@UserId, 'integration', 'nas', 1)", ada);

        var grants = (await House.CallerAsync("ada")).Grants;

        Assert.Equal(Access.Full, grants[("integration", "docker")]);
        Assert.Equal(Access.Interact, grants[("integration", "nas")]);
    }

    [Fact]
    public async Task Names_that_differ_only_in_case_are_one_name()
    {
        await House.AddUserAsync("Ada");

        var error = await House.FailAsync(Caller.House, "user.create", """{"name":"aDA","password":"long enough"}""");

        Assert.Equal(ErrorReason.AlreadyExists, error.Reason);
    }

    [Theory]
    [InlineData("ab", "long enough", "name")]
    [InlineData("ada lovelace", "long enough", "name")]
    [InlineData("ada\\n", "long enough", "name")]
    [InlineData("ada", "seven77", "password")]
    public async Task A_name_or_password_that_will_not_do_is_refused_without_telling_the_password(string name, string password, string field)
    {
        var error = await House.FailAsync(Caller.House, "user.create", $$"""{"name":"{{name}}","password":"{{password}}"}""");

        Assert.Equal(field, Assert.Single(error.Problems).Path);
        Assert.DoesNotContain(password, error.Message);
    }

    [Fact]
    public async Task Only_administrators_list_and_make_users()
    {
        var ada = await House.AddUserAsync("ada");
        var root = await House.AddUserAsync("root", administrator: true);

        Assert.Equal(["ada", "root"], Names(await House.CallAsync(root, "user.list")));
        Assert.Equal(ErrorReason.NotAllowed, (await House.FailAsync(ada, "user.list")).Reason);
        Assert.Equal(ErrorReason.NotAllowed, (await House.FailAsync(ada, "user.create", """{"name":"eve","password":"long enough"}""")).Reason);
    }

    [Theory]
    [InlineData("\"administrator\":false")]
    [InlineData("\"disabled\":true")]
    public async Task The_last_administrator_stays(string change)
    {
        await House.AddUserAsync("root", administrator: true);
        await House.AddUserAsync("ada");

        var error = await House.FailAsync(Caller.House, "user.update", $$"""{"user":"root",{{change}}}""");
        Assert.Equal(ErrorReason.WrongState, error.Reason);
        Assert.True((await House.CallerAsync("root")).IsAdministrator);

        await House.CallAsync(Caller.House, "user.update", """{"user":"ada","administrator":true}""");
        await House.CallAsync(Caller.House, "user.update", $$"""{"user":"root",{{change}}}""");
    }

    [Fact]
    public async Task One_changes_ones_own_password_with_the_current_one_and_an_administrator_anybodys()
    {
        var ada = await House.AddUserAsync("ada");
        var root = await House.AddUserAsync("root", administrator: true);

        Assert.Equal("current", Assert.Single((await House.FailAsync(ada, "user.changePassword", """{"password":"a new password"}""")).Problems).Path);
        Assert.Equal("current", Assert.Single((await House.FailAsync(ada, "user.changePassword", """{"password":"a new password","current":"wrong"}""")).Problems).Path);
        Assert.Equal(ErrorReason.NotAllowed, (await House.FailAsync(ada, "user.changePassword", """{"password":"a new password","user":"root"}""")).Reason);

        await House.CallAsync(ada, "user.changePassword", """{"password":"a new password","current":"password of ada"}""");
        await House.CallAsync(root, "user.changePassword", """{"password":"yet another one","user":"ada"}""");

        var passwords = House.Services.GetRequiredService<ICredentials>();
        Assert.True(await passwords.CheckPasswordAsync(ada.UserId, new("yet another one"), Cancellation));
    }
}
