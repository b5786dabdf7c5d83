using System.Collections.Concurrent;
using System.Threading.Channels;
using HomeDash.Procedures;

namespace HomeDash.Mcp;

/// <summary>Reads those topics of the change feed that somebody cares for, and hands on their changes one after the other.</summary>
internal sealed class ChangeReaders : IDisposable
{
    private readonly ConcurrentDictionary<string, Task> readers = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource ended = new();
    private readonly IChangeFeed feed;

    // What is lost here is lost to clients; the feed itself drops the oldest of a reader that is too slow.
    private readonly Channel<Change> changes = Channel.CreateUnbounded<Change>(new() { SingleReader = true });

    /// <param name="feed">The feed.</param>
    /// <param name="handle">Takes a change. Must not throw.</param>
    public ChangeReaders(IChangeFeed feed, Func<Change, CancellationToken, Task> handle)
    {
        this.feed = feed;
        var all = changes.Reader.ReadAllAsync(ended.Token);
        Start(async () =>
        {
            await foreach (var change in all.ConfigureAwait(false))
            {
                await handle(change, ended.Token).ConfigureAwait(false);
            }
        });
    }

    /// <summary>Reads a topic from now on.</summary>
    public void Read(string topic) => readers.GetOrAdd(topic, _ =>
    {
        // Registered here: what happens before the task gets its turn must not be lost.
        var some = feed.ReadAsync(topic, ended.Token);
        return Start(async () =>
        {
            await foreach (var change in some.ConfigureAwait(false))
            {
                changes.Writer.TryWrite(change);
            }
        });
    });

    public void Dispose()
    {
        ended.Cancel();
        ended.Dispose();
    }

    /// <summary>Not as a part of the request that happened to be the first.</summary>
    private static Task Start(Func<Task> work)
    {
        using (ExecutionContext.SuppressFlow())
        {
            return Task.Run(work);
        }
    }
}
