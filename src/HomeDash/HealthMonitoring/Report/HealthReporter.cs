using HomeDash.Procedures;
using Microsoft.Extensions.Logging;

namespace HomeDash;

/// <summary>Asks all parts of the report at the same time and waits for none of them longer than its patience.</summary>
internal sealed partial class HealthReporter(IEnumerable<IReportPart> parts, FailingCalls failing, TimeProvider clock, ILogger<HealthReporter> logger)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(7.5);

    /// <summary>Looks at everything that the caller may see.</summary>
    public async Task<HealthReport> ReportAsync(Caller caller, CancellationToken cancellationToken)
    {
        var seen = await Task.WhenAll(parts.Select(part => LookAsync(part, caller, cancellationToken))).ConfigureAwait(false);
        var found = seen.SelectMany(part => part.Findings).ToArray();
        var findings = found.Concat(failing.Find(caller, found)).OrderBy(finding => finding.Severity).ToArray();
        var lookedAt = seen.SelectMany(part => part.LookedAt).ToArray();
        var notLookedAt = seen.SelectMany(part => part.NotLookedAt).ToArray();
        var verdict = ReportWords.Judge(findings, lookedAt, notLookedAt);
        return new(verdict, ReportWords.Summarize(verdict, findings, lookedAt, notLookedAt), findings, lookedAt, notLookedAt);
    }

    private async Task<PartReport> LookAsync(IReportPart part, Caller caller, CancellationToken cancellationToken)
    {
        if (!caller.Holds(part.Permission))
        {
            return PartReport.Blind(part.Area, ProcedureErrors.NotAllowed($"You may not see {part.Area}: that needs the permission {part.Permission}.").Error);
        }

        using var patience = new CancellationTokenSource(Patience, clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        try
        {
            // On a thread of its own: what blocks instead of waiting must not hold up the other parts.
            return await Task.Run(() => part.LookAsync(caller, both.Token), both.Token).WaitAsync(both.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return PartReport.Blind(part.Area, new(ProcedureErrorCode.GatewayTimeout, ErrorReason.Timeout, $"Looking at {part.Area} took longer than {Patience.TotalSeconds:0.#} s."));
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            if (exception is not ProcedureException)
            {
                LogFault(part.Area, exception);
            }

            return PartReport.Blind(part.Area, ProcedureErrors.From(exception));
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The report could not look at {Area}")]
    private partial void LogFault(string area, Exception exception);
}
