using System.Collections.Concurrent;

namespace HomeDash.Mcp;

/// <summary>Does a thing once for everything that asks for it within a moment.</summary>
internal sealed class Coalescer(TimeProvider clock)
{
    /// <summary>How long one waits for more.</summary>
    public static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(250);

    private readonly ConcurrentDictionary<string, ITimer> waiting = new(StringComparer.Ordinal);

    /// <param name="name">What is done: asked for again before it is done, it is done once.</param>
    /// <param name="work">Does it. Must not throw.</param>
    public void Ask(string name, Action work)
    {
        var timer = clock.CreateTimer(_ => Do(name, work), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        if (waiting.TryAdd(name, timer))
        {
            timer.Change(Moment, Timeout.InfiniteTimeSpan);
        }
        else
        {
            timer.Dispose();
        }
    }

    private void Do(string name, Action work)
    {
        // First out, then done: what is asked for meanwhile is done again.
        if (waiting.TryRemove(name, out var timer))
        {
            timer.Dispose();
            work();
        }
    }
}
