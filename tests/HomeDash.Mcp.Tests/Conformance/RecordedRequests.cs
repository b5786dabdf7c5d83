using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace HomeDash.Mcp.Tests;

/// <summary>Keeps every POST that a server receives, to send it to others.</summary>
internal sealed class RecordedRequests : IStartupFilter
{
    // What belongs to the connection, to the session of a server or to its address is not sent again.
    private static readonly HashSet<string> Own = new(StringComparer.OrdinalIgnoreCase) { "Host", "Connection", "Content-Length", "Transfer-Encoding", "Mcp-Session-Id", "Last-Event-ID" };

    private readonly ConcurrentQueue<RecordedRequest> all = [];

    public IReadOnlyCollection<RecordedRequest> All => all;

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => application =>
    {
        application.Use(async (http, rest) =>
        {
            if (HttpMethods.IsPost(http.Request.Method))
            {
                await KeepAsync(http.Request);
            }

            await rest(http);
        });
        next(application);
    };

    private async Task KeepAsync(HttpRequest request)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, request.HttpContext.RequestAborted);
        body.Position = 0;
        request.Body = new MemoryStream(body.ToArray());
        all.Enqueue(new(body.ToArray(), [.. request.Headers.Where(header => !Own.Contains(header.Key)).Select(header => (header.Key, header.Value.ToString()))]));
    }
}

/// <summary>A POST with the headers that say something about it.</summary>
internal sealed record RecordedRequest(byte[] Body, IReadOnlyList<(string Name, string Value)> Headers)
{
    public async Task<RawAnswer> SendAsync(McpHost host)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, host.Url) { Content = new ByteArrayContent(Body) };
        foreach (var (name, value) in Headers)
        {
            if (!request.Headers.TryAddWithoutValidation(name, value))
            {
                request.Content.Headers.TryAddWithoutValidation(name, value);
            }
        }

        return await host.SendAsync(request);
    }
}
