using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace HomeDash;

/// <summary>Keeps in memory what stands in tables.</summary>
public interface IFollowsTables
{
    /// <summary>Reads the tables, and acts upon what is different now.</summary>
    Task LoadAsync();
}

/// <summary>Notices what another process has changed: the command line, or a second HomeDash on the same database.</summary>
internal sealed partial class TableFollower(IEnumerable<IFollowsTables> followers, TimeProvider clock, ILogger<TableFollower> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false))
        {
            foreach (var follower in followers)
            {
                await FollowAsync(follower).ConfigureAwait(false);
            }
        }
    }

    private async Task FollowAsync(IFollowsTables follower)
    {
        try
        {
            await follower.LoadAsync().ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            LogFailed(exception, follower.GetType().Name);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Follower} could not read its tables and will read them again")]
    private partial void LogFailed(Exception exception, string follower);
}
