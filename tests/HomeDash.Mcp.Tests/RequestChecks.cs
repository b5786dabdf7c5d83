using System.Net;
using Microsoft.Extensions.DependencyInjection;

namespace HomeDash.Mcp.Tests;

/// <summary>What a request is refused for, before anything is called.</summary>
public sealed class RequestChecks
{
    [Theory]
    [InlineData("Origin", "https://evil.example.com")]
    [InlineData("Origin", "null")]
    [InlineData("Host", "evil.example.com")]
    public async Task A_foreign_page_is_forbidden(string header, string value)
    {
        await using var host = await McpHost.StartAsync();

        var answer = await host.PostAsync(RawPost.Ping, (header, value));

        Assert.Equal(HttpStatusCode.Forbidden, answer.Status);
        Assert.Equal(-32000, answer.ErrorCode);
    }

    [Theory]
    [InlineData("Origin", "http://localhost:6274")]
    [InlineData("Host", "nas.lan:7575")]
    [InlineData("Host", "192.168.1.20:7575")]
    public async Task A_page_of_ours_may_call(string header, string value)
    {
        await using var host = await McpHost.StartAsync(services => services.Configure<McpOptions>(options => options.Hosts.Add("nas.lan")));

        Assert.Equal(HttpStatusCode.OK, (await host.PostAsync(RawPost.Ping, (header, value))).Status);
    }

    [Theory, InlineData(null), InlineData("somebody")]
    public async Task Without_a_good_key_the_answer_says_which_header_to_send(string? key)
    {
        await using var host = await McpHost.StartAsync();

        var answer = await host.PostAsync(RawPost.Ping, ("ApiKey", key));

        Assert.Equal(HttpStatusCode.Unauthorized, answer.Status);
        Assert.Equal("Bearer", answer.Headers.WwwAuthenticate.ToString());
        Assert.Contains("ApiKey: <id>.<token>", answer.ErrorMessage);
        Assert.Contains("Authorization: Bearer <id>.<token>", answer.ErrorMessage);
    }

    [Theory, InlineData("GET"), InlineData("DELETE")]
    public async Task Only_post_is_allowed(string method)
    {
        await using var host = await McpHost.StartAsync();

        var request = new HttpRequestMessage(new HttpMethod(method), host.Url);
        using var response = await host.Http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Equal(["POST"], response.Content.Headers.Allow);
    }

    [Theory]
    [InlineData(null, 406)]
    [InlineData("application/json", 406)]
    [InlineData("text/event-stream", 406)]
    [InlineData("application/json, text/event-stream;q=0", 406)]
    [InlineData("text/html", 406)]
    [InlineData("*/*", 200)]
    [InlineData("application/*, text/*;q=0.5", 200)]
    public async Task Both_kinds_of_answer_must_be_accepted(string? accept, int status)
    {
        await using var host = await McpHost.StartAsync();

        Assert.Equal(status, (int)(await host.PostAsync(RawPost.Ping, ("Accept", accept))).Status);
    }

    [Theory]
    [InlineData(null, 415)]
    [InlineData("text/plain", 415)]
    [InlineData("application/json; charset=utf-16", 415)]
    [InlineData("application/json; charset=utf-8", 200)]
    public async Task The_body_must_be_declared_as_json(string? contentType, int status)
    {
        await using var host = await McpHost.StartAsync();
        var content = new StringContent(RawPost.Ping);
        content.Headers.ContentType = contentType is null ? null : System.Net.Http.Headers.MediaTypeHeaderValue.Parse(contentType);

        Assert.Equal(status, (int)(await host.PostAsync(content)).Status);
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task A_body_of_10_MB_is_too_large_whether_it_says_so_or_not(bool announced)
    {
        await using var host = await McpHost.StartAsync();
        var body = new byte[10 * 1024 * 1024];
        Array.Fill(body, (byte)' ');
        var content = new ByteArrayContent(body) { Headers = { ContentType = new("application/json") } };
        var request = new HttpRequestMessage(HttpMethod.Post, host.Url) { Content = content, Headers = { TransferEncodingChunked = !announced } };

        var answer = await host.SendAsync(request);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.Status);
        Assert.Contains("4194304", answer.ErrorMessage);
        Assert.Equal(HttpStatusCode.OK, (await host.PostAsync(RawPost.Ping)).Status);
    }

    [Fact]
    public async Task The_greatest_allowed_body_is_read()
    {
        await using var host = await McpHost.StartAsync();

        Assert.Equal(HttpStatusCode.OK, (await host.PostAsync(RawPost.Ping.PadRight(RequestBody.Limit))).Status);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await host.PostAsync(RawPost.Ping.PadRight(RequestBody.Limit + 1))).Status);
    }

    [Fact]
    public async Task An_unknown_version_is_answered_with_those_that_are_spoken()
    {
        await using var host = await McpHost.StartAsync();

        var answer = await host.PostAsync(RawPost.Ping, ("MCP-Protocol-Version", "1900-01-01"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal(-32022, answer.ErrorCode);
        var data = answer.Message.GetProperty("error").GetProperty("data");
        Assert.Equal("1900-01-01", data.GetProperty("requested").GetString());
        Assert.Equal(McpHost.Modern, data.GetProperty("supported")[0].GetString());
        Assert.Equal(1, answer.Message.GetProperty("id").GetInt32());
    }

    [Theory]
    [InlineData("ping", 404, -32601)]
    [InlineData("initialize", 404, -32601)]
    [InlineData("logging/setLevel", 404, -32601)]
    [InlineData("resources/subscribe", 404, -32601)]
    [InlineData("no/such", 404, -32601)]
    public async Task A_modern_method_that_does_not_exist_is_not_found(string method, int status, int code)
    {
        await using var host = await McpHost.StartAsync();

        var answer = await host.ModernAsync(method);

        Assert.Equal((status, code), ((int)answer.Status, answer.ErrorCode));
    }

    [Fact]
    public async Task A_legacy_method_that_does_not_exist_is_a_plain_error()
    {
        await using var host = await McpHost.StartAsync();

        var answer = await host.PostAsync("""{"jsonrpc":"2.0","id":"a","method":"no/such"}""", ("MCP-Protocol-Version", "2025-11-25"));

        Assert.Equal((HttpStatusCode.OK, -32601), (answer.Status, answer.ErrorCode));
    }

    [Theory]
    [InlineData("Mcp-Method", null)]
    [InlineData("Mcp-Method", "tools/list")]
    [InlineData("Mcp-Name", null)]
    [InlineData("Mcp-Name", "lamp_list")]
    [InlineData("Mcp-Name", "=?base64?!!!?=")]
    [InlineData("MCP-Protocol-Version", null)]
    [InlineData("MCP-Protocol-Version", "2025-11-25")]
    public async Task Modern_headers_must_say_what_the_body_says(string header, string? value)
    {
        await using var host = await McpHost.StartAsync();

        var answer = await host.ModernAsync("tools/call", ""","name":"lamp_get" """, ("Mcp-Name", "lamp_get"), (header, value));

        Assert.Equal((HttpStatusCode.BadRequest, -32020), (answer.Status, answer.ErrorCode));
    }

    [Theory, InlineData("lamp_get"), InlineData("=?base64?bGFtcF9nZXQ=?=")]
    public async Task A_modern_call_with_its_headers_is_answered(string name)
    {
        await using var host = await McpHost.StartAsync();

        var answer = await host.ModernAsync("tools/call", ""","name":"lamp_get" """, ("Mcp-Name", name));

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal("complete", answer.Message.GetProperty("result").GetProperty("resultType").GetString());
        Assert.Equal("application/json", answer.ContentType);
    }

    [Theory]
    [InlineData("""{"jsonrpc":"2.0","id":7,"method":"tools/list"}""")]
    [InlineData("""{"jsonrpc":"2.0","id":7,"method":"tools/list","params":{"_meta":{"io.modelcontextprotocol/protocolVersion":"2026-07-28"}}}""")]
    [InlineData("""{"jsonrpc":"2.0","id":7,"method":"tools/list","params":{"_meta":{"io.modelcontextprotocol/clientCapabilities":{}}}}""")]
    public async Task Modern_metadata_must_be_there(string body)
    {
        await using var host = await McpHost.StartAsync();

        var answer = await host.PostAsync(body, ("MCP-Protocol-Version", McpHost.Modern), ("Mcp-Method", "tools/list"));

        Assert.Equal((HttpStatusCode.BadRequest, -32602), (answer.Status, answer.ErrorCode));
    }

    [Theory]
    [InlineData("""{"jsonrpc":"2.0","method":"notifications/initialized"}""")]
    [InlineData("""{"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":1}}""")]
    [InlineData("""{"jsonrpc":"2.0","id":1,"result":{}}""")]
    [InlineData("""{"jsonrpc":"2.0","id":1,"error":{"code":-1,"message":"no"}}""")]
    public async Task What_needs_no_answer_is_accepted(string body)
    {
        await using var host = await McpHost.StartAsync();

        var answer = await host.PostAsync(body, ("MCP-Protocol-Version", "2025-06-18"));

        Assert.Equal((HttpStatusCode.Accepted, ""), (answer.Status, answer.Text));
    }

    [Fact]
    public async Task A_modern_client_may_not_send_responses()
    {
        await using var host = await McpHost.StartAsync();

        var answer = await host.PostAsync("""{"jsonrpc":"2.0","id":1,"result":{}}""", ("MCP-Protocol-Version", McpHost.Modern));

        Assert.Equal((HttpStatusCode.BadRequest, -32600), (answer.Status, answer.ErrorCode));
    }

    [Fact]
    public async Task Only_modern_answers_carry_cache_hints()
    {
        await using var host = await McpHost.StartAsync();

        var modern = await host.ModernAsync("tools/list");
        var legacy = await host.PostAsync("""{"jsonrpc":"2.0","id":1,"method":"tools/list"}""");

        var result = modern.Message.GetProperty("result");
        Assert.Equal((300_000, "private"), (result.GetProperty("ttlMs").GetInt32(), result.GetProperty("cacheScope").GetString()));
        Assert.False(legacy.Message.GetProperty("result").TryGetProperty("ttlMs", out _));
        Assert.False(legacy.Message.GetProperty("result").TryGetProperty("resultType", out _));
    }
}
