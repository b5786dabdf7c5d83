using Microsoft.Extensions.Hosting;

namespace HomeDash.Mcp;

/// <summary>Ends sessions that nobody uses.</summary>
internal sealed class SessionSweeper(SessionTable sessions, TimeProvider clock) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false))
        {
            sessions.Sweep();
        }
    }
}
