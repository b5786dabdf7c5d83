using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;

namespace HomeDash.Procedures;

/// <summary>Records every call in the log and in the meter <c>HomeDash.Procedures</c>.</summary>
internal sealed partial class CallTelemetry(ILogger<CallTelemetry> logger, IMeterFactory meters) : ICallRecorder
{
    private readonly Histogram<double> duration = meters.Create("HomeDash.Procedures")
        .CreateHistogram<double>("homedash.procedure.duration", "s", "How long calls took, by procedure, surface and outcome.");

    public void Record(CallRecord record)
    {
        var outcome = record.Outcome is ProcedureOutcome.Failed failed ? failed.Error.Reason.ToWire() : Name(record.Outcome);
        duration.Record(record.Elapsed.TotalSeconds, new TagList
        {
            { "procedure", record.Definition.Path }, { "surface", record.Request.Surface }, { "outcome", outcome },
        });
        if (record.Definition.Kind == ProcedureKind.Mutation || record.Outcome is ProcedureOutcome.Failed)
        {
            LogCall(record.Definition.Path, record.Request.Caller.Name, record.Request.Caller.KeyId, record.Request.Surface, outcome,
                record.Elapsed.TotalMilliseconds, record.Request.RequestId);
        }
    }

    private static string Name(ProcedureOutcome outcome) => outcome switch
    {
        ProcedureOutcome.Completed => "completed",
        ProcedureOutcome.Planned => "planned",
        ProcedureOutcome.Running => "running",
        ProcedureOutcome.NeedsInput => "needs_input",
        _ => "awaits_approval",
    };

    [LoggerMessage(Level = LogLevel.Information, Message = "{Path} called by {Caller} (key {KeyId}) over {Surface}: {Outcome} in {Milliseconds:0} ms (request {RequestId})")]
    private partial void LogCall(string path, string caller, string? keyId, string surface, string outcome, double milliseconds, string requestId);
}
