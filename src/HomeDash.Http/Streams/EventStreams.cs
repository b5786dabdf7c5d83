using System.Text;
using System.Text.Json;
using HomeDash.Procedures;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace HomeDash.Http;

/// <summary>
/// Sends subscriptions as server-sent events: <c>connected</c>, the items with their ids, <c>ping</c> while there is no news,
/// and <c>return</c> at the end (@trpc/server 11, stream/sse.ts).
/// </summary>
internal sealed class EventStreams(HeldStreams streams, IOptions<HttpOptions> options, TimeProvider clock, IHostApplicationLifetime lifetime)
{
    private const string LastEventId = "lastEventId";

    /// <summary>Opens a subscription, or goes on after the last event that the client has: its id may come in the header, the query or the input.</summary>
    public ValueTask<OpenedStream> OpenAsync(HttpContext http, ProcedureDefinition definition, ReadOnlyMemory<byte> input, ProcedureRequest request)
    {
        // As getLastEventId of contentType.ts has it: what the browser itself remembers comes first.
        var lastEventId = http.Request.Headers["Last-Event-ID"] is [{ } header, ..] ? header : http.Request.Query[LastEventId] is [{ } query, ..] ? query : null;
        if (InputJson.TryTake(ref input, LastEventId, out var inInput))
        {
            lastEventId ??= inInput.ValueKind == JsonValueKind.String ? inInput.GetString() : null;
        }

        input = InputJson.Normalize(input);
        return streams.OpenAsync(definition, input.IsEmpty ? "{}"u8.ToArray() : input, request, lastEventId, http.RequestAborted);
    }

    /// <summary>Sends what was opened; a refusal is an event, too.</summary>
    public async Task SendAsync(HttpContext http, OpenedStream opened, ProcedureRequest request, EventDialect dialect)
    {
        Unbuffer(http, "text/event-stream");
        using var leaving = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, lifetime.ApplicationStopping);
        var events = new EventWriter(http.Response.Body, leaving.Token);
        try
        {
            // A client that hears nothing for three pings connects again.
            await events.WriteAsync("connected", $$"""{"reconnectAfterInactivityMs":{{options.Value.Ping.TotalMilliseconds * 3:0}}}""").ConfigureAwait(false);
            if (opened.IsRestarted)
            {
                await events.WriteAsync("restarted", "").ConfigureAwait(false);
            }

            var fault = opened.Stream is null
                ? Fault.Of(opened.Refusal!, request.RequestId)
                : await SendItemsAsync(events, opened.Stream, opened.After, request, leaving).ConfigureAwait(false);
            await (fault is null ? events.WriteAsync("return", "") : events.WriteAsync(dialect.ErrorEvent, dialect.Print(fault))).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // The connection is gone or belongs to another reader now; what was not sent is kept for a while.
        }
        finally
        {
            if (opened.Stream is not null)
            {
                streams.Leave(opened.Stream);
            }
        }
    }

    /// <summary>The headers of an answer that is sent bit by bit, so that nothing on its way holds it back.</summary>
    public static void Unbuffer(HttpContext http, string contentType)
    {
        http.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        var headers = http.Response.Headers;
        http.Response.ContentType = contentType;
        headers.CacheControl = "no-cache, no-transform";
        headers.XContentTypeOptions = "nosniff";
        headers["X-Accel-Buffering"] = "no";
    }

    /// <summary>Null when the stream came to its end, otherwise what broke it.</summary>
    private async Task<Fault?> SendItemsAsync(EventWriter events, HeldStream stream, long after, ProcedureRequest request, CancellationTokenSource leaving)
    {
        var items = stream.ReadAsync(after, leaving.Token).GetAsyncEnumerator(leaving.Token);
        var next = items.MoveNextAsync().AsTask();
        try
        {
            while (true)
            {
                while (!next.IsCompleted && await Task.WhenAny(next, Task.Delay(options.Value.Ping, clock, leaving.Token)).ConfigureAwait(false) != next)
                {
                    await events.WriteAsync("ping", "").ConfigureAwait(false);
                }

                if (!await next.ConfigureAwait(false))
                {
                    return null;
                }

                await events.WriteItemAsync($"{stream.Id}.{items.Current.Number}", items.Current.Json).ConfigureAwait(false);
                next = items.MoveNextAsync().AsTask();
            }
        }
        catch (ProcedureException broken)
        {
            return new(broken.Error, request.RequestId);
        }
        finally
        {
            // An iterator can only be disposed of between two items.
            if (!next.IsCompleted)
            {
                await leaving.CancelAsync().ConfigureAwait(false);
            }

            await ((Task)next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await items.DisposeAsync().ConfigureAwait(false);
        }
    }
}

/// <summary>What came of opening a stream.</summary>
/// <param name="Stream">The stream; null when it was refused.</param>
/// <param name="After">The number of the last item that the client has.</param>
/// <param name="IsRestarted">Whether the client named an event whose stream is gone, so that items may be missing or come again.</param>
/// <param name="Refusal">Why there is no stream.</param>
internal sealed record OpenedStream(HeldStream? Stream, long After = 0, bool IsRestarted = false, ProcedureOutcome? Refusal = null);

/// <summary>How a surface tells an error within a stream.</summary>
/// <param name="ErrorEvent">The name of the event.</param>
/// <param name="Write">Writes its data.</param>
internal sealed record EventDialect(string ErrorEvent, Action<Utf8JsonWriter, Fault> Write)
{
    public string Print(Fault fault) => Encoding.UTF8.GetString(Json.Print(writer => Write(writer, fault)).Span);
}
