using System.Text.Json;
using HomeDash.Procedures;
using HomeDash.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace HomeDash.Tests;

public sealed class ToolSwitchesOnSqlite() : ToolSwitchTests(Dialect.Sqlite);

public sealed class ToolSwitchesOnPostgreSql() : ToolSwitchTests(Dialect.PostgreSql);

public abstract class ToolSwitchTests(Dialect dialect) : HouseTests(dialect)
{
    private IToolSwitches Switches => House.Services.GetRequiredService<IToolSwitches>();

    [Fact]
    public async Task A_tool_that_is_switched_off_says_so_in_the_table_and_counts_in_no_profile()
    {
        var before = (await ProfileAsync("mcp")).GetProperty("tools").GetInt32();

        var set = await House.CallAsync(Caller.House, "tools.update", """{"tool":"app_delete","enabled":false}""");

        Assert.Equal(("app.delete", "app_delete", false), (Text(set, "path"), Text(set, "tool"), set.GetProperty("enabled").GetBoolean()));
        Assert.Equal(new("app.delete", Off: true, null), Switches.Find("app.delete"));
        var tool = await ToolAsync("app.delete");
        Assert.False(tool.GetProperty("enabled").GetBoolean());
        Assert.False(tool.GetProperty("onMcp").GetBoolean());
        Assert.Contains("switched off", Text(tool, "whyNotOnMcp"));
        Assert.Equal(before - 1, (await ProfileAsync("mcp")).GetProperty("tools").GetInt32());

        await House.CallAsync(Caller.House, "tools.update", """{"tool":"app.delete","enabled":true}""");
        Assert.Null(Switches.Find("app.delete"));
        Assert.Equal(0, await House.QueryAsync<long>("SELECT COUNT(*) FROM tool_switches"));
    }

    [Fact]
    public async Task People_and_programs_can_still_call_what_is_switched_off_for_ai_clients()
    {
        await House.CallAsync(Caller.House, "tools.update", """{"tool":"app.list","enabled":false}""");

        Assert.Equal(0, (await House.CallAsync(Caller.House, "app.list")).GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task A_tool_is_described_in_other_words_until_they_are_taken_away()
    {
        await House.CallAsync(Caller.House, "tools.update", """{"tool":"app.delete","description":" Ask the user twice. "}""");

        Assert.Equal("Ask the user twice.", Switches.Find("app.delete")!.Description);
        var tool = await ToolAsync("app.delete");
        Assert.Equal("Ask the user twice.", Text(tool, "ownDescription"));
        Assert.StartsWith("Deletes", Text(tool, "description"));
        Assert.True(tool.GetProperty("onMcp").GetBoolean());

        await House.CallAsync(Caller.House, "tools.update", """{"tool":"app.delete","description":""}""");
        Assert.Null(Switches.Find("app.delete"));
    }

    [Fact]
    public async Task The_table_says_which_profiles_have_a_tool()
    {
        Assert.Equal("mcp readonly", Profiles(await ToolAsync("app.list")));
        Assert.Equal("home-assistant mcp", Profiles(await ToolAsync("docker.restart")));
        Assert.Equal("", Profiles(await ToolAsync("apiKeys.create")));

        static string Profiles(JsonElement tool) => string.Join(' ', tool.GetProperty("profiles").EnumerateArray().Select(name => name.GetString()));
    }

    [Fact]
    public async Task A_tool_that_there_is_not_is_refused_with_the_nearest()
    {
        var refused = await House.FailAsync(Caller.House, "tools.update", """{"tool":"app_delet","enabled":false}""");

        Assert.Equal(ErrorReason.TargetNotFound, refused.Reason);
        Assert.Contains("app_delete", refused.Message);
    }

    private async Task<JsonElement> ToolAsync(string path) =>
        (await House.CallAsync(Caller.House, "tools.list")).GetProperty("items").EnumerateArray().Single(tool => Text(tool, "path") == path);

    private Task<JsonElement> ProfileAsync(string name) => House.CallAsync(Caller.House, "profile.get", $$"""{"name":"{{name}}"}""");
}
