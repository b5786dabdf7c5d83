using HomeDash.Procedures.Fixture;
using Microsoft.Extensions.DependencyInjection;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace HomeDash.Mcp.Tests;

/// <summary>A model can ask what a change would do before it does it.</summary>
public sealed class DryRuns
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string> AllVersions => McpHost.AllVersions;

    [Theory, MemberData(nameof(AllVersions))]
    public async Task A_dry_run_says_what_would_change_and_is_no_failure(string version)
    {
        var shelf = new GadgetShelf();
        await using var host = await McpHost.StartAsync(services => services.AddFixture().AddSingleton(shelf));
        await using var client = await host.ConnectAsync(version);
        await client.ListToolsAsync(cancellationToken: Cancellation);

        var result = await CallAsync(client, "fixture_rename", ("gadget", "lamp"), ("name", "torch"), ("dryRun", true));

        Assert.NotEqual(true, result.IsError);
        Assert.StartsWith("Nothing was done. This would happen:\n- The gadget 'g2' would change from ", Assert.IsType<TextContentBlock>(Assert.Single(result.Content)).Text, StringComparison.Ordinal);
        var plan = result.StructuredContent!.Value;
        Assert.True(plan.GetProperty("dryRun").GetBoolean());
        Assert.Equal("torch", plan.GetProperty("changes")[0].GetProperty("after").GetProperty("name").GetString());
        Assert.Equal("lamp", shelf["g2"].Name);
    }

    [Fact]
    public async Task A_change_of_a_service_is_planned_step_by_step_and_left_undone()
    {
        var shelf = new GadgetShelf();
        await using var host = await McpHost.StartAsync(services => services.AddFixture().AddSingleton(shelf));
        await using var client = await host.ConnectAsync();

        var result = await CallAsync(client, "fixture_restart", ("gadgets", new[] { "lamp", "clock" }), ("dryRun", "true"));

        Assert.Equal("""{"dryRun":true,"steps":["Restart lamp after 5 s.","Restart clock after 5 s."],"changes":[]}""", result.StructuredContent!.Value.GetRawText());
        Assert.Equal(GadgetState.Idle, shelf["g2"].State);
    }

    [Fact]
    public async Task Every_tool_that_changes_something_takes_it_and_promises_nothing_that_a_plan_has_not()
    {
        await using var host = await McpHost.StartAsync(services => services.AddFixture());
        await using var client = await host.ConnectAsync();

        var tools = await client.ListToolsAsync(cancellationToken: Cancellation);

        Assert.All(tools, tool => Assert.Equal(
            tool.ProtocolTool.Annotations!.ReadOnlyHint == false,
            tool.JsonSchema.GetProperty("properties").TryGetProperty("dryRun", out var wish) && wish.GetProperty("type").GetString() == "boolean"));
        Assert.All(tools.Where(tool => tool.ProtocolTool.Annotations!.ReadOnlyHint == false && tool.Name.StartsWith("fixture", StringComparison.Ordinal)),
            tool => Assert.DoesNotContain("\"required\"", tool.ReturnJsonSchema!.Value.GetRawText()));
    }

    [Fact]
    public async Task Without_it_or_with_false_the_change_is_made()
    {
        var shelf = new GadgetShelf();
        await using var host = await McpHost.StartAsync(services => services.AddFixture().AddSingleton(shelf));
        await using var client = await host.ConnectAsync();

        await CallAsync(client, "fixture_rename", ("gadget", "lamp"), ("name", "torch"), ("dryRun", false));

        Assert.Equal("torch", shelf["g2"].Name);
    }

    [Fact]
    public async Task What_is_neither_true_nor_false_is_refused_and_nothing_is_done()
    {
        var shelf = new GadgetShelf();
        await using var host = await McpHost.StartAsync(services => services.AddFixture().AddSingleton(shelf));
        await using var client = await host.ConnectAsync();

        var result = await CallAsync(client, "fixture_rename", ("gadget", "lamp"), ("name", "torch"), ("dryRun", "perhaps"));

        Assert.Equal("dryRun", CallResults.Error(result).GetProperty("problems")[0].GetProperty("path").GetString());
        Assert.Equal("lamp", shelf["g2"].Name);
    }

    [Fact]
    public async Task A_query_has_nothing_to_try()
    {
        await using var host = await McpHost.StartAsync(services => services.AddFixture());
        await using var client = await host.ConnectAsync();

        var result = await CallAsync(client, "fixture_list", ("dryRun", true));

        Assert.Equal("dryRun", CallResults.Error(result).GetProperty("problems")[0].GetProperty("path").GetString());
    }

    private static async Task<CallToolResult> CallAsync(McpClient client, string tool, params (string Name, object? Value)[] arguments) =>
        await client.CallToolAsync(tool, arguments.ToDictionary(argument => argument.Name, argument => argument.Value), cancellationToken: Cancellation);
}
