using HomeDash.Procedures.Fixture;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace HomeDash.Mcp.Tests;

/// <summary>A router of another assembly is on MCP with nothing but its registration.</summary>
public sealed class GeneratedProcedures
{
    [Fact]
    public async Task Its_procedures_are_tools_except_the_one_with_a_secret()
    {
        await using var host = await McpHost.StartAsync(services => services.AddFixture());
        await using var client = await host.ConnectAsync();

        var tools = (await client.ListToolsAsync(cancellationToken: TestContext.Current.CancellationToken)).ToDictionary(tool => tool.Name);

        Assert.Equal("Restart gadgets", tools["fixture_restart"].Title);
        Assert.Equal("Names or ids, as fixture_list shows them.", tools["fixture_restart"].JsonSchema.GetProperty("properties").GetProperty("gadgets").GetProperty("description").GetString());
        Assert.DoesNotContain("fixture_createToken", tools.Keys);
    }

    [Fact]
    public async Task Wrong_types_and_unknown_arguments_are_all_named()
    {
        var error = CallResults.Error(await CallAsync("fixture_restart", new() { ["gadgets"] = "lamp", ["grace"] = 99, ["greace"] = 1 }));

        Assert.Equal("invalid_input", error.GetProperty("reason").GetString());
        Assert.Equal(["gadgets", "grace", "greace"], error.GetProperty("problems").EnumerateArray().Select(problem => problem.GetProperty("path").GetString()).Order());
    }

    [Fact]
    public async Task Text_that_is_plainly_a_number_will_do()
    {
        var result = await CallAsync("fixture_list", new() { ["limit"] = "1" });

        Assert.NotEqual(true, result.IsError);
        Assert.Equal(1, result.StructuredContent!.Value.GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task A_name_that_does_not_exist_is_answered_with_one_that_does()
    {
        var all = await CallAsync("fixture_list", []);
        var name = all.StructuredContent!.Value.GetProperty("items")[0].GetProperty("name").GetString()!;

        var result = await CallAsync("fixture_get", new() { ["gadget"] = name + "x" });

        Assert.Equal("target_not_found", CallResults.Error(result).GetProperty("reason").GetString());
        Assert.Contains(name, CallResults.Text(result));
    }

    private static async Task<CallToolResult> CallAsync(string tool, Dictionary<string, object?> arguments)
    {
        await using var host = await McpHost.StartAsync(services => services.AddFixture());
        await using var client = await host.ConnectAsync();
        return await client.CallToolAsync(tool, arguments, cancellationToken: TestContext.Current.CancellationToken);
    }
}
