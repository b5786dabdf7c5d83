using System.Text.Json;
using ModelContextProtocol.Client;

namespace HomeDash.EndToEnd.Tests;

/// <summary>An AI client that calls a running house over MCP.</summary>
internal static class Assistant
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    /// <summary>Connects with a new key of an administrator's.</summary>
    /// <param name="house">The house.</param>
    /// <param name="tool">A tool to wait for: a running house notices within seconds what another process has connected.</param>
    /// <param name="user">Whose key it is.</param>
    /// <param name="options">What the client can do, and which version of the protocol it speaks.</param>
    public static async Task<McpClient> ConnectAsync(RunningHouse house, string tool, string user = RunningHouse.Administrator, McpClientOptions? options = null)
    {
        var client = await McpClient.CreateAsync(
            new HttpClientTransport(new()
            {
                Endpoint = house.McpEndpoint,
                TransportMode = HttpTransportMode.StreamableHttp,
                AdditionalHeaders = new Dictionary<string, string> { ["ApiKey"] = await house.CreateKeyOfAsync(user, "assistant") },
            }),
            options,
            cancellationToken: Cancelled);
        for (var attempt = 0; attempt < 100; attempt++)
        {
            if ((await client.ListToolsAsync(cancellationToken: Cancelled)).Any(offered => offered.Name == tool))
            {
                return client;
            }

            await Task.Delay(200, Cancelled);
        }

        throw new InvalidOperationException($"{tool} was not offered.");
    }

    /// <summary>Calls a tool, and expects a result.</summary>
    public static async Task<JsonElement> CallAsync(this McpClient client, string tool, Dictionary<string, object?> arguments)
    {
        var result = await client.CallToolAsync(tool, arguments, cancellationToken: Cancelled);
        Assert.True(result.IsError != true, JsonSerializer.Serialize(result.Content));
        return result.StructuredContent!.Value;
    }
}
