using System.Threading.Channels;
using HomeDash.Procedures;

namespace HomeDash;

/// <summary>The events of several engines as one stream, which goes on as long as one of them does.</summary>
internal static class EventMerge
{
    /// <summary>An engine that sends faster than the reader reads has to wait.</summary>
    private const int Waiting = 64;

    /// <exception cref="ProcedureException">The last engine's stream broke.</exception>
    public static async IAsyncEnumerable<(Connection<IContainerEngine> Connection, ContainerEvent Event)> FollowAsync(
        IReadOnlyList<Connection<IContainerEngine>> engines, DateTimeOffset from, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (engines.Count == 0)
        {
            yield break;
        }

        using var reading = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var merged = Channel.CreateBounded<(Connection<IContainerEngine>, ContainerEvent)>(Waiting);
        var running = engines.Count;
        var pumps = engines.Select(PumpAsync).ToArray();
        try
        {
            await foreach (var happened in merged.Reader.ReadAllAsync(reading.Token).ConfigureAwait(false))
            {
                yield return happened;
            }
        }
        finally
        {
            await reading.CancelAsync().ConfigureAwait(false);
            await Task.WhenAll(pumps).ConfigureAwait(false);
        }

        async Task PumpAsync(Connection<IContainerEngine> engine)
        {
            Exception? fault = null;
            try
            {
                await foreach (var happened in engine.Client.EventsAsync(from, null, reading.Token).ConfigureAwait(false))
                {
                    await merged.Writer.WriteAsync((engine, happened), reading.Token).ConfigureAwait(false);
                }
            }
            catch (Exception exception)
            {
                fault = exception;
            }

            if (Interlocked.Decrement(ref running) == 0)
            {
                merged.Writer.Complete(fault);
            }
        }
    }
}
