using System.IO.Pipelines;
using System.Text;
using System.Text.Json;
using HomeDash.Procedures;

namespace HomeDash.Mcp.Tests;

/// <summary>One client on standard input and output, on the house of this process.</summary>
public sealed class ServingStdio
{
    private const string Modern = """
        "_meta":{"io.modelcontextprotocol/protocolVersion":"2026-07-28","io.modelcontextprotocol/clientCapabilities":{} }
        """;

    [Fact]
    public async Task Changes_are_told_on_the_same_lines()
    {
        await using var host = await LampHost.StartAsync();
        await using var client = new StdioClient(host);
        var introduced = await client.IntroduceAsync();
        Assert.True(introduced.GetProperty("capabilities").GetProperty("resources").GetProperty("subscribe").GetBoolean());

        await client.CallAsync("resources/subscribe", """{"uri":"lamp://hall"}""");
        host.Change("hall");

        var told = await client.ReadAsync();
        Assert.Equal("notifications/resources/updated", told.GetProperty("method").GetString());
        Assert.Equal("lamp://hall", told.GetProperty("params").GetProperty("uri").GetString());
    }

    [Fact]
    public async Task A_modern_client_listens_until_it_gives_the_request_up()
    {
        await using var host = await LampHost.StartAsync();
        await using var client = new StdioClient(host);

        await client.WriteAsync($$"""{"jsonrpc":"2.0","id":"s","method":"subscriptions/listen","params":{"notifications":{"resourceSubscriptions":["lamp://hall"]},{{Modern}} } }""");
        Assert.Equal("notifications/subscriptions/acknowledged", (await client.ReadAsync()).GetProperty("method").GetString());
        host.Change("hall");
        Assert.Equal("notifications/resources/updated", (await client.ReadAsync()).GetProperty("method").GetString());
        await client.WriteAsync("""{"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":"s"}}""");
        await client.WriteAsync($$"""{"jsonrpc":"2.0","id":"d","method":"server/discover","params":{ {{Modern}} } }""");

        Assert.Equal("d", (await client.ReadAsync()).GetProperty("id").GetString());
    }

    [Fact]
    public async Task The_log_level_is_remembered()
    {
        await using var host = await McpHost.StartAsync();
        await using var client = new StdioClient(host);
        await client.IntroduceAsync();
        await client.CallAsync("logging/setLevel", """{"level":"info"}""");

        await client.WriteAsync("""{"jsonrpc":"2.0","id":9,"method":"tools/call","params":{"name":"lamp_switch"}}""");

        Assert.Equal("notifications/message", (await client.ReadAsync()).GetProperty("method").GetString());
        Assert.Equal("notifications/message", (await client.ReadAsync()).GetProperty("method").GetString());
        Assert.Equal(9, (await client.ReadAsync()).GetProperty("id").GetInt32());
    }

    [Fact]
    public async Task A_client_that_can_ask_is_asked_in_the_middle_of_a_call()
    {
        await using var host = await McpHost.StartAsync();
        await using var client = new StdioClient(host);
        await client.IntroduceAsync("""{"elicitation":{}}""");

        await client.WriteAsync("""{"jsonrpc":"2.0","id":2,"method":"tools/call","params":{"name":"lamp_remove"}}""");
        var question = await client.ReadAsync();
        Assert.Equal("elicitation/create", question.GetProperty("method").GetString());
        await client.WriteAsync($$"""{"jsonrpc":"2.0","id":{{question.GetProperty("id").GetRawText()}},"result":{"action":"accept","content":{"answer":true} } }""");

        Assert.Equal("true", (await client.ReadAsync()).GetProperty("result").GetProperty("structuredContent").GetProperty("name").GetString());
    }

    [Fact]
    public async Task A_call_is_given_up_and_not_answered()
    {
        await using var host = await McpHost.StartAsync();
        await using var client = new StdioClient(host);
        await client.IntroduceAsync();

        await client.WriteAsync("""{"jsonrpc":"2.0","id":"w","method":"tools/call","params":{"name":"lamp_wait"}}""");
        await host.Lamps.Started.Task.WaitAsync(TestContext.Current.CancellationToken);
        await client.WriteAsync("""{"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":"w"}}""");
        await host.Lamps.Cancelled.Task.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);

        Assert.Equal("{}", (await client.CallAsync("ping")).GetRawText());
    }

    [Fact]
    public async Task What_was_asked_before_the_client_closed_its_end_is_answered()
    {
        await using var host = await McpHost.StartAsync();
        await using var client = new StdioClient(host);
        await client.IntroduceAsync();

        await client.WriteAsync("""{"jsonrpc":"2.0","id":"b","method":"tools/call","params":{"name":"lamp_wait","arguments":{"mode":"briefly"}}}""");
        await client.CloseAsync();

        Assert.Equal("b", (await client.ReadAsync()).GetProperty("id").GetString());
    }

    [Theory]
    [InlineData("{", "null", -32700)]
    [InlineData("""{"jsonrpc":"2.0","id":1,"method":5}""", "1", -32600)]
    [InlineData("""{"jsonrpc":"2.0","id":"a","method":"initialize","params":{}}""", "\"a\"", -32602)]
    [InlineData("""{"jsonrpc":"2.0","id":2,"method":"tools/list","params":{"_meta":{"io.modelcontextprotocol/protocolVersion":"2031-01-01"}}}""", "2", -32022)]
    [InlineData("""{"jsonrpc":"2.0","id":3,"method":"no/such"}""", "3", -32601)]
    public async Task What_cannot_be_taken_is_an_error_and_the_next_message_is_answered(string line, string id, int code)
    {
        await using var host = await McpHost.StartAsync();
        await using var client = new StdioClient(host);

        await client.WriteAsync(line);
        var refused = await client.ReadAsync();
        Assert.Equal((id, code), (refused.GetProperty("id").GetRawText(), refused.GetProperty("error").GetProperty("code").GetInt32()));

        Assert.Equal("{}", (await client.CallAsync("ping")).GetRawText());
    }
}

/// <summary>The other end of <see cref="StdioServer"/>, in this process.</summary>
internal sealed class StdioClient : IAsyncDisposable
{
    private readonly Pipe toServer = new();
    private readonly Pipe fromServer = new();
    private readonly StreamReader reader;
    private readonly Task serving;

    public StdioClient(McpHost host)
    {
        reader = new(fromServer.Reader.AsStream());
        var administrator = new Caller("u1", KeyedCaller.Administrator) { Permissions = new HashSet<string> { Caller.AdministratorPermission } };
        serving = new StdioServer(host.Services, _ => new(administrator), new("http://localhost/"))
            .RunAsync(toServer.Reader.AsStream(), fromServer.Writer.AsStream(), TestContext.Current.CancellationToken);
    }

    public async Task WriteAsync(string line) => await toServer.Writer.WriteAsync(Encoding.UTF8.GetBytes(line + "\n"), TestContext.Current.CancellationToken);

    public async Task<JsonElement> ReadAsync() =>
        JsonElement.Parse((await reader.ReadLineAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken))!);

    /// <summary>Introduces itself as a client of the handshake.</summary>
    /// <returns>What HomeDash says of itself.</returns>
    public async Task<JsonElement> IntroduceAsync(string capabilities = "{}")
    {
        await WriteAsync(RawSession.Initialize(capabilities: capabilities));
        var introduced = (await ReadAsync()).GetProperty("result");
        await WriteAsync("""{"jsonrpc":"2.0","method":"notifications/initialized"}""");
        return introduced;
    }

    /// <summary>Asks, and takes the next line for the answer.</summary>
    public async Task<JsonElement> CallAsync(string method, string parameters = "{}")
    {
        await WriteAsync($$"""{"jsonrpc":"2.0","id":"call","method":"{{method}}","params":{{parameters}}}""");
        var answer = await ReadAsync();
        Assert.Equal("call", answer.GetProperty("id").GetString());
        return answer.GetProperty("result");
    }

    public async Task CloseAsync() => await toServer.Writer.CompleteAsync();

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        await serving;
        reader.Dispose();
    }
}
