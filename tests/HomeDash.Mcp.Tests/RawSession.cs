using System.Net;
using System.Text.Json;

namespace HomeDash.Mcp.Tests;

/// <summary>A session of a client of the handshake, request by request.</summary>
internal sealed class RawSession(McpHost host, string id, string version, string key)
{
    public string Id => id;

    public static async Task<RawSession> BeginAsync(McpHost host, string version = "2025-11-25", string capabilities = "{}", string key = KeyedCaller.Administrator)
    {
        var answer = await host.PostAsync(Initialize(version, capabilities), ("ApiKey", key));
        Assert.Equal(version, answer.Message.GetProperty("result").GetProperty("protocolVersion").GetString());
        return new(host, answer.Headers.GetValues("Mcp-Session-Id").Single(), version, key);
    }

    public static string Initialize(string version = "2025-11-25", string capabilities = "{}") =>
        $$"""{"jsonrpc":"2.0","id":0,"method":"initialize","params":{"protocolVersion":"{{version}}","capabilities":{{capabilities}},"clientInfo":{"name":"raw","version":"1.0"} } }""";

    /// <summary>The same session at another host, or with another key.</summary>
    public RawSession At(McpHost other, string? with = null) => new(other, id, version, with ?? key);

    public Task<RawAnswer> CallAsync(string method, string parameters = "{}", string requestId = "1") =>
        PostAsync($$"""{"jsonrpc":"2.0","id":{{requestId}},"method":"{{method}}","params":{{parameters}}}""");

    public Task<RawAnswer> NotifyAsync(string method, string parameters = "{}") =>
        PostAsync($$"""{"jsonrpc":"2.0","method":"{{method}}","params":{{parameters}}}""");

    public Task<RawAnswer> PostAsync(string body) => host.PostAsync(body, Headers);

    public async Task<HttpStatusCode> DeleteAsync()
    {
        var answer = await host.SendAsync(new(HttpMethod.Delete, host.Url), Headers);
        return answer.Status;
    }

    /// <summary>Listens to what belongs to no request, or to the rest of what was begun.</summary>
    public Task<RawEvents> ListenAsync(string? after = null) => OpenAsync(new(HttpMethod.Get, host.Url), after);

    /// <summary>Sends a request and listens to its answer.</summary>
    public Task<RawEvents> OpenCallAsync(string method, string parameters, string requestId = "1") =>
        OpenAsync(new(HttpMethod.Post, host.Url)
        {
            Content = new StringContent($$"""{"jsonrpc":"2.0","id":{{requestId}},"method":"{{method}}","params":{{parameters}}}""", null, "application/json"),
        });

    private (string, string?)[] Headers => [("Mcp-Session-Id", id), ("MCP-Protocol-Version", version), ("ApiKey", key)];

    private async Task<RawEvents> OpenAsync(HttpRequestMessage request, string? after = null)
    {
        request.Headers.Add("Accept", "application/json, text/event-stream");
        foreach (var (name, value) in Headers)
        {
            request.Headers.Add(name, value);
        }

        if (after is not null)
        {
            request.Headers.Add("Last-Event-ID", after);
        }

        var response = await host.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        return new(response, await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
    }
}

/// <summary>An event as it came.</summary>
internal sealed record RawEvent(string? Id, string Data)
{
    public JsonElement Message => JsonElement.Parse(Data);

    public string? Method => Message.TryGetProperty("method", out var method) ? method.GetString() : null;
}

/// <summary>A stream of events that is read one by one.</summary>
internal sealed class RawEvents(HttpResponseMessage response, Stream body) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly StreamReader reader = new(body);

    public HttpResponseMessage Response => response;

    public int Comments { get; private set; }

    /// <summary>The next message; null at the end of the stream.</summary>
    public async Task<RawEvent?> NextAsync()
    {
        while (await NextEventAsync() is { } next)
        {
            if (next.Data.Length > 0)
            {
                return next;
            }
        }

        return null;
    }

    /// <summary>The next event, which may be without data; null at the end of the stream.</summary>
    public async Task<RawEvent?> NextEventAsync()
    {
        string? id = null, data = null;
        while (await reader.ReadLineAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(Patience, TestContext.Current.CancellationToken) is { } line)
        {
            if (line.Length == 0 && (id ?? data) is not null)
            {
                return new(id, data ?? "");
            }

            Comments += line.StartsWith(':') ? 1 : 0;
            id = line.StartsWith("id: ", StringComparison.Ordinal) ? line[4..] : id;
            data = line.StartsWith("data: ", StringComparison.Ordinal) ? line[6..] : data;
        }

        return null;
    }

    /// <summary>Leaves, in the middle or not.</summary>
    public void Dispose()
    {
        reader.Dispose();
        response.Dispose();
    }
}
