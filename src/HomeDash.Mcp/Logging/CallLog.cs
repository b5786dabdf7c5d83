using System.Diagnostics;
using System.Text.Json.Nodes;
using HomeDash.Procedures;

namespace HomeDash.Mcp;

/// <summary>
/// Tells a client that wants to hear of it what its calls do. A modern client that does not say so in the request hears
/// nothing ("MUST NOT", Logging), one of the handshake only what its session asked for.
/// </summary>
internal sealed class CallLog
{
    private const string Logger = "homedash";

    private readonly McpCall call;
    private readonly ProcedureDefinition definition;
    private readonly CancellationToken cancellationToken;
    private readonly Lock gate = new();
    private readonly long began = Stopwatch.GetTimestamp();
    private Task sending = Task.CompletedTask;

    private CallLog(McpCall call, ProcedureDefinition definition, CancellationToken cancellationToken) =>
        (this.call, this.definition, this.cancellationToken) = (call, definition, cancellationToken);

    /// <summary>Whether there may be something to tell of a call.</summary>
    public static bool Wants(McpCall call, ProcedureDefinition definition) =>
        LogLevels.Hears(call.LogLevel, LogLevels.Debug) || (definition.Kind == ProcedureKind.Mutation && LogLevels.Hears(call.LogLevel, LogLevels.Warning));

    /// <summary>The log of a call that begins; null when nobody wants it, or can be told.</summary>
    public static CallLog? Begin(McpCall call, ProcedureDefinition definition, CancellationToken cancellationToken)
    {
        if (call.Line is null || !Wants(call, definition))
        {
            return null;
        }

        var log = new CallLog(call, definition, cancellationToken);
        if (definition.Kind == ProcedureKind.Mutation)
        {
            log.Tell(LogLevels.Info, $"{definition.ToolName} begins.");
        }

        return log;
    }

    /// <summary>How far the call has come.</summary>
    public void Report(ProgressReport report)
    {
        if (report.Message is { } message)
        {
            Tell(LogLevels.Debug, $"{definition.ToolName}: {message}");
        }
    }

    /// <summary>How the call ended; done when all has been told.</summary>
    public Task EndAsync(ProcedureOutcome outcome, ToolWords words)
    {
        var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        if (definition.Kind != ProcedureKind.Mutation)
        {
            return sending;
        }

        if (outcome is ProcedureOutcome.Failed failed)
        {
            Tell(LogLevels.Warning, $"{definition.ToolName} failed: {words.InText(failed.Error.Message)}", seconds);
        }
        else
        {
            Tell(LogLevels.Info, outcome switch
            {
                ProcedureOutcome.Completed { AllTargetsFailed: true } => $"{definition.ToolName} did nothing: it failed for each target.",
                ProcedureOutcome.Running => $"{definition.ToolName} goes on in the background.",
                ProcedureOutcome.Planned => $"{definition.ToolName} was only planned.",
                ProcedureOutcome.NeedsInput or ProcedureOutcome.AwaitsApproval => $"{definition.ToolName} waits for a person.",
                _ => $"{definition.ToolName} is done.",
            }, seconds);
        }

        return sending;
    }

    private void Tell(string level, string message, double? seconds = null)
    {
        if (!LogLevels.Hears(call.LogLevel, level))
        {
            return;
        }

        var data = new JsonObject { ["message"] = message, ["tool"] = definition.ToolName };
        if (seconds is { } duration)
        {
            data["seconds"] = Math.Round(duration, 3);
        }

        lock (gate)
        {
            sending = SendAfterAsync(sending, new() { ["level"] = level, ["logger"] = Logger, ["data"] = data });
        }
    }

    private async Task SendAfterAsync(Task before, JsonObject parameters)
    {
        await before.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        try
        {
            await call.Line!.NotifyAsync(LogLevels.Notification, parameters, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception)
        {
            // The client has left, or has its answer already while the work goes on in the background.
        }
    }
}
