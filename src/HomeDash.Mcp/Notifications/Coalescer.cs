using System.Collections.Concurrent;

namespace HomeDash.Mcp;

/// <summary>Does a thing once for everything that asks for it within a moment.</summary>
internal sealed class Coalescer(TimeProvider clock)
{
    /// <summary>How long one waits for more.</summary>
    public static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(250);

    private readonly ConcurrentDictionary<object, ITimer> waiting = [];

    /// <param name="what">Stands for what is done: asked for again before it is done, it is done once.</param>
    /// <param name="work">Does it. Must not throw.</param>
    public void Ask(object what, Action work)
    {
        if (waiting.ContainsKey(what))
        {
            return;
        }

        var timer = clock.CreateTimer(_ => Do(what, work), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        if (waiting.TryAdd(what, timer))
        {
            timer.Change(Moment, Timeout.InfiniteTimeSpan);
        }
        else
        {
            timer.Dispose();
        }
    }

    private void Do(object what, Action work)
    {
        // First out, then done: what is asked for meanwhile is done again.
        if (waiting.TryRemove(what, out var timer))
        {
            timer.Dispose();
            work();
        }
    }
}
