using System.Text.Json;
using ModelContextProtocol;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace HomeDash.Mcp.Tests;

/// <summary>The official client, in each version of the protocol.</summary>
public sealed class EveryVersion
{
    public static TheoryData<string> All => McpHost.AllVersions;

    [Theory, MemberData(nameof(All))]
    public async Task A_client_learns_who_it_talks_to(string version)
    {
        await using var host = await McpHost.StartAsync();
        await using var client = await host.ConnectAsync(version);

        Assert.Equal(version, client.NegotiatedProtocolVersion);
        Assert.Equal("homedash", client.ServerInfo?.Name);
        Assert.Contains("lamp_list", client.ServerInstructions);
        var tools = client.ServerCapabilities?.Tools;
        Assert.NotNull(tools);
        Assert.True(tools.ListChanged);
    }

    [Theory, MemberData(nameof(All))]
    public async Task A_client_lists_and_calls_tools(string version)
    {
        await using var host = await McpHost.StartAsync();
        await using var client = await host.ConnectAsync(version);

        var tools = await client.ListToolsAsync(cancellationToken: TestContext.Current.CancellationToken);
        var result = await client.CallToolAsync("lamp_get", cancellationToken: TestContext.Current.CancellationToken);

        Assert.Contains(tools, tool => tool.Name == "lamp_get" && tool.ReturnJsonSchema is not null);
        Assert.NotEqual(true, result.IsError);
        var text = Assert.IsType<TextContentBlock>(Assert.Single(result.Content)).Text;
        Assert.Equal("""{"name":"hall","on":true,"note":"<grün> & 'hell'"}""", text);
        Assert.True(JsonElement.DeepEquals(JsonElement.Parse(text), result.StructuredContent!.Value));
    }

    [Theory, MemberData(nameof(All))]
    public async Task A_failed_call_is_a_result_and_an_unknown_tool_an_error(string version)
    {
        await using var host = await McpHost.StartAsync();
        await using var client = await host.ConnectAsync(version);

        var failed = await client.CallToolAsync("lamp_fail", cancellationToken: TestContext.Current.CancellationToken);
        var unknown = await Assert.ThrowsAsync<McpProtocolException>(async () => await client.CallToolAsync("lamp.lst", cancellationToken: TestContext.Current.CancellationToken));

        Assert.True(failed.IsError);
        Assert.Equal(McpErrorCode.InvalidParams, unknown.ErrorCode);
        Assert.Contains("'lamp_list'", unknown.Message);
    }
}
