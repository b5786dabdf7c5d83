using HomeDash.Testing;
using ModelContextProtocol.Client;

namespace HomeDash.Mcp.Tests;

/// <summary>Clients that are not ours, as people install them.</summary>
public sealed class ClientsOfOthers
{
    public ClientsOfOthers() => NodeClients.SkipUnlessInstalled();

    [Theory, InlineData(true), InlineData(false)]
    public async Task The_inspector_lists_and_calls_tools_and_finds_no_fault_in_a_schema(bool modern)
    {
        await using var host = await McpHost.StartAsync();
        var inspector = new InspectorCli(host.Url, KeyedCaller.Administrator, modern);

        var list = await inspector.ListToolsAsync(TestContext.Current.CancellationToken);
        var (code, result) = await inspector.CallToolAsync("lamp_echo", [("containers", """["plex"]"""), ("grace", "5")], TestContext.Current.CancellationToken);

        Assert.Contains(list.GetProperty("tools").EnumerateArray(), tool => tool.GetProperty("name").GetString() == "lamp_get");
        Assert.Equal(0, code);
        Assert.Equal("""{"containers":["plex"],"grace":5}""", result.GetProperty("structuredContent").GetRawText().Replace(" ", "").Replace("\n", ""));
    }

    [Fact]
    public async Task The_inspector_tells_a_failed_tool_and_a_wrong_key_apart()
    {
        await using var host = await McpHost.StartAsync();

        var (failed, _) = await new InspectorCli(host.Url, KeyedCaller.Administrator, modern: true).CallToolAsync("lamp_fail", [], TestContext.Current.CancellationToken);
        var wrongKey = await new InspectorCli(host.Url, "nobody", modern: false).RunAsync(["--method", "tools/list"], TestContext.Current.CancellationToken);

        Assert.Equal(InspectorCli.ToolError, failed);
        Assert.Equal(InspectorCli.KeyNeeded, wrongKey.ExitCode);
    }

    [Fact]
    public async Task A_host_that_only_speaks_stdio_comes_in_through_mcp_remote()
    {
        await using var host = await McpHost.StartAsync();
        using var remote = new McpRemote(host.Url, KeyedCaller.Administrator);
        var transport = new StdioClientTransport(new() { Command = McpRemote.Command, Arguments = [.. remote.Arguments], EnvironmentVariables = remote.Environment });
        await using var client = await McpClient.CreateAsync(transport, cancellationToken: TestContext.Current.CancellationToken);

        var tools = await client.ListToolsAsync(cancellationToken: TestContext.Current.CancellationToken);
        var result = await client.CallToolAsync("lamp_get", cancellationToken: TestContext.Current.CancellationToken);

        Assert.Contains(tools, tool => tool.Name == "lamp_get");
        Assert.Equal("hall", result.StructuredContent!.Value.GetProperty("name").GetString());
    }

    [Theory, InlineData(TypeScriptClient.OfSdk1, "2025-11-25"), InlineData(TypeScriptClient.OfSdk2, McpHost.Modern)]
    public async Task The_typescript_clients_list_and_call_tools(string script, string version)
    {
        await using var host = await McpHost.StartAsync();

        var seen = await new TypeScriptClient(script, host.Url, KeyedCaller.Administrator).CallToolAsync("lamp_get", "{}", TestContext.Current.CancellationToken);

        Assert.Equal(version, seen.GetProperty("version").GetString());
        Assert.Contains("lamp_watch", seen.GetProperty("tools").EnumerateArray().Select(name => name.GetString()));
        Assert.Equal("hall", seen.GetProperty("result").GetProperty("structuredContent").GetProperty("name").GetString());
    }
}
