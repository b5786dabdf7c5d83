using System.Runtime.CompilerServices;

namespace HomeDash;

/// <summary>Follows what services say by asking again and again: only while somebody watches, and through the snapshots, so that many watchers cost one request.</summary>
internal sealed class Watch(TimeProvider clock)
{
    /// <summary>How often a service is asked while somebody watches.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(3);

    /// <summary>Reads at once, and then in every interval, until the watcher leaves.</summary>
    /// <param name="read">Reads the state of all services that are watched.</param>
    /// <param name="cancellationToken">Ends the watching.</param>
    public async IAsyncEnumerable<T> FollowAsync<T>(Func<CancellationToken, Task<T>> read, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (true)
        {
            var asked = clock.GetTimestamp();
            yield return await read(cancellationToken).ConfigureAwait(false);
            var rest = Interval - clock.GetElapsedTime(asked);
            if (rest > TimeSpan.Zero)
            {
                await Task.Delay(rest, clock, cancellationToken).ConfigureAwait(false);
            }
        }
    }
}
