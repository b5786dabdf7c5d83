using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using ModelContextProtocol.Protocol;

namespace HomeDash.Mcp;

/// <summary>
/// Leads from a client that speaks STDIO to a running HomeDash, which speaks Streamable HTTP: each line becomes a POST, and
/// what is answered becomes lines. It knows of the messages only what their headers need.
/// </summary>
public sealed class StdioBridge : IDisposable
{
    /// <summary>What was asked before the client closed its end is answered if it takes no longer.</summary>
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(1.5);

    private readonly RemoteEndpoint remote;
    private readonly ConcurrentDictionary<string, CancellationTokenSource> modern = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<Task, bool> running = new();
    private Task listening = Task.CompletedTask;

    /// <summary>A bridge to an endpoint.</summary>
    /// <param name="endpoint">The MCP endpoint, for example <c>http://nas:7575/api/mcp/mcp</c>.</param>
    /// <param name="key">The API key, <c>id.token</c>.</param>
    /// <exception cref="ArgumentException">The key cannot be sent.</exception>
    public StdioBridge(Uri endpoint, string key) => remote = new(endpoint, key);

    /// <summary>Leads messages across until the client closes its end, or the token ends it.</summary>
    /// <param name="input">What the client writes: one JSON-RPC message on each line.</param>
    /// <param name="output">What it reads.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task RunAsync(Stream input, Stream output, CancellationToken cancellationToken)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var lines = new MessageLines(output);
        using var reader = new StreamReader(input, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        while (await reader.ReadLineAsync(cancellationToken).ConfigureAwait(false) is { } line)
        {
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            var (message, refusal) = MessageReader.Read(Encoding.UTF8.GetBytes(line));
            if (message is null)
            {
                await lines.WriteAsync(refusal!.ToMessage(), ending.Token).ConfigureAwait(false);
            }
            else if (!Cancels(message))
            {
                await TakeAsync(message, lines, ending.Token).ConfigureAwait(false);
            }
        }

        await Task.WhenAny(Task.WhenAll(running.Keys), Task.Delay(Farewell, cancellationToken)).ConfigureAwait(false);
        await ending.CancelAsync().ConfigureAwait(false);
        await Task.WhenAll([.. running.Keys, listening]).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        using var patience = new CancellationTokenSource(Farewell);
        await remote.LeaveAsync(patience.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <inheritdoc/>
    public void Dispose() => remote.Dispose();

    /// <summary>
    /// Over STDIO a request is given up by a notification; over HTTP a client of 2026-07-28 closes the stream of the answer,
    /// and notifies of nothing.
    /// </summary>
    private bool Cancels(IncomingMessage message)
    {
        if (message.Method != NotificationMethods.CancelledNotification
            || message.Parameters.ValueKind != JsonValueKind.Object || !message.Parameters.TryGetProperty("requestId"u8, out var id)
            || !modern.TryRemove(id.GetRawText(), out var request))
        {
            return false;
        }

        try
        {
            request.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // It was answered meanwhile.
        }

        return true;
    }

    /// <summary>Requests go side by side; everything else keeps its place, for what follows may rest on it.</summary>
    private async Task TakeAsync(IncomingMessage message, MessageLines lines, CancellationToken cancellationToken)
    {
        var answering = AnswerAsync(message, lines, cancellationToken);
        if (!message.IsRequest || message.Method == RequestMethods.Initialize)
        {
            await answering.ConfigureAwait(false);
        }
        else
        {
            running[answering] = true;
            _ = answering.ContinueWith(done => running.TryRemove(done, out _), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        }

        if (listening.IsCompleted && remote.HasSession && message.Method != RequestMethods.Initialize)
        {
            listening = ListenAsync(lines, cancellationToken);
        }
    }

    private async Task AnswerAsync(IncomingMessage message, MessageLines lines, CancellationToken cancellationToken)
    {
        using var giveUp = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        if (message.IsRequest && ProtocolVersions.IsModern(RequestRules.VersionIn(message.Meta)))
        {
            modern[message.IdJson!] = giveUp;
        }

        try
        {
            var answered = !message.IsRequest;
            await foreach (var part in remote.SendAsync(message, giveUp.Token).ConfigureAwait(false))
            {
                answered |= !part.TryGetProperty("method"u8, out _);
                await lines.WriteAsync(part, giveUp.Token).ConfigureAwait(false);
            }

            if (!answered)
            {
                throw new RemoteFailure("HomeDash ended the stream before its answer. Ask again.");
            }
        }
        catch (Exception failure) when (message.IsRequest && failure is (RemoteFailure or JsonException))
        {
            await lines.WriteAsync((Refusal.Of(StatusCodes.Status502BadGateway, failure.Message) with { IdJson = message.IdJson }).ToMessage(), cancellationToken).ConfigureAwait(false);
        }
        catch (Exception silent) when (silent is RemoteFailure or JsonException or OperationCanceledException or IOException)
        {
            // A notification is not answered, neither is what the client gave up, and a client that does not read is gone.
        }
        finally
        {
            modern.TryRemove(message.IdJson ?? "", out _);
        }
    }

    private async Task ListenAsync(MessageLines lines, CancellationToken cancellationToken)
    {
        await foreach (var message in remote.ListenAsync(cancellationToken).ConfigureAwait(false))
        {
            await lines.WriteAsync(message, cancellationToken).ConfigureAwait(false);
        }
    }
}
