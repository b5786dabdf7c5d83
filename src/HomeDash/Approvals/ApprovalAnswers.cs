using System.Globalization;
using HomeDash.Procedures;

namespace HomeDash;

/// <summary>What callers are told of approvals.</summary>
internal static class ApprovalAnswers
{
    /// <summary>Address of the page where people decide.</summary>
    public const string Page = "/approvals";

    /// <summary>A call waits for a person.</summary>
    public static ProcedureOutcome.AwaitsApproval Waits(ApprovalRow row, ApprovalRule rule) => new(
        row.Id,
        $"A person has to approve it first: {row.Summary}. {Who(rule.Decider)} on the page Approvals of HomeDash's dashboard until {Time(row.ExpiresAt)}. "
        + $"After that call approvals.status with the id {row.Id}, or make this same call once more: it then runs once.")
    {
        MayAskCaller = rule.Decider == ApprovalDecider.Caller,
        Page = Page,
        Check = Check(row.Id),
    };

    /// <summary>A call was denied a short while ago.</summary>
    public static ProcedureOutcome.Failed Denied(ApprovalRow row) => Failed(
        ProcedureErrorCode.Forbidden, ErrorReason.Denied, $"{Refusal(row)} Nothing was done. Do not try again before {Time(row.ExpiresAt)} unless the user asks for it.", null);

    /// <summary>The same call runs at this moment.</summary>
    public static ProcedureOutcome.Failed RunsAlready(ApprovalRow row) =>
        Failed(ProcedureErrorCode.Conflict, ErrorReason.WrongState, "This very call was approved and runs right now; it was not begun a second time.", Check(row.Id));

    /// <summary>A user has too many calls waiting.</summary>
    public static ProcedureOutcome.Failed TooMany() => Failed(
        ProcedureErrorCode.TooManyRequests, ErrorReason.TooManyCalls,
        $"Nothing was done: {ApprovalDesk.MostPending} calls of this user wait for approval already. Ask the user to decide some of them on the page Approvals of HomeDash's dashboard ({Page}).",
        new("approvals.list", """{"state":"pending"}""", "It lists the calls that wait."));

    /// <summary>What went wrong in a run; null when nothing did.</summary>
    public static string? ErrorOf(ProcedureOutcome outcome) => outcome switch
    {
        ProcedureOutcome.Failed failed => failed.Error.Message,
        ProcedureOutcome.Completed { AllTargetsFailed: true } => "It worked for none of its targets.",
        _ => null,
    };

    /// <summary>How an approval is doing that was not run by this request.</summary>
    public static ApprovalStatus Status(ApprovalRow row) => new(row.Id, row.State, row.State switch
    {
        ApprovalState.Pending => $"Nobody has decided yet: {row.Summary}. {Who(row.Decider)} on the page Approvals of HomeDash's dashboard ({Page}) until {Time(row.ExpiresAt)}.",
        ApprovalState.Approved => $"{row.DecidedBy} approved it. It runs when the caller that made the call asks again, until {Time(row.ExpiresAt)}.",
        ApprovalState.Denied => Refusal(row),
        ApprovalState.Expired => "It expired: nothing was done. Make the call again if it is still wanted.",
        ApprovalState.Running => "It was approved and runs now.",
        _ => row.ToApproval(Caller.Nobody).Error is { } error ? $"It was approved and has run. It failed: {error}" : "It was approved and has run. Another run needs another approval.",
    });

    private static string Refusal(ApprovalRow row) => row.Reason is null ? $"{row.DecidedBy} denied it." : $"{row.DecidedBy} denied it: {row.Reason}";

    private static string Who(ApprovalDecider decider) => decider == ApprovalDecider.Caller ? "The user can do that" : "Somebody who may decide approvals can do that";

    private static SuggestedCall Check(string id) =>
        new("approvals.status", $$"""{"id":"{{id}}"}""", "Once the user says that it is decided: it tells what was decided, and runs what was approved.");

    private static ProcedureOutcome.Failed Failed(ProcedureErrorCode code, ErrorReason reason, string message, SuggestedCall? next) => new(new(code, reason, message) { Next = next });

    private static string Time(DateTimeOffset time) => time.ToString("HH:mm 'UTC'", CultureInfo.InvariantCulture);
}
