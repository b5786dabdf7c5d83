using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace HomeDash.Procedures;

/// <summary>The change feed of one process.</summary>
public sealed class ChangeFeed : IChangeFeed
{
    private readonly ConcurrentDictionary<Channel<Change>, string> readers = [];

    /// <inheritdoc/>
    public void Publish(Change change)
    {
        foreach (var (channel, topic) in readers)
        {
            if (topic == change.Topic)
            {
                channel.Writer.TryWrite(change);
            }
        }
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<Change> ReadAsync(string topic, CancellationToken cancellationToken)
    {
        // Registered here and not in the iterator: what happens between this call and the first MoveNext must not be lost.
        var channel = Channel.CreateBounded<Change>(new BoundedChannelOptions(256) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });
        readers[channel] = topic;
        var registration = cancellationToken.Register(() => readers.TryRemove(channel, out _));
        return Iterate(channel, registration, cancellationToken);
    }

    private async IAsyncEnumerable<Change> Iterate(
        Channel<Change> channel, CancellationTokenRegistration registration, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var change in channel.Reader.ReadAllAsync(cancellationToken).ConfigureAwait(false))
            {
                yield return change;
            }
        }
        finally
        {
            readers.TryRemove(channel, out _);
            await registration.DisposeAsync().ConfigureAwait(false);
        }
    }
}
