using Microsoft.Extensions.Logging;

namespace HomeDash;

/// <summary>Asks every part how it is, all at the same time.</summary>
internal sealed partial class HealthCheck(IEnumerable<IHealthPart> parts, TimeProvider clock, ILogger<HealthCheck> logger)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public async Task<HouseHealth> CheckAsync(CancellationToken cancellationToken)
    {
        var found = await Task.WhenAll(parts.Select(part => CheckAsync(part, cancellationToken))).ConfigureAwait(false);
        return new(found.Select(part => part.Status).DefaultIfEmpty(HealthStatus.Ok).Max(), [.. found.OrderBy(part => part.Name, StringComparer.Ordinal)]);
    }

    private async Task<PartHealth> CheckAsync(IHealthPart part, CancellationToken cancellationToken)
    {
        var started = clock.GetTimestamp();
        using var patience = new CancellationTokenSource(Patience, clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        try
        {
            var (status, message) = await part.CheckAsync(both.Token).WaitAsync(both.Token).ConfigureAwait(false);
            return new(part.Name, status, message, clock.GetElapsedTime(started));
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return new(part.Name, HealthStatus.Failed, $"No answer within {Patience.TotalSeconds:0} s.", clock.GetElapsedTime(started));
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            LogFailed(exception, part.Name);
            return new(part.Name, HealthStatus.Failed, "It failed; the log says why.", clock.GetElapsedTime(started));
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The health check of {Part} failed")]
    private partial void LogFailed(Exception exception, string part);
}
