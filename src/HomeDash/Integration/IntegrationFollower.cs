using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace HomeDash;

/// <summary>Notices integrations that another process has changed: the command line, or a second HomeDash on the same database.</summary>
internal sealed partial class IntegrationFollower(IntegrationLoader loader, TimeProvider clock, ILogger<IntegrationFollower> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false))
        {
            try
            {
                await loader.LoadAsync().ConfigureAwait(false);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                LogFailed(exception);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The integrations could not be read and will be read again")]
    private partial void LogFailed(Exception exception);
}
