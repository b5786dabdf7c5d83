using System.Runtime.CompilerServices;
using System.Threading.Channels;
using HomeDash.Procedures;

namespace HomeDash;

/// <summary>
/// Follows the house while somebody watches: hubs that tell by themselves what changes are listened to, once for all watchers,
/// and what they tell goes to the change feed (<c>smartHome.entity</c>); the others are asked every few seconds.
/// </summary>
internal sealed class HomeWatch(HomeFleet fleet, IChangeFeed feed, TimeProvider clock)
{
    /// <summary>The topic that says which entity changed: the integration's id, a slash, the entity's id.</summary>
    public const string Topic = "smartHome.entity";

    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Again = TimeSpan.FromSeconds(5);

    private readonly Lock gate = new();
    private readonly Dictionary<Connection<ILiveHome>, Line> lines = [];

    /// <summary>How many hubs are listened to now.</summary>
    public int Listening
    {
        get
        {
            lock (gate)
            {
                return lines.Count;
            }
        }
    }

    /// <summary>Reads at once, soon after each change that a hub tells, and in every interval, until the watcher leaves.</summary>
    public async IAsyncEnumerable<T> FollowAsync<T>(Caller caller, Func<CancellationToken, Task<T>> read, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var leaving = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var bell = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
        var ringing = RingAsync(bell.Writer, leaving.Token);
        IReadOnlyList<Connection<ILiveHome>> joined = [];
        try
        {
            while (true)
            {
                var live = fleet.Live(caller);
                foreach (var hub in live.Except(joined))
                {
                    Join(hub);
                }

                Leave(joined.Except(live));
                joined = live;

                yield return await read(cancellationToken).ConfigureAwait(false);
                await Task.Delay(Breath, clock, cancellationToken).ConfigureAwait(false);
                await Task.WhenAny(bell.Reader.ReadAsync(leaving.Token).AsTask(), Task.Delay(Watch.Interval - Breath, clock, leaving.Token)).ConfigureAwait(false);
            }
        }
        finally
        {
            await leaving.CancelAsync().ConfigureAwait(false);
            Leave(joined);
            await ringing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task RingAsync(ChannelWriter<bool> bell, CancellationToken cancellationToken)
    {
        await foreach (var _ in feed.ReadAsync(Topic, cancellationToken).ConfigureAwait(false))
        {
            bell.TryWrite(true);
        }
    }

    private void Join(Connection<ILiveHome> hub)
    {
        lock (gate)
        {
            if (!lines.TryGetValue(hub, out var line))
            {
                var end = new CancellationTokenSource();
                lines[hub] = line = new(end);
                _ = ListenAsync(hub, end.Token);
            }

            line.Watchers++;
        }
    }

    private void Leave(IEnumerable<Connection<ILiveHome>> hubs)
    {
        lock (gate)
        {
            foreach (var hub in hubs)
            {
                if (lines.TryGetValue(hub, out var line) && --line.Watchers == 0)
                {
                    lines.Remove(hub);
                    line.End.Cancel();
                    line.End.Dispose();
                }
            }
        }
    }

    /// <summary>Listens until nobody watches any more. While the hub cannot be listened to, asking it every few seconds goes on and tells what is wrong.</summary>
    private async Task ListenAsync(Connection<ILiveHome> hub, CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                await foreach (var id in hub.Client.FollowAsync(cancellationToken).ConfigureAwait(false))
                {
                    feed.Publish(new(Topic, $"{hub.Integration.Id}/{id}"));
                }
            }
            catch (Exception)
            {
                // The reads fail too, and tell why.
            }

            await Task.Delay(Again, clock, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private sealed class Line(CancellationTokenSource end)
    {
        public CancellationTokenSource End => end;

        public int Watchers { get; set; }
    }
}
