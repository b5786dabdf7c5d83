using System.Text.Json;
using HomeDash.Procedures;
using HomeDash.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace HomeDash.Tests;

public sealed class ProfilesOnSqlite() : ProfileTests(Dialect.Sqlite);

public sealed class ProfilesOnPostgreSql() : ProfileTests(Dialect.PostgreSql);

public abstract class ProfileTests(Dialect dialect) : HouseTests(dialect)
{
    private IToolProfiles Profiles => House.Services.GetRequiredService<IToolProfiles>();

    [Fact]
    public async Task Four_profiles_are_built_in()
    {
        var ada = await House.AddUserAsync("ada");

        var all = (await House.CallAsync(ada, "profile.list")).GetProperty("items").EnumerateArray().ToDictionary(profile => Text(profile, "name")!);

        Assert.Equal(["home-assistant", "mcp", "media", "readonly"], all.Keys);
        Assert.All(all.Values, profile => Assert.True(profile.GetProperty("builtIn").GetBoolean() && !profile.GetProperty("changed").GetBoolean()));
        Assert.Equal("/api/mcp/media", Text(all["media"], "address"));
        Assert.True(all["readonly"].GetProperty("readOnly").GetBoolean());
        var voice = all["home-assistant"];
        Assert.Equal((false, true, "compact"), (voice.GetProperty("sessions").GetBoolean(), voice.GetProperty("textOnly").GetBoolean(), Text(voice, "detail")));
    }

    [Fact]
    public void Every_name_in_a_built_in_profile_is_a_namespace_or_a_procedure()
    {
        var catalog = House.Services.GetRequiredService<ProcedureCatalog>();
        var known = catalog.Procedures.SelectMany(procedure => new[] { procedure.Definition.Namespace, procedure.Definition.Path }).ToHashSet();

        Assert.All(Profiles.All, profile => Assert.Subset(known, profile.Include.ToHashSet()));
        Assert.InRange(Profiles.Find("home-assistant")!.Include.Count, 10, 25);
    }

    [Fact]
    public void Every_synonym_belongs_to_a_namespace_or_a_procedure()
    {
        var catalog = House.Services.GetRequiredService<ProcedureCatalog>();
        var known = catalog.Procedures.SelectMany(procedure => new[] { procedure.Definition.Namespace, procedure.Definition.Path }).ToHashSet();

        Assert.Subset(known, House.Services.GetRequiredService<ISearchWords>().ByName.Keys.ToHashSet());
    }

    [Fact]
    public async Task A_profile_is_served_from_the_moment_it_is_made_and_after_a_restart()
    {
        var version = Profiles.Version;
        var told = 0;
        Profiles.Changed += () => told++;

        var made = await House.CallAsync(Caller.House, "profile.create", """{"name":"garage","include":["app","info.get"],"exclude":["app.delete"],"textOnly":true,"toolSearch":true,"pinned":["app.list"]}""");

        Assert.Equal(("garage", "garage", "/api/mcp/garage"), (Text(made, "name"), Text(made, "title"), Text(made, "address")));
        var kept = Profiles.Find("garage")!;
        Assert.Equal((1, true), (told, Profiles.Version > version));
        Assert.True(kept is { TextOnly: true, ToolSearch: true, Sessions: true, ReadOnly: false });
        Assert.True(kept.Offers(Definition("app.update")));
        Assert.True(kept.Offers(Definition("info.get")));
        Assert.False(kept.Offers(Definition("info.health")));
        Assert.False(kept.Offers(Definition("app.delete")));
        Assert.True(kept.Lists(Definition("app.list")));
        Assert.False(kept.Lists(Definition("app.update")));

        var afterRestart = new ToolSettings(House.Work);
        await afterRestart.LoadAsync();
        Assert.Equal(["app", "info.get"], ((IToolProfiles)afterRestart).Find("garage")!.Include);
    }

    [Fact]
    public async Task What_is_left_out_of_a_change_stays_and_an_empty_list_empties()
    {
        await House.CallAsync(Caller.House, "profile.create", """{"name":"garage","title":"Garage","include":["app"],"exclude":["app.delete"]}""");

        var changed = await House.CallAsync(Caller.House, "profile.update", """{"name":"garage","exclude":[],"readOnly":true}""");

        Assert.Equal(("Garage", 1, 0), (Text(changed, "title"), changed.GetProperty("include").GetArrayLength(), changed.GetProperty("exclude").GetArrayLength()));
        Assert.False(Profiles.Find("garage")!.Offers(Definition("app.delete")));
        Assert.True(Profiles.Find("garage")!.Offers(Definition("app.list")));
    }

    [Fact]
    public async Task A_built_in_profile_can_be_changed_and_put_back_but_not_deleted()
    {
        var changed = await House.CallAsync(Caller.House, "profile.update", """{"name":"media","include":["app"]}""");
        Assert.True(changed.GetProperty("changed").GetBoolean());
        Assert.True(Profiles.Find("media")!.Offers(Definition("app.list")));

        var refused = await House.FailAsync(Caller.House, "profile.delete", """{"name":"media"}""");
        Assert.Contains("profile.reset", refused.Message);

        var back = await House.CallAsync(Caller.House, "profile.reset", """{"name":"media"}""");
        Assert.False(back.GetProperty("changed").GetBoolean());
        Assert.False(Profiles.Find("media")!.Offers(Definition("app.list")));
        Assert.Equal(0, await House.QueryAsync<long>("SELECT COUNT(*) FROM tool_profiles"));
    }

    [Fact]
    public async Task Names_that_nothing_has_are_refused_one_by_one_with_the_nearest()
    {
        var refused = await House.FailAsync(Caller.House, "profile.create", """{"name":"garage","include":["app","aps"],"pinned":["app.lst"]}""");

        Assert.Equal(["include[1]", "pinned[0]"], refused.Problems.Select(problem => problem.Path));
        Assert.Contains("app.list", refused.Problems[1].Message);
        Assert.Null(Profiles.Find("garage"));
    }

    [Theory]
    [InlineData("Garage", ErrorReason.InvalidInput)]
    [InlineData("1st", ErrorReason.InvalidInput)]
    [InlineData("s", ErrorReason.InvalidInput)]
    [InlineData("media", ErrorReason.AlreadyExists)]
    public async Task A_name_that_no_address_can_have_is_refused(string name, ErrorReason reason) =>
        Assert.Equal(reason, (await House.FailAsync(Caller.House, "profile.create", $$"""{"name":"{{name}}"}""")).Reason);

    [Fact]
    public async Task A_profile_of_ones_own_is_deleted_with_the_secret_paths_to_it()
    {
        var root = await House.AddUserAsync("root", administrator: true);
        await House.CallAsync(root, "settings.update", """{"secretPaths":true}""");
        await House.CallAsync(root, "profile.create", """{"name":"garage"}""");
        await House.CallAsync(root, "profile.createSecretPath", """{"name":"to go","profile":"garage"}""");
        await House.CallAsync(root, "profile.createSecretPath", """{"name":"to stay","profile":"media"}""");

        await House.CallAsync(root, "profile.delete", """{"name":"garage"}""");

        Assert.Null(Profiles.Find("garage"));
        Assert.Equal(["to stay"], Names(await House.CallAsync(root, "profile.listSecretPaths")));
    }

    [Fact]
    public async Task A_choice_can_be_looked_at_before_it_is_kept()
    {
        var preview = await House.CallAsync(Caller.House, "profile.preview", """{"include":["app","apiKeys"],"exclude":["app.delete"],"readOnly":true}""");

        string[] paths = [.. preview.GetProperty("paths").EnumerateArray().Select(path => path.GetString()!)];
        Assert.Equal(paths.Length, preview.GetProperty("tools").GetInt32());
        Assert.Contains("app.list", paths);
        Assert.Contains("apiKeys.list", paths);
        Assert.DoesNotContain("app.create", paths);
        Assert.DoesNotContain("apiKeys.create", paths);
    }

    [Fact]
    public async Task Only_who_holds_the_permission_makes_profiles()
    {
        var ada = await House.AddUserAsync("ada");

        Assert.Equal(ErrorReason.NotAllowed, (await House.FailAsync(ada, "profile.create", """{"name":"garage"}""")).Reason);
        Assert.Equal(ErrorReason.NotAllowed, (await House.FailAsync(ada, "profile.listSecretPaths")).Reason);
    }

    [Fact]
    public async Task What_is_only_tried_changes_nothing()
    {
        Assert.Equal("profile", Assert.Single(await House.DryRunAsync(Caller.House, "profile.create", """{"name":"garage"}""")).Topic);

        Assert.Null(Profiles.Find("garage"));
        Assert.Equal(4, (await House.CallAsync(Caller.House, "profile.list")).GetProperty("total").GetInt32());
    }

    private ProcedureDefinition Definition(string path) => House.Services.GetRequiredService<ProcedureCatalog>().Find(path)!.Definition;
}
