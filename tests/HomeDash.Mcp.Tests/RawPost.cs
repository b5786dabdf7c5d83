using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace HomeDash.Mcp.Tests;

/// <summary>What came back of a raw request.</summary>
internal sealed record RawAnswer(HttpStatusCode Status, HttpResponseHeaders Headers, string? ContentType, string Text)
{
    /// <summary>The last JSON-RPC message of the answer.</summary>
    public JsonElement Message => JsonElement.Parse(ContentType == "text/event-stream" ? Text.Split('\n').Last(line => line.StartsWith("data: ", StringComparison.Ordinal))[6..] : Text);

    public int ErrorCode => Message.GetProperty("error").GetProperty("code").GetInt32();

    public string ErrorMessage => Message.GetProperty("error").GetProperty("message").GetString()!;
}

/// <summary>Sends what no client would send.</summary>
internal static class RawPost
{
    public const string Ping = """{"jsonrpc":"2.0","id":1,"method":"ping"}""";

    public static Task<RawAnswer> PostAsync(this McpHost host, string body, params (string Name, string? Value)[] headers) =>
        host.PostAsync(new ByteArrayContent(Encoding.UTF8.GetBytes(body)) { Headers = { ContentType = new("application/json") } }, headers);

    public static Task<RawAnswer> PostAsync(this McpHost host, HttpContent content, params (string Name, string? Value)[] headers) =>
        host.SendAsync(new(HttpMethod.Post, host.Url) { Content = content }, headers);

    /// <summary>A request of a modern client, right in everything but what the test changes.</summary>
    public static Task<RawAnswer> ModernAsync(this McpHost host, string method, string parameters = "", params (string Name, string? Value)[] headers) =>
        host.PostAsync(
            $$$"""{"jsonrpc":"2.0","id":7,"method":"{{{method}}}","params":{"_meta":{"io.modelcontextprotocol/protocolVersion":"2026-07-28","io.modelcontextprotocol/clientCapabilities":{}}{{{parameters}}}}}""",
            [("MCP-Protocol-Version", McpHost.Modern), ("Mcp-Method", method), .. headers]);

    /// <summary>A modern client that listens until it leaves.</summary>
    public static async Task<RawEvents> ListenAsync(this McpHost host, string notifications, string key = KeyedCaller.Administrator)
    {
        var body = $$"""{"jsonrpc":"2.0","id":"s1","method":"subscriptions/listen","params":{"notifications":{{notifications}},"_meta":{"io.modelcontextprotocol/protocolVersion":"2026-07-28","io.modelcontextprotocol/clientCapabilities":{} } } }""";
        var request = new HttpRequestMessage(HttpMethod.Post, host.Url) { Content = new StringContent(body, null, "application/json") };
        foreach (var (name, value) in new[] { ("ApiKey", key), ("Accept", "application/json, text/event-stream"), ("MCP-Protocol-Version", McpHost.Modern), ("Mcp-Method", "subscriptions/listen") })
        {
            request.Headers.Add(name, value);
        }

        var response = await host.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        return new(response, await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
    }

    public static async Task<RawAnswer> SendAsync(this McpHost host, HttpRequestMessage request, params (string Name, string? Value)[] headers)
    {
        (string Name, string? Value)[] usual = [("ApiKey", KeyedCaller.Administrator), ("Accept", "application/json, text/event-stream")];
        foreach (var (name, value) in usual.Where(header => !headers.Any(own => own.Name == header.Name)).Concat(headers))
        {
            // Null leaves a header out; the last value of a name counts.
            request.Headers.Remove(name);
            if (value is not null)
            {
                request.Headers.TryAddWithoutValidation(name, value);
            }
        }

        using var response = await host.Http.SendAsync(request, TestContext.Current.CancellationToken);
        return new(response.StatusCode, response.Headers, response.Content.Headers.ContentType?.MediaType, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
