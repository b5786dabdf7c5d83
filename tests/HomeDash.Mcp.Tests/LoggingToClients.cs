
namespace HomeDash.Mcp.Tests;

/// <summary>Log messages to clients that want them.</summary>
public sealed class LoggingToClients
{
    [Theory]
    [InlineData("debug", "lamp_progress", "info: lamp_progress begins.|debug: lamp_progress: begun|debug: lamp_progress: not further, so not told|info: lamp_progress is done.")]
    [InlineData("info", "lamp_progress", "info: lamp_progress begins.|info: lamp_progress is done.")]
    [InlineData("warning", "lamp_progress", "")]
    [InlineData("info", "lamp_get", "")]
    public async Task A_session_hears_what_its_level_lets_through(string level, string tool, string expected)
    {
        await using var host = await McpHost.StartAsync();
        var session = await RawSession.BeginAsync(host);
        Assert.Equal("{}", (await session.CallAsync("logging/setLevel", $$"""{"level":"{{level}}"}""")).Message.GetProperty("result").GetRawText());

        using var stream = await session.OpenCallAsync("tools/call", $$"""{"name":"{{tool}}"}""");

        Assert.Equal(expected, string.Join('|', await MessagesAsync(stream)));
    }

    [Fact]
    public async Task A_failure_is_a_warning_with_the_message_of_the_error()
    {
        await using var host = await McpHost.StartAsync();
        var session = await RawSession.BeginAsync(host);
        await session.CallAsync("logging/setLevel", """{"level":"warning"}""");

        using var stream = await session.OpenCallAsync("tools/call", """{"name":"garden_water"}""");

        Assert.Equal("warning: garden_water failed: There is no garden yet: add one on the page Garden.", Assert.Single(await MessagesAsync(stream)));
    }

    [Fact]
    public async Task Nobody_hears_anything_without_asking_for_it()
    {
        await using var host = await McpHost.StartAsync();
        var session = await RawSession.BeginAsync(host);

        Assert.DoesNotContain("notifications/message", (await session.CallAsync("tools/call", """{"name":"lamp_switch"}""")).Text);
        Assert.DoesNotContain("notifications/message", (await host.ModernAsync("tools/call", ""","name":"lamp_switch" """, ("Mcp-Name", "lamp_switch"))).Text);
    }

    [Fact]
    public async Task A_modern_request_asks_for_itself()
    {
        await using var host = await McpHost.StartAsync();

        var answer = await host.PostAsync(
            """{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"lamp_switch","_meta":{"io.modelcontextprotocol/logLevel":"info","io.modelcontextprotocol/protocolVersion":"2026-07-28","io.modelcontextprotocol/clientCapabilities":{}}}}""",
            ("MCP-Protocol-Version", McpHost.Modern), ("Mcp-Method", "tools/call"), ("Mcp-Name", "lamp_switch"));

        Assert.Contains("lamp_switch begins.", answer.Text);
        Assert.Contains("\"logger\":\"homedash\"", answer.Text);
        Assert.True(answer.Message.TryGetProperty("result", out _));
    }

    [Fact]
    public async Task A_level_that_there_is_not_is_refused()
    {
        await using var host = await McpHost.StartAsync();
        var session = await RawSession.BeginAsync(host);

        var answer = await session.CallAsync("logging/setLevel", """{"level":"loud"}""");

        Assert.Equal(-32602, answer.ErrorCode);
        Assert.Contains("debug, info", answer.ErrorMessage);
    }

    /// <summary>Those before the answer.</summary>
    private static async Task<List<string>> MessagesAsync(RawEvents stream)
    {
        var messages = new List<string>();
        if (stream.Response.Content.Headers.ContentType?.MediaType != "text/event-stream")
        {
            return messages;
        }

        while (await stream.NextAsync() is { Method: "notifications/message" } told)
        {
            var parameters = told.Message.GetProperty("params");
            Assert.Equal("homedash", parameters.GetProperty("logger").GetString());
            messages.Add($"{parameters.GetProperty("level").GetString()}: {parameters.GetProperty("data").GetProperty("message").GetString()}");
        }

        return messages;
    }
}
