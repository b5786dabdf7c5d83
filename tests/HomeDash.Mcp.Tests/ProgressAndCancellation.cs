using System.Text.Json;

namespace HomeDash.Mcp.Tests;

/// <summary>What happens while a call runs.</summary>
public sealed class ProgressAndCancellation
{
    private const string Wait = """{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"lamp_wait","arguments":{"mode":"briefly"}}}""";

    [Theory, InlineData(true), InlineData(false)]
    public async Task Progress_is_told_in_order_and_before_the_result(bool modern)
    {
        await using var host = await McpHost.StartAsync();

        var answer = modern
            ? await host.PostAsync(
                """{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"lamp_progress","_meta":{"progressToken":"p1","io.modelcontextprotocol/protocolVersion":"2026-07-28","io.modelcontextprotocol/clientCapabilities":{}}}}""",
                ("MCP-Protocol-Version", McpHost.Modern), ("Mcp-Method", "tools/call"), ("Mcp-Name", "lamp_progress"))
            : await host.PostAsync("""{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"lamp_progress","_meta":{"progressToken":"p1"}}}""");

        Assert.Equal("no", answer.Headers.GetValues("X-Accel-Buffering").Single());
        var messages = answer.Text.Split('\n').Where(line => line.StartsWith("data: ", StringComparison.Ordinal)).Select(line => JsonElement.Parse(line[6..])).ToArray();
        var told = messages.SkipLast(1).Select(message => message.GetProperty("params")).ToArray();
        Assert.Equal([0, 50, 100], told.Select(progress => progress.GetProperty("progress").GetInt32()));
        Assert.All(told, progress => Assert.Equal("p1", progress.GetProperty("progressToken").GetString()));
        Assert.Equal("begun", told[0].GetProperty("message").GetString());
        Assert.True(messages[^1].TryGetProperty("result", out _));
    }

    [Fact]
    public async Task Nobody_is_told_who_did_not_ask()
    {
        await using var host = await McpHost.StartAsync();

        var answer = await host.PostAsync("""{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"lamp_progress"}}""");

        Assert.DoesNotContain("notifications/progress", answer.Text);
    }

    [Fact]
    public async Task A_modern_client_that_leaves_cancels_its_call()
    {
        await using var host = await McpHost.StartAsync();
        await using var client = await host.ConnectAsync(McpHost.Modern);
        using var leaving = new CancellationTokenSource();

        var call = client.CallToolAsync("lamp_wait", cancellationToken: leaving.Token).AsTask();
        await host.Lamps.Started.Task.WaitAsync(TestContext.Current.CancellationToken);
        await leaving.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        await host.Lamps.Cancelled.Task.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_client_of_the_handshake_that_leaves_does_not()
    {
        await using var host = await McpHost.StartAsync();
        using var leaving = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var request = new HttpRequestMessage(HttpMethod.Post, host.Url) { Content = new StringContent(Wait, null, "application/json") };
        request.Headers.Add("ApiKey", KeyedCaller.Administrator);
        request.Headers.Add("Accept", "application/json, text/event-stream");

        var call = host.Http.SendAsync(request, leaving.Token);
        await host.Lamps.Started.Task.WaitAsync(TestContext.Current.CancellationToken);
        await leaving.CancelAsync();

        var end = await Assert.ThrowsAsync<InvalidOperationException>(() => host.Lamps.Cancelled.Task.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken));
        Assert.Equal("It ran to its end.", end.Message);
        await Record.ExceptionAsync(() => call);
    }
}
