using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace HomeDash.Mcp;

/// <summary>Reads what a running HomeDash answers, whether it is a document or a stream of events.</summary>
internal static class RemoteAnswer
{
    private const int MostBytes = 64 * 1024 * 1024;

    /// <summary>The messages in the answer to one: nothing for what is no request.</summary>
    /// <exception cref="RemoteFailure">There is none that a client could read.</exception>
    public static async IAsyncEnumerable<JsonElement> ReadAsync(
        IncomingMessage message, HttpResponseMessage response, string server, TimeSpan idle, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (response.Content.Headers.ContentType?.MediaType == "text/event-stream")
        {
            await foreach (var part in EventsAsync(response, server, idle, breaks: false, cancellationToken).ConfigureAwait(false))
            {
                if (part.Data.Length > 0)
                {
                    yield return JsonElement.Parse(part.Data);
                }
            }
        }
        else if (message.IsRequest || !response.IsSuccessStatusCode)
        {
            yield return await DocumentAsync(message, response, server, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>The events of a stream.</summary>
    /// <param name="response">What carries it.</param>
    /// <param name="server">Where it comes from, for messages.</param>
    /// <param name="idle">How long it may be silent.</param>
    /// <param name="breaks">Whether it is no failure that the connection breaks.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static async IAsyncEnumerable<SseItem<string>> EventsAsync(
        HttpResponseMessage response, string server, TimeSpan idle, bool breaks, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var silence = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await using var bounded = new BoundedStream(await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false), MostBytes);
        await using var events = SseParser.Create(bounded).EnumerateAsync(silence.Token).GetAsyncEnumerator(silence.Token);
        while (true)
        {
            silence.CancelAfter(idle);
            try
            {
                if (!await events.MoveNextAsync().ConfigureAwait(false))
                {
                    yield break;
                }
            }
            catch (IOException) when (breaks)
            {
                yield break;
            }
            catch (IOException broken)
            {
                throw new RemoteFailure($"The connection to HomeDash at {server} was lost: {broken.Message}");
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                throw new RemoteFailure($"HomeDash at {server} has been silent for {idle.TotalSeconds:0} s.");
            }

            bounded.Begin();
            yield return events.Current;
        }
    }

    private static async Task<JsonElement> DocumentAsync(IncomingMessage message, HttpResponseMessage response, string server, CancellationToken cancellationToken)
    {
        JsonElement answer;
        try
        {
            await response.Content.LoadIntoBufferAsync(MostBytes, cancellationToken).ConfigureAwait(false);
            answer = JsonElement.Parse(await response.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false));
        }
        catch (Exception unreadable) when (unreadable is JsonException or HttpRequestException or IOException)
        {
            throw new RemoteFailure($"What answers at {server} is no MCP server: status {(int)response.StatusCode} without JSON. Name the address of HomeDash in --url.");
        }

        if (answer.ValueKind != JsonValueKind.Object || (!answer.TryGetProperty("result"u8, out _) && !answer.TryGetProperty("error"u8, out _)))
        {
            throw new RemoteFailure($"What answers at {server} is no MCP server: status {(int)response.StatusCode} without a JSON-RPC message.");
        }

        // A refusal before the message was read has no id, and over HTTP needs none: on this side only the id tells what was refused.
        return message.IdJson is null || answer.TryGetProperty("id"u8, out _)
            ? answer
            : JsonElement.Parse($$"""{"jsonrpc":"2.0","id":{{message.IdJson}},"error":{{answer.GetProperty("error"u8).GetRawText()}}}""");
    }
}

/// <summary>The running HomeDash could not be reached, or did not answer as one.</summary>
internal sealed class RemoteFailure(string message) : Exception(message);
