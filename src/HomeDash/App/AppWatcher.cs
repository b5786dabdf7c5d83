using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace HomeDash;

/// <summary>Asks the apps again and again, in the background.</summary>
internal sealed partial class AppWatcher(AppChecks checks, TimeProvider clock, ILogger<AppWatcher> logger) : BackgroundService
{
    private static readonly TimeSpan FirstRest = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (var rest = FirstRest; ; rest = Interval)
        {
            await Task.Delay(rest, clock, stoppingToken).ConfigureAwait(false);
            try
            {
                await checks.RoundAsync(stoppingToken).ConfigureAwait(false);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                LogFailed(exception);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The apps could not be checked and will be checked again")]
    private partial void LogFailed(Exception exception);
}
