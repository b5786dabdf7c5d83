using System.Collections.Concurrent;
using System.Threading.Channels;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace HomeDash;

/// <summary>Where keys of one sort are kept.</summary>
internal interface IUsedKeys
{
    /// <summary>Keeps when a key was last used; never an earlier time than is kept already.</summary>
    Task UsedAsync(string id, DateTimeOffset at, CancellationToken cancellationToken);
}

/// <summary>Writes down when keys were used, at most once a minute for each, behind the calls that used them.</summary>
internal sealed partial class KeyUses(HouseWork work, TimeProvider clock, ILogger<KeyUses> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<(Type Store, string Id), DateTimeOffset> noted = [];
    private readonly Channel<(Type Store, string Id, DateTimeOffset At)> queue = Channel.CreateBounded<(Type, string, DateTimeOffset)>(
        new BoundedChannelOptions(256) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });

    /// <summary>A key was used now. Never waits.</summary>
    /// <typeparam name="TStore">Where such keys are kept.</typeparam>
    /// <param name="id">Its id there.</param>
    public void Note<TStore>(string id)
        where TStore : IUsedKeys
    {
        var key = (typeof(TStore), id);
        var now = clock.GetStorableNow();
        if ((noted.TryGetValue(key, out var last) && now - last < Interval)
            || (last == default ? !noted.TryAdd(key, now) : !noted.TryUpdate(key, now, last)))
        {
            return;
        }

        queue.Writer.TryWrite((typeof(TStore), id, now));
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var (store, id, at) in queue.Reader.ReadAllAsync(stoppingToken).ConfigureAwait(false))
        {
            try
            {
                await work.WriteAsync(
                    async services =>
                    {
                        await ((IUsedKeys)services.GetRequiredService(store)).UsedAsync(id, at, stoppingToken).ConfigureAwait(false);
                        return id;
                    },
                    stoppingToken).ConfigureAwait(false);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                // The next use a minute later tries again; a key that works must not depend on this.
                LogNotWritten(exception, id);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The use of key {Id} could not be written down")]
    private partial void LogNotWritten(Exception exception, string id);
}
