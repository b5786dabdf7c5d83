using System.IO.Pipelines;
using System.Text;
using System.Text.Json;

namespace HomeDash.Mcp.Tests;

/// <summary>The bridge from STDIO to a running HomeDash, where the two sides of it are not alike.</summary>
public sealed class Bridging
{
    private const string Introduction = """{"jsonrpc":"2.0","id":"hello","method":"initialize","params":{"protocolVersion":"2025-11-25","capabilities":{},"clientInfo":{"name":"test","version":"1"}}}""";
    private const string Ready = """{"jsonrpc":"2.0","method":"notifications/initialized"}""";

    [Fact]
    public async Task What_homedash_says_unasked_reaches_the_client()
    {
        await using var host = await McpHost.StartAsync();
        await using var bridge = new Bridge(host.Url);
        await bridge.SendAsync(Introduction);
        await bridge.ReadAsync();
        await bridge.SendAsync(Ready);

        // The stream is opened beside the messages: what comes before it is kept for it.
        host.Lamps.Add("lamp.newcomer");

        Assert.Equal("notifications/tools/list_changed", (await bridge.ReadUntilAsync(message => message.TryGetProperty("method", out _))).GetProperty("method").GetString());
    }

    [Fact]
    public async Task A_homedash_that_forgot_the_session_is_introduced_to_anew()
    {
        var first = await McpHost.StartAsync();
        await using var bridge = new Bridge(first.Url);
        await bridge.SendAsync(Introduction);
        Assert.Equal("hello", (await bridge.ReadAsync()).GetProperty("id").GetString());
        await bridge.SendAsync(Ready);
        var port = first.Url.Port;
        await first.DisposeAsync();
        await using var second = await McpHost.StartAsync(port: port);

        await bridge.SendAsync("""{"jsonrpc":"2.0","id":7,"method":"tools/call","params":{"name":"lamp_get"}}""");
        var answer = await bridge.ReadUntilAsync(message => message.TryGetProperty("id", out _));

        Assert.Equal(7, answer.GetProperty("id").GetInt32());
        Assert.Equal("hall", answer.GetProperty("result").GetProperty("structuredContent").GetProperty("name").GetString());
    }

    [Fact]
    public async Task Giving_up_a_modern_request_ends_it_in_homedash()
    {
        await using var host = await McpHost.StartAsync();
        await using var bridge = new Bridge(host.Url);
        const string Meta = """ "_meta":{"io.modelcontextprotocol/protocolVersion":"2026-07-28","io.modelcontextprotocol/clientCapabilities":{}} """;

        await bridge.SendAsync($$$"""{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"lamp_wait",{{{Meta}}} } }""");
        await host.Lamps.Started.Task.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
        await bridge.SendAsync("""{"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":1}}""");

        await host.Lamps.Cancelled.Task.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task What_is_no_message_is_said_to_be_none()
    {
        await using var host = await McpHost.StartAsync();
        await using var bridge = new Bridge(host.Url);

        await bridge.SendAsync("this is no JSON");

        Assert.Equal(-32700, (await bridge.ReadAsync()).GetProperty("error").GetProperty("code").GetInt32());
    }

    /// <summary>A bridge and the client on its near side.</summary>
    private sealed class Bridge : IAsyncDisposable
    {
        private readonly Pipe toBridge = new();
        private readonly Pipe fromBridge = new();
        private readonly StdioBridge bridge;
        private readonly StreamReader lines;
        private readonly Task running;

        public Bridge(Uri endpoint)
        {
            bridge = new(endpoint, KeyedCaller.Administrator);
            lines = new(fromBridge.Reader.AsStream());
            running = bridge.RunAsync(toBridge.Reader.AsStream(), fromBridge.Writer.AsStream(), CancellationToken.None);
        }

        public async Task SendAsync(string line) => await toBridge.Writer.WriteAsync(Encoding.UTF8.GetBytes(line + "\n"), TestContext.Current.CancellationToken);

        public async Task<JsonElement> ReadAsync() =>
            JsonElement.Parse((await lines.ReadLineAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken))!);

        public async Task<JsonElement> ReadUntilAsync(Func<JsonElement, bool> found)
        {
            while (true)
            {
                if (await ReadAsync() is var message && found(message))
                {
                    return message;
                }
            }
        }

        public async ValueTask DisposeAsync()
        {
            await toBridge.Writer.CompleteAsync();
            await running;
            bridge.Dispose();
            lines.Dispose();
        }
    }
}
