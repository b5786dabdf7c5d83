using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using HomeDash.Mcp;
using HomeDash.Web.Hosting;

namespace HomeDash.Web.Commands.Calling;

/// <summary>The server-sent events with which a running HomeDash answers a subscription (docs/http.md).</summary>
/// <param name="body">The answer.</param>
/// <param name="server">Where it comes from, for messages.</param>
internal sealed class RemoteEvents(Stream body, string server)
{
    private const int MostBytes = 16 * 1024 * 1024;

    // HomeDash pings every 15 s.
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(60);

    /// <summary>The items.</summary>
    /// <param name="refusal">What an event <c>problem</c> means.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="StartupFailure">The connection is lost, or silent.</exception>
    public async IAsyncEnumerable<JsonElement> ReadAsync(Func<JsonElement, CallAnswer.Refusal> refusal, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var idle = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await using var bounded = new BoundedStream(body, MostBytes);
        var events = SseParser.Create(bounded).EnumerateAsync(idle.Token).GetAsyncEnumerator(idle.Token);
        await using var owned = events;
        while (true)
        {
            idle.CancelAfter(Silence);
            if (!await NextAsync(events, cancellationToken))
            {
                throw Lost("was lost");
            }

            bounded.Begin();
            switch (events.Current.EventType)
            {
                case "return":
                    yield break;
                case "problem":
                    throw refusal(JsonElement.Parse(events.Current.Data)).Failure;
                case SseParser.EventTypeDefault:
                    yield return JsonElement.Parse(events.Current.Data);
                    break;
            }
        }
    }

    private async Task<bool> NextAsync(IAsyncEnumerator<SseItem<string>> events, CancellationToken cancellationToken)
    {
        try
        {
            return await events.MoveNextAsync();
        }
        catch (IOException exception)
        {
            throw Lost($"was lost: {exception.Message}");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw Lost($"has been silent for {Silence.TotalSeconds:0} s");
        }
    }

    private StartupFailure Lost(string how) => new($"The connection to HomeDash at {server} {how}. What was printed until then is right.");
}
