using System.Net;
using System.Text;

namespace HomeDash.Mcp.Tests;

/// <summary>Whatever is sent, the answer is an error that says something, never a fault.</summary>
public sealed class BrokenBodies
{
    [Theory]
    [InlineData("", -32700)]
    [InlineData("   ", -32700)]
    [InlineData("{", -32700)]
    [InlineData("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"", -32700)]
    [InlineData("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"} {}", -32700)]
    [InlineData("{'jsonrpc':'2.0'}", -32700)]
    [InlineData("{\"jsonrpc\":\"2.0\",\"id\":1,\"id\":2,\"method\":\"ping\"}", -32700)]
    [InlineData("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"\\ud800\"}", -32700)]
    [InlineData("\ufeff{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}", -32700)]
    [InlineData("[]", -32600)]
    [InlineData("[{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}]", -32600)]
    [InlineData("null", -32600)]
    [InlineData("42", -32600)]
    [InlineData("{}", -32600)]
    [InlineData("{\"jsonrpc\":\"1.0\",\"id\":1,\"method\":\"ping\"}", -32600)]
    [InlineData("{\"jsonrpc\":2.0,\"id\":1,\"method\":\"ping\"}", -32600)]
    [InlineData("{\"jsonrpc\":\"2.0\",\"id\":null,\"method\":\"ping\"}", -32600)]
    [InlineData("{\"jsonrpc\":\"2.0\",\"id\":1.5,\"method\":\"ping\"}", -32600)]
    [InlineData("{\"jsonrpc\":\"2.0\",\"id\":{},\"method\":\"ping\"}", -32600)]
    [InlineData("{\"jsonrpc\":\"2.0\",\"id\":1e99,\"method\":\"ping\"}", -32600)]
    [InlineData("{\"jsonrpc\":\"2.0\",\"id\":1}", -32600)]
    [InlineData("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":5}", -32600)]
    [InlineData("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\",\"params\":[]}", -32600)]
    [InlineData("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\",\"params\":\"x\"}", -32600)]
    [InlineData("{\"jsonrpc\":\"2.0\",\"id\":1,\"error\":\"x\"}", -32600)]
    public async Task A_message_that_is_none_is_refused(string body, int code)
    {
        await using var host = await McpHost.StartAsync();

        var answer = await host.PostAsync(body);

        Assert.Equal((HttpStatusCode.BadRequest, code), (answer.Status, answer.ErrorCode));
        Assert.NotEmpty(answer.ErrorMessage);
    }

    [Theory]
    [InlineData("tools/call", """{"name":-1}""")]
    [InlineData("tools/call", """{"arguments":{}}""")]
    [InlineData("tools/call", """{"name":"lamp_get","arguments":0}""")]
    [InlineData("tools/list", """{"cursor":5}""")]
    [InlineData("logging/setLevel", "{}")]
    public async Task Parameters_of_the_wrong_form_are_the_callers_fault(string method, string parameters)
    {
        await using var host = await McpHost.StartAsync();

        var answer = await host.PostAsync($$"""{"jsonrpc":"2.0","id":1,"method":"{{method}}","params":{{parameters}}}""");

        Assert.Equal(-32602, answer.ErrorCode);
        Assert.Contains("parameters", answer.ErrorMessage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bytes_that_are_no_text_are_refused()
    {
        await using var host = await McpHost.StartAsync();
        byte[] bytes = [.. """{"jsonrpc":"2.0","id":1,"method":" """u8, 0xff, 0xfe, .. "\"}"u8];

        var answer = await host.PostAsync(new ByteArrayContent(bytes) { Headers = { ContentType = new("application/json") } });

        Assert.Equal((HttpStatusCode.BadRequest, -32700), (answer.Status, answer.ErrorCode));
    }

    [Fact]
    public async Task A_body_nested_without_end_is_refused()
    {
        await using var host = await McpHost.StartAsync();
        var deep = new string('[', 100_000);

        var answer = await host.PostAsync("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"lamp_echo\",\"arguments\":{\"a\":" + deep);

        Assert.Equal((HttpStatusCode.BadRequest, -32700), (answer.Status, answer.ErrorCode));
    }

    [Theory]
    [InlineData("tools/call", "{}")]
    [InlineData("tools/call", """{"name":5}""")]
    [InlineData("tools/call", """{"name":null}""")]
    [InlineData("tools/call", """{"name":"lamp_get","arguments":[]}""")]
    [InlineData("tools/call", """{"name":"lamp_get","arguments":"x"}""")]
    [InlineData("tools/call", """{"name":"lamp_get","_meta":5}""")]
    [InlineData("tools/call", """{"name":"lamp_get","_meta":{"progressToken":{}}}""")]
    [InlineData("tools/call", """{"name":"lamp_remove","requestState":5}""")]
    [InlineData("tools/call", """{"name":"lamp_remove","requestState":"made up"}""")]
    [InlineData("tools/call", """{"name":"lamp_remove","inputResponses":"x"}""")]
    [InlineData("tools/list", """{"cursor":5}""")]
    [InlineData("initialize", "{}")]
    [InlineData("initialize", """{"protocolVersion":5,"capabilities":{},"clientInfo":{"name":"a","version":"1"}}""")]
    [InlineData("initialize", """{"protocolVersion":"1900-01-01","capabilities":[],"clientInfo":{"name":"a","version":"1"}}""")]
    [InlineData("logging/setLevel", """{"level":"loud"}""")]
    [InlineData("resources/read", """{"uri":5}""")]
    [InlineData("prompts/get", """{"name":"x"}""")]
    [InlineData("completion/complete", "{}")]
    public async Task Parameters_of_the_wrong_kind_are_an_error_with_words_and_no_fault(string method, string parameters)
    {
        await using var host = await McpHost.StartAsync();

        var legacy = await host.PostAsync($$"""{"jsonrpc":"2.0","id":1,"method":"{{method}}","params":{{parameters}}}""");
        var modern = await host.PostAsync($$"""{"jsonrpc":"2.0","id":1,"method":"{{method}}","params":{{parameters}}}""", ("MCP-Protocol-Version", McpHost.Modern), ("Mcp-Method", method));

        foreach (var answer in new[] { legacy, modern })
        {
            Assert.InRange((int)answer.Status, 200, 499);
            Assert.True(Said(answer).Length > 5, answer.Text);
            Assert.DoesNotContain("   at ", answer.Text);
            Assert.DoesNotContain("System.", answer.Text);
        }
    }

    [Fact]
    public async Task Every_beginning_of_a_call_is_answered_without_a_fault()
    {
        await using var host = await McpHost.StartAsync();
        const string Call = """{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"lamp_echo","arguments":{"a":[1,{"b":"ü"}]}}}""";
        var bytes = Encoding.UTF8.GetBytes(Call);

        for (var length = 0; length < bytes.Length; length++)
        {
            var answer = await host.PostAsync(new ByteArrayContent(bytes[..length]) { Headers = { ContentType = new("application/json") } });
            Assert.Equal((HttpStatusCode.BadRequest, -32700), (answer.Status, answer.ErrorCode));
        }
    }

    private static string Said(RawAnswer answer) =>
        answer.Message.TryGetProperty("error", out var error) ? error.GetProperty("message").GetString()! : answer.Message.GetProperty("result").GetRawText();
}
