using System.Buffers;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace HomeDash.Mcp;

/// <summary>Answers with events (Server-Sent Events).</summary>
internal static class EventStream
{
    /// <summary>Proxies cut a silent connection after about a minute.</summary>
    public static readonly TimeSpan KeepAlive = TimeSpan.FromSeconds(15);

    /// <summary>What clients do not see and proxies do.</summary>
    public static ReadOnlySpan<byte> Comment => ": keep-alive\n\n"u8;

    /// <summary>Sets the headers, so that nothing on the way holds events back.</summary>
    public static void Begin(HttpContext http)
    {
        http.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        var headers = http.Response.Headers;
        http.Response.ContentType = "text/event-stream";
        headers.CacheControl = "no-cache, no-store";
        headers.ContentEncoding = "identity";
        headers["X-Accel-Buffering"] = "no";
    }

    /// <summary>Sends what comes on a stream of a session until it ends, or somebody else listens to it.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled: the client has left, or HomeDash ends.</exception>
    public static async Task SendAsync(HttpContext http, McpSession session, MessageStream stream, long? after, CancellationToken cancellationToken)
    {
        using var listener = stream.Read(after);
        Begin(http);
        var body = http.Response.BodyWriter;
        if (session.Primes)
        {
            // "SHOULD immediately send an SSE event consisting of an event ID and an empty data field", so that a client that loses the
            // connection early can come back (Sending Messages, 6).
            WriteEvent(body, session.Streams.IdOf(stream, listener.Position), default);
        }

        await body.FlushAsync(cancellationToken).ConfigureAwait(false);
        while (await listener.NextAsync(KeepAlive, cancellationToken).ConfigureAwait(false) is { } messages)
        {
            foreach (var message in messages)
            {
                WriteEvent(body, session.Streams.IdOf(stream, message.Number), message.Json.Span);
            }

            if (messages.Count == 0)
            {
                body.Write(Comment);
            }

            if ((await body.FlushAsync(cancellationToken).ConfigureAwait(false)).IsCompleted)
            {
                // The client has left: it did not get these.
                return;
            }

            listener.Sent();
        }
    }

    private static void WriteEvent(IBufferWriter<byte> body, string id, ReadOnlySpan<byte> json)
    {
        body.Write("id: "u8);
        Encoding.ASCII.GetBytes(id, body);
        body.Write(json.IsEmpty ? "\ndata: "u8 : "\nevent: message\ndata: "u8);
        // A line break ends the data. In JSON it only ever stands between things, where a space will do.
        while (json.IndexOfAny((byte)'\n', (byte)'\r') is var line and >= 0)
        {
            body.Write(json[..line]);
            body.Write(" "u8);
            json = json[(line + 1)..];
        }

        body.Write(json);
        body.Write("\n\n"u8);
    }
}
