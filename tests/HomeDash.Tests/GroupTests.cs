using System.Text.Json;
using HomeDash.Procedures;
using HomeDash.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace HomeDash.Tests;

public sealed class GroupOnSqlite() : GroupTests(Dialect.Sqlite);

public sealed class GroupOnPostgreSql() : GroupTests(Dialect.PostgreSql);

public abstract class GroupTests(Dialect dialect) : HouseTests(dialect)
{
    [Fact]
    public async Task Two_groups_came_with_the_house()
    {
        await House.AddUserAsync("ada");
        await House.AddUserAsync("root", administrator: true);

        var page = await CallAsync("group.list");

        Assert.Equal(["Administrators", "Everyone"], Names(page));
        Assert.Equal([(true, 1, 1), (true, 2, 13)], page.GetProperty("items").EnumerateArray().Select(group =>
            (group.GetProperty("builtIn").GetBoolean(), group.GetProperty("members").GetInt32(), group.GetProperty("permissions").GetInt32())));
        Assert.Equal(["ada", "root"], Members(await CallAsync("group.get", """{"group":"everyone"}""")));
        var administrators = await CallAsync("group.get", """{"group":"ADMINISTRATORS"}""");
        Assert.Equal(["root"], Members(administrators));
        Assert.Equal(["admin"], Texts(administrators, "permissions"));
    }

    [Fact]
    public async Task A_group_is_made_renamed_and_deleted()
    {
        var made = await CallAsync("group.create", """{"name":" Family "}""");
        var id = Text(made, "id");
        Assert.Equal("Family", Text(made, "name"));
        Assert.False(made.GetProperty("builtIn").GetBoolean());
        Assert.Equal(["Administrators", "Everyone", "Family"], Names(await CallAsync("group.list")));

        Assert.Equal("The family", Text(await CallAsync("group.update", """{"group":"fAMILY","name":"The family"}"""), "name"));
        Assert.Equal("THE family", Text(await CallAsync("group.update", $$"""{"group":"{{id}}","name":"THE family"}"""), "name"));

        Assert.Equal("THE family", Text(await CallAsync("group.delete", """{"group":"the family"}"""), "name"));
        var gone = await FailAsync("group.get", $$"""{"group":"{{id}}"}""");
        Assert.Equal(ErrorReason.TargetNotFound, gone.Reason);
        Assert.Equal("group.list", gone.Next!.Procedure);
    }

    [Theory]
    [InlineData("everyone")]
    [InlineData("fAmily")]
    [InlineData(" Family")]
    public async Task Names_that_differ_only_in_case_are_one_name(string name)
    {
        await CallAsync("group.create", """{"name":"Family"}""");
        await CallAsync("group.create", """{"name":"Guests"}""");

        Assert.Equal(ErrorReason.AlreadyExists, (await FailAsync("group.create", $$"""{"name":"{{name}}"}""")).Reason);
        Assert.Equal(ErrorReason.AlreadyExists, (await FailAsync("group.update", $$"""{"group":"Guests","name":"{{name}}"}""")).Reason);
    }

    [Theory]
    [InlineData("   ")]
    [InlineData("a\\nb")]
    public async Task A_name_can_be_seen(string name) =>
        Assert.Equal("name", Assert.Single((await FailAsync("group.create", $$"""{"name":"{{name}}"}""")).Problems).Path);

    [Theory]
    [InlineData("administrators")]
    [InlineData("everyone")]
    public async Task What_came_with_the_house_stays(string group)
    {
        Assert.Equal(ErrorReason.WrongState, (await FailAsync("group.delete", $$"""{"group":"{{group}}"}""")).Reason);
        Assert.Equal(ErrorReason.WrongState, (await FailAsync("group.update", $$"""{"group":"{{group}}","name":"Mine"}""")).Reason);
        Assert.Equal(["Administrators", "Everyone"], Names(await CallAsync("group.list")));
    }

    [Fact]
    public async Task A_mistyped_group_is_answered_with_the_near_ones()
    {
        await CallAsync("group.create", """{"name":"Family"}""");

        Assert.Contains("Did you mean 'Family'?", (await FailAsync("group.get", """{"group":"famly"}""")).Message);
        Assert.Equal(ErrorReason.TargetNotFound, (await FailAsync("group.delete", """{"group":"Fam"}""")).Reason);
    }

    [Fact]
    public async Task Members_come_and_go()
    {
        var ada = await House.AddUserAsync("ada");
        await House.AddUserAsync("bob");
        await CallAsync("group.create", """{"name":"Family"}""");

        Assert.Equal(["ada", "bob"], Members(await CallAsync("group.addMembers", """{"group":"Family","users":["bob","ADA","ada"]}""")));
        Assert.Empty(await House.DryRunAsync(Caller.House, "group.addMembers", """{"group":"Family","users":["bob"]}"""));
        Assert.Equal(["bob"], Members(await CallAsync("group.removeMembers", $$"""{"group":"Family","users":["{{ada.UserId}}"]}""")));
        Assert.Empty(await House.DryRunAsync(Caller.House, "group.removeMembers", """{"group":"Family","users":["ada"]}"""));

        var unknown = await FailAsync("group.addMembers", """{"group":"Family","users":["ada","bobb"]}""");
        Assert.Equal(ErrorReason.TargetNotFound, unknown.Reason);
        Assert.Contains("Did you mean 'bob'?", unknown.Message);
        Assert.Equal(["bob"], Members(await CallAsync("group.get", """{"group":"Family"}""")));
    }

    [Fact]
    public async Task Everybody_belongs_to_everyone_always()
    {
        await House.AddUserAsync("ada");

        foreach (var change in new[] { "group.addMembers", "group.removeMembers" })
        {
            var error = await FailAsync(change, """{"group":"Everyone","users":["ada"]}""");
            Assert.Equal(ErrorReason.WrongState, error.Reason);
            Assert.Contains("group.create", error.Message);
        }
    }

    [Fact]
    public async Task Belonging_to_the_administrators_makes_one_and_the_last_who_can_sign_in_stays()
    {
        await House.AddUserAsync("root", administrator: true);
        await House.AddUserAsync("ada");
        await House.AddUserAsync("eve");

        var changes = await House.DryRunAsync(Caller.House, "group.addMembers", """{"group":"administrators","users":["ada"]}""");
        Assert.Equal(["group", "user"], changes.Select(change => change.Topic));
        Assert.Contains("\"administrator\":false", changes[1].Before);
        Assert.Contains("\"administrator\":true", changes[1].After);
        await CallAsync("group.addMembers", """{"group":"administrators","users":["ada","eve"]}""");
        Assert.True((await House.CallerAsync("ada")).IsAdministrator);

        await CallAsync("user.update", """{"user":"eve","disabled":true}""");
        var refused = await FailAsync("group.removeMembers", """{"group":"administrators","users":["root","ada"]}""");
        Assert.Equal(ErrorReason.WrongState, refused.Reason);
        Assert.Contains("ada, root", refused.Message);
        Assert.True((await House.CallerAsync("ada")).IsAdministrator);

        await CallAsync("group.removeMembers", """{"group":"administrators","users":["root"]}""");
        Assert.False((await House.CallerAsync("root")).IsAdministrator);
        Assert.Equal(ErrorReason.WrongState, (await FailAsync("user.delete", """{"user":"ada"}""")).Reason);
    }

    [Fact]
    public async Task Permissions_are_given_and_taken_and_bind_at_the_next_call()
    {
        await House.AddUserAsync("ada");
        await CallAsync("group.create", """{"name":"Family"}""");
        await CallAsync("group.addMembers", """{"group":"Family","users":["ada"]}""");
        const string create = """{"name":"Plex"}""";
        Assert.Equal(ErrorReason.NotAllowed, (await House.FailAsync(await House.CallerAsync("ada"), "app.create", create)).Reason);

        var given = await CallAsync("group.grantPermissions", """{"group":"Family","permissions":["app.create","app.modify","app.create"]}""");
        Assert.Equal(["app.create", "app.modify"], Texts(given, "permissions"));
        await House.CallAsync(await House.CallerAsync("ada"), "app.create", create);
        Assert.Empty(await House.DryRunAsync(Caller.House, "group.grantPermissions", """{"group":"Family","permissions":["app.modify"]}"""));

        var taken = await CallAsync("group.revokePermissions", """{"group":"Family","permissions":["app.create","app.delete"]}""");
        Assert.Equal(["app.modify"], Texts(taken, "permissions"));
        Assert.Equal(ErrorReason.NotAllowed, (await House.FailAsync(await House.CallerAsync("ada"), "app.create", create)).Reason);

        await CallAsync("group.revokePermissions", """{"group":"everyone","permissions":["app.view"]}""");
        Assert.Equal(ErrorReason.NotAllowed, (await House.FailAsync(await House.CallerAsync("ada"), "app.list")).Reason);
    }

    [Fact]
    public async Task A_member_who_leaves_and_a_group_that_is_deleted_take_their_rights_along()
    {
        await House.AddUserAsync("ada");
        await CallAsync("group.create", """{"name":"Family"}""");
        await CallAsync("group.grantPermissions", """{"group":"Family","permissions":["app.create"]}""");
        foreach (var (path, input) in new[] { ("group.removeMembers", """{"group":"Family","users":["ada"]}"""), ("group.delete", """{"group":"Family"}""") })
        {
            await CallAsync("group.addMembers", """{"group":"Family","users":["ada"]}""");
            Assert.Contains("app.create", (await House.CallerAsync("ada")).Permissions);

            await CallAsync(path, input);

            Assert.DoesNotContain("app.create", (await House.CallerAsync("ada")).Permissions);
        }
    }

    [Fact]
    public async Task Only_declared_permissions_are_given()
    {
        await CallAsync("group.create", """{"name":"Family"}""");

        var error = await FailAsync("group.grantPermissions", """{"group":"Family","permissions":["app.view","app.creat","nonsense","admin"]}""");

        Assert.Equal(["permissions[1]", "permissions[2]", "permissions[3]"], error.Problems.Select(problem => problem.Path));
        Assert.Contains("Did you mean 'app.create'?", error.Problems[0].Message);
        Assert.Contains("group.permissions", error.Problems[1].Message);
        Assert.Contains("group.addMembers", error.Problems[2].Message);
        Assert.Empty(Texts(await CallAsync("group.get", """{"group":"Family"}"""), "permissions"));
    }

    [Fact]
    public async Task A_permission_that_nobody_declares_any_more_can_still_be_taken_away()
    {
        await House.AllowEveryoneAsync("bridge.old");

        Assert.DoesNotContain("bridge.old", Texts(await CallAsync("group.revokePermissions", """{"group":"everyone","permissions":["bridge.old"]}"""), "permissions"));
        var error = await FailAsync("group.revokePermissions", """{"group":"everyone","permissions":["bridge.old"]}""");
        Assert.Equal("permissions[0]", Assert.Single(error.Problems).Path);
    }

    [Theory]
    [InlineData("group.grantPermissions", "app.view")]
    [InlineData("group.revokePermissions", "admin")]
    public async Task The_administrators_may_everything_always(string path, string permission)
    {
        var error = await FailAsync(path, $$"""{"group":"administrators","permissions":["{{permission}}"]}""");

        Assert.Equal(ErrorReason.WrongState, error.Reason);
        Assert.Contains("may do everything", error.Message);
    }

    [Fact]
    public async Task Every_permission_is_told_with_what_it_is_good_for()
    {
        var all = (await CallAsync("group.permissions")).GetProperty("items").EnumerateArray().ToDictionary(permission => Text(permission, "name")!);

        Assert.Equal(House.Services.GetRequiredService<ProcedureCatalog>().Permissions.Select(permission => permission.Name), all.Keys);
        Assert.Equal("Add apps.", Text(all["app.create"], "description"));
        Assert.True(all["app.create"].GetProperty("grantable").GetBoolean());
        Assert.Equal(["app.create"], Texts(all["app.create"], "procedures"));
        Assert.Equal(["app.get", "app.history", "app.list", "app.search", "app.status"], Texts(all["app.view"], "procedures"));
        Assert.False(all["admin"].GetProperty("grantable").GetBoolean());
        Assert.Contains("group.delete", Texts(all["admin"], "procedures"));
    }

    [Theory]
    [InlineData("group.list", "{}")]
    [InlineData("group.permissions", "{}")]
    [InlineData("group.get", """{"group":"everyone"}""")]
    [InlineData("group.create", """{"name":"Mine"}""")]
    [InlineData("group.update", """{"group":"Family","name":"Mine"}""")]
    [InlineData("group.delete", """{"group":"Family"}""")]
    [InlineData("group.addMembers", """{"group":"administrators","users":["ada"]}""")]
    [InlineData("group.removeMembers", """{"group":"administrators","users":["root"]}""")]
    [InlineData("group.grantPermissions", """{"group":"everyone","permissions":["app.delete"]}""")]
    [InlineData("group.revokePermissions", """{"group":"everyone","permissions":["app.view"]}""")]
    public async Task Only_administrators_see_and_change_groups(string path, string input)
    {
        var ada = await House.AddUserAsync("ada");
        await House.AddUserAsync("root", administrator: true);
        await CallAsync("group.create", """{"name":"Family"}""");

        Assert.Equal(ErrorReason.NotAllowed, (await House.FailAsync(ada, path, input)).Reason);
    }

    [Fact]
    public async Task A_dry_run_tells_what_would_change_and_keeps_nothing()
    {
        await House.AddUserAsync("ada");
        await CallAsync("group.create", """{"name":"Family"}""");
        await CallAsync("group.addMembers", """{"group":"Family","users":["ada"]}""");

        var deleted = Assert.Single(await House.DryRunAsync(Caller.House, "group.delete", """{"group":"Family"}"""));
        Assert.Contains("\"name\":\"ada\"", deleted.Before);
        Assert.Null(deleted.After);
        var granted = Assert.Single(await House.DryRunAsync(Caller.House, "group.grantPermissions", """{"group":"Family","permissions":["app.create"]}"""));
        Assert.DoesNotContain("app.create", granted.Before);
        Assert.Contains("app.create", granted.After);

        Assert.Empty(Texts(await CallAsync("group.get", """{"group":"Family"}"""), "permissions"));
    }

    private Task<JsonElement> CallAsync(string path, string input = "{}") => House.CallAsync(Caller.House, path, input);

    private Task<ProcedureError> FailAsync(string path, string input) => House.FailAsync(Caller.House, path, input);

    private static string[] Members(JsonElement group) => [.. group.GetProperty("members").EnumerateArray().Select(member => Text(member, "name")!)];

    private static string[] Texts(JsonElement item, string list) => [.. item.GetProperty(list).EnumerateArray().Select(text => text.GetString()!)];
}
