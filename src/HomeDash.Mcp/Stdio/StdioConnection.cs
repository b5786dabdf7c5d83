using System.Collections.Concurrent;
using ModelContextProtocol.Protocol;

namespace HomeDash.Mcp;

/// <summary>The client on the other end of standard input and output: its session once it has introduced itself, and what it is waiting for.</summary>
internal sealed class StdioConnection(
    MessageLines lines, McpMethods methods, LongRoad road, SessionTable sessions, ServerLifetime lifetime, TimeProvider clock) : IAsyncDisposable
{
    /// <summary>What was asked before the client closed its end is answered if it takes no longer.</summary>
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(1.5);

    private readonly CancellationTokenSource ending = new();
    private readonly SessionCalls calls = new();
    private readonly ConcurrentDictionary<Task, bool> running = new();
    private McpSession? session;
    private Task telling = Task.CompletedTask;

    /// <summary>Takes a message. Requests go side by side; everything else keeps its place, for what follows may rest on it.</summary>
    /// <param name="message">The message.</param>
    /// <param name="call">Who calls, and what they are served.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task TakeAsync(IncomingMessage message, McpCall call, CancellationToken cancellationToken)
    {
        // What began with the handshake stays with it, whatever later messages say.
        var (version, wrong) = session is null ? RequestRules.Check(message, headers: null) : (session.Record.ProtocolVersion, null);
        if (wrong is not null)
        {
            await RefuseAsync(wrong, cancellationToken).ConfigureAwait(false);
        }
        else if (!message.IsRequest)
        {
            Take(message);
        }
        else
        {
            try
            {
                Answer(message, Begin(message, new(call.Caller, call.Dashboard, version) { Profile = call.Profile }));
            }
            catch (Refused refused)
            {
                await RefuseAsync(refused.Refusal with { IdJson = message.IdJson }, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Answers what is no message, or none that is taken here.</summary>
    public Task RefuseAsync(Refusal refusal, CancellationToken cancellationToken) => lines.WriteAsync(refusal.ToMessage(), cancellationToken);

    /// <summary>Waits a moment for what is still to be answered.</summary>
    public Task FinishAsync(CancellationToken cancellationToken) =>
        Task.WhenAny(Task.WhenAll(running.Keys), Task.Delay(Farewell, clock, cancellationToken));

    public async ValueTask DisposeAsync()
    {
        await ending.CancelAsync().ConfigureAwait(false);
        await Task.WhenAll([.. running.Keys, telling]).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (session is not null)
        {
            sessions.End(session);
        }

        ending.Dispose();
    }

    /// <summary>The call as the session knows it, which an introduction begins.</summary>
    private McpCall Begin(IncomingMessage message, McpCall call)
    {
        if (session is null && message.Method == RequestMethods.Initialize && !call.IsModern && InitializeMethod.Agree(message.Parameters) is { } agreed)
        {
            (session, _) = sessions.Begin(call.Caller, call.Profile.Name, agreed, message.Parameters, outlasts: false);
        }

        session?.Touch(call.Caller, clock.GetUtcNow());
        return call with
        {
            Parameters = message.Parameters,
            RequestIdJson = message.IdJson,
            Session = session,
            Capabilities = session?.Capabilities ?? RequestRules.CapabilitiesIn(message.Meta),
            LogLevel = session is null ? RequestRules.LogLevelIn(message.Meta) : session.Record.LogLevel,
            Line = new SessionLine(session?.Calls ?? calls, lines.WriteAsync, clock),
        };
    }

    private void Take(IncomingMessage message)
    {
        (session?.Calls ?? calls).Take(message);
        if (message.Method == NotificationMethods.InitializedNotification && session is not null && telling.IsCompleted)
        {
            telling = TellAsync(session.Streams.Standalone);
        }
    }

    private void Answer(IncomingMessage message, McpCall call)
    {
        var answering = AnswerAsync(message, call);
        running[answering] = true;
        _ = answering.ContinueWith(done => running.TryRemove(done, out _), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    private async Task AnswerAsync(IncomingMessage message, McpCall call)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ending.Token, lifetime.Ended);
        using var cancelling = (call.Session?.Calls ?? calls).Begin(message.IdJson!, either.Token);
        try
        {
            var answer = methods.Find(message.Method!) is { } method
                ? await road.AnswerAsync(method, call, message.Parameters, cancelling.Token).ConfigureAwait(false)
                : NoSuchMethod.Answer(message.Method!, call);
            cancelling.Token.ThrowIfCancellationRequested();
            await lines.WriteAsync(JsonRpc.Response(message.IdJson!, answer), ending.Token).ConfigureAwait(false);
        }
        catch (Exception over) when (over is OperationCanceledException or IOException)
        {
            // What was given up is not answered ("SHOULD NOT send a response for the cancelled request", Cancellation), and a client that does not read is gone.
        }
    }

    /// <summary>Tells the client what it did not ask.</summary>
    private async Task TellAsync(MessageStream stream)
    {
        using var listener = stream.Read(after: null);
        while (await listener.NextAsync(Timeout.InfiniteTimeSpan, ending.Token).ConfigureAwait(false) is { } messages)
        {
            foreach (var message in messages)
            {
                await lines.WriteAsync(message.Json, ending.Token).ConfigureAwait(false);
            }

            listener.Sent();
        }
    }
}
