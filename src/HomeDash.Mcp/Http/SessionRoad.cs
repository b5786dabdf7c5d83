using Microsoft.AspNetCore.Http;

namespace HomeDash.Mcp;

/// <summary>Answers the requests of a session. A client that leaves in the middle ends nothing: it comes back for the answer, or cancels.</summary>
internal sealed class SessionRoad(McpMethods methods, Roads roads, LongRoad longRoad, ServerLifetime lifetime, TimeProvider clock)
{
    public async Task AnswerAsync(HttpContext http, IMcpMethod? method, IncomingMessage message, McpCall call)
    {
        if (method is null)
        {
            await Reply.WriteAsync(http.Response, message.IdJson!, NoSuchMethod.Answer(message.Method!, call), http.RequestAborted).ConfigureAwait(false);
            return;
        }

        using var running = call.Session!.Calls.Begin(message.IdJson!, lifetime.Ended);
        if (roads.IsShort(method, call, message.Parameters))
        {
            await AnswerShortlyAsync(http, method, message, call, running.Token).ConfigureAwait(false);
        }
        else
        {
            await AnswerOnStreamAsync(http, method, message, call, running.Token).ConfigureAwait(false);
        }
    }

    private async Task AnswerShortlyAsync(HttpContext http, IMcpMethod method, IncomingMessage message, McpCall call, CancellationToken cancelled)
    {
        McpAnswer? answer = null;
        try
        {
            answer = await methods.AnswerAsync(method, call, message.Parameters, cancelled).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancelled.IsCancellationRequested)
        {
            // There is nothing to say.
        }

        if (answer is null || cancelled.IsCancellationRequested)
        {
            // "SHOULD NOT send a response for the cancelled request" (Cancellation): a stream that ends is none.
            EventStream.Begin(http);
            return;
        }

        await Reply.WriteAsync(http.Response, message.IdJson!, answer, http.RequestAborted).ConfigureAwait(false);
    }

    private async Task AnswerOnStreamAsync(HttpContext http, IMcpMethod method, IncomingMessage message, McpCall call, CancellationToken cancelled)
    {
        var session = call.Session!;
        var stream = session.Streams.Open();
        // Whatever the call does about it, its client waits no longer.
        await using var ending = cancelled.Register(stream.End);
        var line = new SessionLine(session.Calls, stream.AddAsync, clock);
        var answering = AnswerOnAsync(stream, method, message, call with { Line = line }, cancelled);
        try
        {
            await EventStream.SendAsync(http, session, stream, null, http.RequestAborted).ConfigureAwait(false);
        }
        catch (Exception) when (http.RequestAborted.IsCancellationRequested)
        {
            // What is still said is kept for when the client comes back.
        }

        await answering.ConfigureAwait(false);
    }

    private async Task AnswerOnAsync(MessageStream stream, IMcpMethod method, IncomingMessage message, McpCall call, CancellationToken cancelled)
    {
        try
        {
            stream.Add(JsonRpc.Response(message.IdJson!, await longRoad.AnswerAsync(method, call, message.Parameters, cancelled).ConfigureAwait(false)));
        }
        catch (OperationCanceledException) when (cancelled.IsCancellationRequested)
        {
            // No response: see above.
        }
        finally
        {
            stream.End();
        }
    }
}
