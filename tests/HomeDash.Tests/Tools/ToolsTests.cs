using System.Text.Json;
using HomeDash.Procedures;
using HomeDash.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace HomeDash.Tests;

/// <summary>The table of tools; it does not touch the database, so one engine will do.</summary>
public sealed class ToolsTests() : HouseTests(Dialect.Sqlite)
{
    [Fact]
    public async Task An_administrator_sees_every_procedure_with_its_contract()
    {
        var tools = await ListAsync(Caller.House);

        Assert.Equal(House.Services.GetRequiredService<ProcedureCatalog>().Procedures.Select(procedure => procedure.Definition.Path), tools.Keys);
        var create = tools["app.create"];
        Assert.Equal(("app_create", "Create app", "mutation", "create"), (Text(create, "tool"), Text(create, "title"), Text(create, "kind"), Text(create, "effect")));
        Assert.True(create.GetProperty("onMcp").GetBoolean());
        Assert.Equal("name", Text(create.GetProperty("parameters")[0], "name"));
        Assert.True(create.GetProperty("parameters")[0].GetProperty("required").GetBoolean());
        Assert.Equal("object", JsonElement.Parse(Text(create, "inputSchema")!).GetProperty("type").GetString());
        Assert.Equal("object", JsonElement.Parse(Text(create, "outputSchema")!).GetProperty("type").GetString());
        Assert.Equal("app", Text(tools["app.get"].GetProperty("parameters")[0], "target"));
    }

    [Fact]
    public async Task Others_see_what_they_hold_the_permission_for()
    {
        var tools = await ListAsync(await House.AddUserAsync("ada"));

        Assert.Contains("app.list", tools.Keys);
        Assert.DoesNotContain("app.create", tools.Keys);
        Assert.DoesNotContain("user.list", tools.Keys);
    }

    [Fact]
    public async Task What_is_not_on_mcp_says_why_and_where_a_person_does_it()
    {
        var tools = await ListAsync(Caller.House);

        var create = tools["apiKeys.create"];
        Assert.False(create.GetProperty("onMcp").GetBoolean());
        Assert.Contains("secret", Text(create, "whyNotOnMcp"));
        Assert.Equal("/tools/api", Text(create, "page"));
        Assert.Contains("No Docker engine is connected", Text(tools["docker.list"], "whyNotOnMcp"));
        Assert.All(tools.Values, tool => Assert.Equal(tool.GetProperty("onMcp").GetBoolean(), Text(tool, "whyNotOnMcp") is null));
    }

    private async Task<Dictionary<string, JsonElement>> ListAsync(Caller caller) =>
        (await House.CallAsync(caller, "tools.list")).GetProperty("items").EnumerateArray().ToDictionary(tool => Text(tool, "path")!);
}
