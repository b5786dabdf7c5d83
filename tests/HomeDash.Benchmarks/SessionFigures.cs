using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using HomeDash.Mcp;
using HomeDash.Procedures;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace HomeDash.Benchmarks;

/// <summary>
/// What sessions cost in memory: two hundred at once, each listening on a stream of its own and following five resources. The
/// clients are bare sockets of this process, so what they cost is counted as well.
/// </summary>
internal static class SessionFigures
{
    private const int Sessions = 200;
    private const int FollowedByEach = 5;

    public static async Task<IReadOnlyList<Figure>> MeasureAsync(CancellationToken cancellationToken)
    {
        await using var application = await StartAsync(cancellationToken);
        var url = new Uri(application.Urls.Single() + "/api/mcp/mcp");
        using var http = new HttpClient();
        var sockets = new List<TcpClient>();
        try
        {
            // The first few make what all of them share.
            await ConnectAsync(http, url, sockets, 5, cancellationToken);
            var before = Memory();
            await ConnectAsync(http, url, sockets, Sessions, cancellationToken);
            var bytes = (Memory() - before) / (double)Sessions;

            application.Services.GetRequiredService<IChangeFeed>().Publish(new("thing", "all"));
            var heard = await CountAsync(sockets, cancellationToken);
            var following = sockets.Count * FollowedByEach;
            return
            [
                Figure.Bound($"a session with a stream and {FollowedByEach} subscriptions, {Sessions} at once", bytes / 1000, 100, "kB"),
                Figure.Bound($"updates that {following} subscriptions did not hear of", following - heard, 0, ""),
            ];
        }
        finally
        {
            sockets.ForEach(socket => socket.Dispose());
        }
    }

    private static async Task<WebApplication> StartAsync(CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddProcedures().AddHomeDashProcedures().AddHomeDashMcp();
        builder.Services.AddSingleton<IResourceTopics, Things>();
        builder.Services.AddScoped<ICallerSource, Anybody>();
        var application = builder.Build();
        application.MapHomeDashMcp();
        await application.StartAsync(cancellationToken);
        return application;
    }

    private static async Task ConnectAsync(HttpClient http, Uri url, List<TcpClient> sockets, int count, CancellationToken cancellationToken)
    {
        for (var client = 0; client < count; client++)
        {
            using var begun = await PostAsync(http, url, null,
                """{"jsonrpc":"2.0","id":0,"method":"initialize","params":{"protocolVersion":"2025-11-25","capabilities":{"elicitation":{}},"clientInfo":{"name":"bench","version":"1.0"}}}""", cancellationToken);
            var session = begun.Headers.GetValues("Mcp-Session-Id").Single();
            for (var thing = 0; thing < FollowedByEach; thing++)
            {
                using var followed = await PostAsync(http, url, session,
                    $$"""{"jsonrpc":"2.0","id":{{thing}},"method":"resources/subscribe","params":{"uri":"thing://{{thing}}"} }""", cancellationToken);
            }

            var socket = new TcpClient { ReceiveBufferSize = 8 * 1024 };
            await socket.ConnectAsync(url.Host, url.Port, cancellationToken);
            await socket.GetStream().WriteAsync(
                Encoding.ASCII.GetBytes($"GET {url.AbsolutePath} HTTP/1.1\r\nHost: {url.Authority}\r\nAccept: text/event-stream\r\nMcp-Session-Id: {session}\r\n\r\n"), cancellationToken);
            sockets.Add(socket);
        }
    }

    private static async Task<HttpResponseMessage> PostAsync(HttpClient http, Uri url, string? session, string body, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new StringContent(body, null, "application/json") };
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/event-stream"));
        if (session is not null)
        {
            request.Headers.Add("Mcp-Session-Id", session);
        }

        var response = await http.SendAsync(request, cancellationToken);
        return response.EnsureSuccessStatusCode();
    }

    /// <summary>How many updates came on all streams until nothing more came for a while.</summary>
    private static async Task<int> CountAsync(List<TcpClient> sockets, CancellationToken cancellationToken)
    {
        var patience = TimeSpan.FromSeconds(20);
        var counts = await Task.WhenAll(sockets.Select(async socket =>
        {
            var text = new StringBuilder();
            var buffer = new byte[8 * 1024];
            while (Count(text.ToString()) < FollowedByEach)
            {
                try
                {
                    text.Append(Encoding.UTF8.GetString(buffer, 0, await socket.GetStream().ReadAsync(buffer, cancellationToken).AsTask().WaitAsync(patience, cancellationToken)));
                }
                catch (TimeoutException)
                {
                    break;
                }
            }

            return Count(text.ToString());
        }));
        return counts.Sum();
    }

    private static int Count(string text) => text.Split("notifications/resources/updated").Length - 1;

    private static long Memory()
    {
        for (var round = 0; round < 3; round++)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            GC.WaitForPendingFinalizers();
        }

        return GC.GetTotalMemory(forceFullCollection: true);
    }

    /// <summary>Everything changes with one topic.</summary>
    private sealed class Things : IResourceTopics
    {
        public ValueTask<IResourceWatch?> WatchAsync(Caller caller, ToolProfile profile, string uri, CancellationToken cancellationToken) => new(new Thing(uri));
    }

    private sealed class Thing(string uri) : IResourceWatch
    {
        private static readonly string[] All = ["thing"];

        public string Uri => uri;

        public IReadOnlyList<string> Topics => All;

        public ValueTask<bool> IsConcernedByAsync(Change change, CancellationToken cancellationToken) => new(true);
    }

    private sealed class Anybody : ICallerSource
    {
        public string Surface => "mcp";

        public ValueTask<Caller> GetAsync(CancellationToken cancellationToken) => new(Caller.House with { UserId = "u1" });
    }
}
