using System.Text.Json;
using HomeDash.Testing;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace HomeDash.EndToEnd.Tests;

/// <summary>Each client that people use lists the tools of the demo house, reads with one, and is told by another why it failed; those that can read resources and prompts too.</summary>
[Collection(nameof(OneAtATime))]
public sealed class ClientsTests
{
    private const string Reads = "app_list";
    private const string Fails = "docker_restart";
    private const string Wrong = """{"containers":["plx"]}""";
    private const string Hint = "'plex'";
    private const string Prompt = "docker_diagnose";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_inspector_in_both_eras()
    {
        NodeClients.SkipUnlessInstalled();
        await using var house = await RunningHouse.StartAsync(verb: "demo");
        var key = await DemoTenant.KeyAsync(house);
        foreach (var modern in new[] { false, true })
        {
            var inspector = new InspectorCli(house.McpEndpoint, key, modern);

            var tools = await inspector.ListToolsAsync(Cancelled);
            var (code, apps) = await inspector.CallToolAsync(Reads, [("limit", "2")], Cancelled);
            var (failure, told) = await inspector.CallToolAsync(Fails, [("containers", """["plx"]""")], Cancelled);

            var resource = await AskAsync(inspector, "resources/read", "--uri", "homedash://apps");
            var prompt = await AskAsync(inspector, "prompts/get", "--prompt-name", Prompt, "--prompt-args", "container=plex");
            var resources = await AskAsync(inspector, "resources/list");
            var templates = await AskAsync(inspector, "resources/templates/list");
            var prompts = await AskAsync(inspector, "prompts/list");

            Assert.Contains("Grafana", resource.GetRawText());
            Assert.Contains("plex", prompt.GetRawText());
            Assert.Contains("homedash://apps", resources.GetRawText());
            Assert.Contains("homedash://docker/container/{container}", templates.GetRawText());
            Assert.Contains(Prompt, prompts.GetRawText());
            Assert.Contains(tools.GetProperty("tools").EnumerateArray(), tool => tool.GetProperty("name").GetString() == Fails);
            Assert.Equal(0, code);
            Assert.Equal(2, apps.GetProperty("structuredContent").GetProperty("items").GetArrayLength());
            Assert.Equal(InspectorCli.ToolError, failure);
            Assert.Contains(Hint, told.GetProperty("content")[0].GetProperty("text").GetString());
        }
    }

    [Fact]
    public async Task Mcp_remote_in_both_eras()
    {
        NodeClients.SkipUnlessInstalled();
        await using var house = await RunningHouse.StartAsync(verb: "demo");
        var key = await DemoTenant.KeyAsync(house);
        foreach (var modern in new[] { false, true })
        {
            using var remote = new McpRemote(house.McpEndpoint, key, modern);
            await using var client = await McpClient.CreateAsync(
                new StdioClientTransport(new() { Command = McpRemote.Command, Arguments = [.. remote.Arguments], EnvironmentVariables = remote.Environment }),
                cancellationToken: Cancelled);

            await UseAsync(client);
        }
    }

    [Fact]
    public async Task The_official_client_in_each_version()
    {
        await using var house = await RunningHouse.StartAsync(verb: "demo");
        var key = await DemoTenant.KeyAsync(house);
        foreach (var version in new[] { "2024-11-05", "2025-03-26", "2025-06-18", "2025-11-25", "2026-07-28" })
        {
            await using var client = await McpClient.CreateAsync(
                new HttpClientTransport(new() { Endpoint = house.McpEndpoint, TransportMode = HttpTransportMode.StreamableHttp, AdditionalHeaders = new Dictionary<string, string> { ["ApiKey"] = key } }),
                new McpClientOptions { ProtocolVersion = version },
                cancellationToken: Cancelled);

            await UseAsync(client);
            Assert.Equal(version, client.NegotiatedProtocolVersion);
        }
    }

    [Fact]
    public async Task The_typescript_clients()
    {
        NodeClients.SkipUnlessInstalled();
        await using var house = await RunningHouse.StartAsync(verb: "demo");
        var key = await DemoTenant.KeyAsync(house);
        foreach (var (script, version) in new[] { (TypeScriptClient.OfSdk1, "2025-11-25"), (TypeScriptClient.OfSdk2, "2026-07-28") })
        {
            var client = new TypeScriptClient(script, house.McpEndpoint, key);

            var apps = await client.CallToolAsync(Reads, """{"limit":2}""", Cancelled);
            var told = (await client.CallToolAsync(Fails, Wrong, Cancelled)).GetProperty("result");

            Assert.Equal(version, apps.GetProperty("version").GetString());
            Assert.Contains(apps.GetProperty("tools").EnumerateArray(), name => name.GetString() == Fails);
            Assert.Equal(2, apps.GetProperty("result").GetProperty("structuredContent").GetProperty("items").GetArrayLength());
            Assert.True(told.GetProperty("isError").GetBoolean());
            Assert.Contains(Hint, told.GetProperty("content")[0].GetProperty("text").GetString());
        }
    }

    [Fact]
    public async Task Mcporter()
    {
        NodeClients.SkipUnlessInstalled();
        await using var house = await RunningHouse.StartAsync(verb: "demo");
        var mcporter = new Mcporter(house.McpEndpoint, await DemoTenant.KeyAsync(house));

        var tools = await mcporter.ListToolsAsync(Cancelled);
        var (code, apps) = await mcporter.CallToolAsync(Reads, """{"limit":2}""", Cancelled);
        var (failure, told) = await mcporter.CallToolAsync(Fails, Wrong, Cancelled);

        Assert.Contains(Fails, tools);
        Assert.Equal(0, code);
        Assert.Equal(2, apps.GetProperty("items").GetArrayLength());
        Assert.Equal(1, failure);
        Assert.Contains(Hint, told.GetProperty("error").GetProperty("message").GetString());
    }

    private static async Task<JsonElement> AskAsync(InspectorCli inspector, string method, params string[] more)
    {
        var output = await inspector.RunAsync(["--method", method, .. more], Cancelled);
        Assert.True(output.ExitCode == 0, output.Errors + output.Output);
        return JsonElement.Parse(output.Output);
    }

    private static async Task UseAsync(McpClient client)
    {
        var resources = await client.ListResourcesAsync(cancellationToken: Cancelled);
        var templates = await client.ListResourceTemplatesAsync(cancellationToken: Cancelled);
        var read = await client.ReadResourceAsync("homedash://apps", cancellationToken: Cancelled);
        var prompts = await client.ListPromptsAsync(cancellationToken: Cancelled);
        var prompt = await client.GetPromptAsync(Prompt, new Dictionary<string, object?> { ["container"] = "plex" }, cancellationToken: Cancelled);
        var completed = await client.CompleteAsync(new PromptReference { Name = Prompt }, "container", "ple", cancellationToken: Cancelled);
        Assert.Contains(resources, resource => resource.Uri == "homedash://apps");
        Assert.Contains(templates, template => template.UriTemplate == "homedash://docker/container/{container}");
        Assert.Contains("Grafana", Assert.IsType<TextResourceContents>(Assert.Single(read.Contents)).Text);
        Assert.Contains(prompts, offered => offered.Name == Prompt);
        Assert.Contains("plex", JsonSerializer.Serialize(prompt.Messages, ModelContextProtocol.McpJsonUtilities.DefaultOptions));
        Assert.Contains("plex", completed.Completion.Values);

        var tools = await client.ListToolsAsync(cancellationToken: Cancelled);
        var apps = await client.CallToolAsync(Reads, new Dictionary<string, object?> { ["limit"] = 2 }, cancellationToken: Cancelled);
        var told = await client.CallToolAsync(Fails, JsonSerializer.Deserialize<Dictionary<string, object?>>(Wrong), cancellationToken: Cancelled);

        Assert.Contains(tools, tool => tool.Name == Fails);
        Assert.Equal(2, apps.StructuredContent!.Value.GetProperty("items").GetArrayLength());
        Assert.True(told.IsError);
        Assert.Contains(Hint, Assert.IsType<TextContentBlock>(told.Content[0]).Text);
    }
}
