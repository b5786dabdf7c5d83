using System.Threading.Channels;
using HomeDash.Procedures;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace HomeDash.Mcp;

/// <summary>Sends progress notifications in order while a call runs, and has sent the last one when it is disposed.</summary>
internal sealed class ProgressPump : IAsyncDisposable
{
    // A client that reads slowly misses the middle of the story, not its end.
    private readonly Channel<ProgressReport> reports = Channel.CreateBounded<ProgressReport>(
        new BoundedChannelOptions(32) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });

    private readonly Task pumping;

    /// <summary>Starts to send for the request that gave this token.</summary>
    public ProgressPump(McpServer server, ProgressToken token, CancellationToken cancellationToken) =>
        pumping = PumpAsync(server, token, cancellationToken);

    /// <summary>Never waits.</summary>
    public void Report(ProgressReport report) => reports.Writer.TryWrite(report);

    public async ValueTask DisposeAsync()
    {
        reports.Writer.TryComplete();
        await pumping.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task PumpAsync(McpServer server, ProgressToken token, CancellationToken cancellationToken)
    {
        var last = float.NegativeInfinity;
        await foreach (var report in reports.Reader.ReadAllAsync(cancellationToken).ConfigureAwait(false))
        {
            // "The progress value MUST increase with each notification" (Progress, Progress Flow).
            if ((float)report.Done > last)
            {
                last = (float)report.Done;
                var value = new ProgressNotificationValue { Progress = last, Total = (float?)report.Total, Message = report.Message };
                await server.NotifyProgressAsync(token, value, cancellationToken: cancellationToken).ConfigureAwait(false);
            }
        }
    }
}
