using System.Collections.Concurrent;
using System.Threading.Channels;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace HomeDash;

/// <summary>Writes down when keys were used, at most once a minute for each, behind the calls that used them.</summary>
internal sealed partial class KeyUses(HouseWork work, TimeProvider clock, ILogger<KeyUses> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, DateTimeOffset> noted = new(StringComparer.Ordinal);
    private readonly Channel<(string Id, DateTimeOffset At)> queue = Channel.CreateBounded<(string, DateTimeOffset)>(
        new BoundedChannelOptions(256) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });

    /// <summary>A key was used now. Never waits.</summary>
    public void Note(string id)
    {
        var now = clock.GetStorableNow();
        if ((noted.TryGetValue(id, out var last) && now - last < Interval)
            || (last == default ? !noted.TryAdd(id, now) : !noted.TryUpdate(id, now, last)))
        {
            return;
        }

        queue.Writer.TryWrite((id, now));
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var (id, at) in queue.Reader.ReadAllAsync(stoppingToken).ConfigureAwait(false))
        {
            try
            {
                await work.WriteAsync(
                    async services =>
                    {
                        await services.GetRequiredService<ApiKeyStore>().UsedAsync(id, at, stoppingToken).ConfigureAwait(false);
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

    [LoggerMessage(Level = LogLevel.Warning, Message = "The use of API key {Id} could not be written down")]
    private partial void LogNotWritten(Exception exception, string id);
}
