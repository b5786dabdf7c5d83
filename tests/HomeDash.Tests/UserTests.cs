using HomeDash.Procedures;
using HomeDash.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace HomeDash.Tests;

public sealed class UserOnSqlite() : UserTests(Dialect.Sqlite);

public sealed class UserOnPostgreSql() : UserTests(Dialect.PostgreSql);

public abstract class UserTests(Dialect dialect) : HouseTests(dialect)
{
    /// <summary>What everybody may from the start.</summary>
    private static readonly string[] Everyones =
    [
        "apiKeys.own", "app.ping", "app.view", "approvals.own", "board.create", "board.modify", "board.view", "icon.view", "info.view", "profile.view", "tools.endSession", "tools.view", "user.self",
    ];

    [Fact]
    public async Task Everyone_holds_what_everyone_may()
    {
        var ada = await House.AddUserAsync("ada");

        Assert.Equal(Everyones, ada.Permissions.Order(StringComparer.Ordinal));
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
        Assert.Equal(ErrorReason.TargetNotFound, (await House.FailAsync(ada, "user.changePassword", """{"password":"a new password","user":"root"}""")).Reason);

        await House.CallAsync(ada, "user.changePassword", """{"password":"a new password","current":"password of ada"}""");
        await House.CallAsync(root, "user.changePassword", """{"password":"yet another one","user":"ada"}""");

        var passwords = House.Services.GetRequiredService<ICredentials>();
        Assert.Equal(PasswordCheck.Right, await passwords.CheckPasswordAsync(ada, new("yet another one"), Cancellation));
    }

    [Fact]
    public async Task A_user_is_told_with_groups_and_what_follows_from_them()
    {
        var ada = await House.AddUserAsync("ada");
        await House.CallAsync(Caller.House, "group.create", """{"name":"Family"}""");
        await House.CallAsync(Caller.House, "group.addMembers", """{"group":"Family","users":["ada"]}""");
        await House.CallAsync(Caller.House, "group.grantPermissions", """{"group":"Family","permissions":["app.create"]}""");

        var told = await House.CallAsync(Caller.House, "user.get", """{"user":"ADA"}""");

        Assert.Equal("ada", Text(told, "name"));
        Assert.Equal(["Everyone", "Family"], Texts(told, "groups"));
        Assert.Equal(Everyones.Append("app.create").Order(StringComparer.Ordinal), Texts(told, "permissions"));
        var root = await House.CallAsync(await House.AddUserAsync("root", administrator: true), "user.get");
        Assert.Equal(["Administrators", "Everyone"], Texts(root, "groups"));
        Assert.Contains("admin", Texts(root, "permissions"));
        Assert.Equal(told.GetRawText(), (await House.CallAsync(ada, "user.get")).GetRawText());
        Assert.Equal(told.GetRawText(), (await House.CallAsync(ada, "user.get", $$"""{"user":"{{ada.UserId}}"}""")).GetRawText());
    }

    [Theory]
    [InlineData("user.get", "")]
    [InlineData("user.changePassword", ",\"password\":\"a new password\"")]
    [InlineData("apiKeys.create", ",\"name\":\"laptop\"")]
    public async Task Who_may_not_see_others_is_not_told_whether_they_exist(string path, string rest)
    {
        var ada = await House.AddUserAsync("ada");
        var root = await House.AddUserAsync("root", administrator: true);

        foreach (var given in new[] { "root", "nobody", root.UserId })
        {
            var error = await House.FailAsync(ada, path, $$"""{"user":"{{given}}"{{rest}}}""");

            Assert.Equal((ErrorReason.TargetNotFound, $"There is no user '{given}'."), (error.Reason, error.Message));
            Assert.Null(error.Next);
        }

        Assert.Equal("user.list", (await House.FailAsync(root, path, $$"""{"user":"nobody"{{rest}}}""")).Next!.Procedure);
    }

    [Fact]
    public async Task The_house_itself_has_to_say_which_user() =>
        Assert.Equal("user", Assert.Single((await House.FailAsync(Caller.House, "user.get")).Problems).Path);

    [Fact]
    public async Task A_deleted_user_is_returned_and_gone_with_keys_and_memberships()
    {
        var ada = await House.AddUserAsync("ada");
        var root = await House.AddUserAsync("root", administrator: true);
        await House.CallAsync(Caller.House, "group.create", """{"name":"Family"}""");
        await House.CallAsync(Caller.House, "group.addMembers", """{"group":"Family","users":["ada"]}""");
        var token = Text(await House.CallAsync(ada, "apiKeys.create", """{"name":"laptop"}"""), "token")!.Split('.');
        var keys = House.Services.GetRequiredService<ApiKeyVerifier>();
        Assert.NotNull(await keys.VerifyAsync(token[0], token[1], Cancellation));

        var changes = await House.DryRunAsync(root, "user.delete", """{"user":"ada"}""");
        Assert.Equal(["user", "apiKeys"], changes.Select(change => change.Topic));
        Assert.Equal("ada", Text(await House.CallAsync(root, "user.delete", """{"user":"Ada"}"""), "name"));

        Assert.Null(await keys.VerifyAsync(token[0], token[1], Cancellation));
        Assert.Null(await House.Services.GetRequiredService<Accounts>().RightsAsync(ada.UserId, Cancellation));
        Assert.Equal(["root"], Names(await House.CallAsync(root, "user.list")));
        Assert.Empty((await House.CallAsync(root, "group.get", """{"group":"Family"}""")).GetProperty("members").EnumerateArray());
        Assert.Empty((await House.CallAsync(root, "apiKeys.list")).GetProperty("items").EnumerateArray());
        Assert.Equal(ErrorReason.TargetNotFound, (await House.FailAsync(ada, "user.get")).Reason);
    }

    [Fact]
    public async Task An_administrator_may_leave_while_another_can_sign_in()
    {
        var root = await House.AddUserAsync("root", administrator: true);
        await House.AddUserAsync("eve", administrator: true);
        await House.CallAsync(Caller.House, "user.update", """{"user":"eve","disabled":true}""");

        var refused = await House.FailAsync(root, "user.delete", """{"user":"root"}""");
        Assert.Equal(ErrorReason.WrongState, refused.Reason);
        Assert.Equal(["eve", "root"], Names(await House.CallAsync(root, "user.list")));

        await House.CallAsync(root, "user.update", """{"user":"eve","disabled":false}""");
        await House.CallAsync(root, "user.delete", """{"user":"root"}""");
        Assert.Equal(["eve"], Names(await House.CallAsync(Caller.House, "user.list")));
    }

    [Fact]
    public async Task The_last_user_stays_administrator_or_not()
    {
        await House.AddUserAsync("ada");
        await House.AddUserAsync("bob");

        await House.CallAsync(Caller.House, "user.delete", """{"user":"ada"}""");
        Assert.Contains("only user", (await House.FailAsync(Caller.House, "user.delete", """{"user":"bob"}""")).Message);

        Assert.Equal(["bob"], Names(await House.CallAsync(Caller.House, "user.list")));
    }

    [Fact]
    public async Task Only_administrators_delete_and_change_users()
    {
        var ada = await House.AddUserAsync("ada");
        await House.AddUserAsync("root", administrator: true);

        Assert.Equal(ErrorReason.NotAllowed, (await House.FailAsync(ada, "user.delete", """{"user":"ada"}""")).Reason);
        Assert.Equal(ErrorReason.NotAllowed, (await House.FailAsync(ada, "user.update", """{"user":"ada","administrator":true}""")).Reason);
    }

    [Fact]
    public async Task Where_nobody_is_an_administrator_yet_others_can_still_be_kept_out()
    {
        await House.AddUserAsync("ada");

        Assert.True((await House.CallAsync(Caller.House, "user.update", """{"user":"ada","disabled":true}""")).GetProperty("disabled").GetBoolean());
    }

    private static string[] Texts(System.Text.Json.JsonElement item, string list) => [.. item.GetProperty(list).EnumerateArray().Select(text => text.GetString()!)];
}
