using HomeDash.Generated;
using HomeDash.Procedures;
using HomeDash.Storage;

namespace HomeDash;

/// <summary>What becomes of a call that a rule holds back. Works in a transaction of its own: there is one writer at a time, so nothing is decided twice.</summary>
internal sealed class ApprovalDesk(ApprovalStore store, ChangeSet changes, Ids ids, TimeProvider clock)
{
    /// <summary>How many calls of one user may wait: whoever floods the list keeps it from being read.</summary>
    public const int MostPending = 50;

    private const string Topic = "approvals";
    private const int DaysKept = 30;

    /// <summary>Beyond a procedure's deadline, its end is written down; who has not done so by then does not live any more.</summary>
    private static readonly TimeSpan Slack = TimeSpan.FromMinutes(1);

    /// <summary>Meets a call: it runs now, waits, or was denied.</summary>
    /// <param name="call">The call.</param>
    /// <param name="rule">The rule that holds it back; null when only an earlier one did.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>What the caller is told; or nothing and the id of the approval that the call was taken under, or no id when it needs none.</returns>
    public async Task<(ProcedureOutcome? Held, string? Taken)> MeetAsync(HeldCall call, ApprovalRule? rule, CancellationToken cancellationToken)
    {
        var open = await store.FindOpenAsync(call, cancellationToken).ConfigureAwait(false);
        if (open is not null && call.Request.Approval is { } answer && answer.ApprovalId == open.Id)
        {
            open = await HearAsync(open, answer, rule, call.Request.Caller, cancellationToken).ConfigureAwait(false);
        }

        switch (open)
        {
            case { State: ApprovalState.Approved }:
                return await store.TakeAsync(open.Id, clock.GetStorableNow(), call.Definition.Deadline + Slack, cancellationToken).ConfigureAwait(false)
                    ? (null, await ChangedAsync(open, cancellationToken).ConfigureAwait(false))
                    : (ApprovalAnswers.RunsAlready(open), null);
            case { State: ApprovalState.Running }:
                return (ApprovalAnswers.RunsAlready(open), null);
            case null or { State: ApprovalState.Pending } when rule is null:
                return (null, null);
            case null:
                return (await HoldAsync(call, rule!, cancellationToken).ConfigureAwait(false), null);
            case { State: ApprovalState.Denied }:
                return (ApprovalAnswers.Denied(open), null);
            default:
                return (ApprovalAnswers.Waits(open, rule!), null);
        }
    }

    /// <summary>Writes down how a call ended that was taken.</summary>
    public async Task EndAsync(string id, ProcedureOutcome outcome, CancellationToken cancellationToken)
    {
        var before = (await store.FindAsync(id, cancellationToken).ConfigureAwait(false))!;
        // A question comes before anything is done: the call is made again with the answer.
        await (outcome is ProcedureOutcome.NeedsInput or ProcedureOutcome.AwaitsApproval
            ? store.GiveBackAsync(id, cancellationToken)
            : store.EndAsync(id, clock.GetStorableNow(), ApprovalAnswers.ErrorOf(outcome), cancellationToken)).ConfigureAwait(false);
        await ChangedAsync(before, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Writes down what a person decided, and tells whoever looks.</summary>
    public async Task<ApprovalRow> DecideAsync(ApprovalRow row, Decision decision, CancellationToken cancellationToken)
    {
        await store.DecideAsync(row, decision, cancellationToken).ConfigureAwait(false);
        await ChangedAsync(row, cancellationToken).ConfigureAwait(false);
        return (await store.FindAsync(row.Id, cancellationToken).ConfigureAwait(false))!;
    }

    private async Task<ApprovalRow> HearAsync(ApprovalRow open, ApprovalAnswer answer, ApprovalRule? rule, Caller caller, CancellationToken cancellationToken)
    {
        var now = clock.GetStorableNow();
        return (open.State, answer.Approved) switch
        {
            (ApprovalState.Pending, true) when rule?.Decider == ApprovalDecider.Caller => await DecideAsync(
                open,
                new(ApprovalState.Approved, caller.Name, now, RememberedUntil: rule.RememberMinutes == 0 ? null : now.AddMinutes(rule.RememberMinutes)),
                cancellationToken).ConfigureAwait(false),
            (ApprovalState.Pending or ApprovalState.Approved, false) => await DecideAsync(
                open, new(ApprovalState.Denied, caller.Name, now, "The user said no at the client."), cancellationToken).ConfigureAwait(false),
            _ => open,
        };
    }

    private async Task<ProcedureOutcome> HoldAsync(HeldCall call, ApprovalRule rule, CancellationToken cancellationToken)
    {
        if (await store.CountPendingAsync(call.Request.Caller.UserId, cancellationToken).ConfigureAwait(false) >= MostPending)
        {
            return ApprovalAnswers.TooMany();
        }

        var (id, now) = (ids.New(), clock.GetStorableNow());
        await store.AddAsync(id, call, rule, now, now.AddDays(-DaysKept), cancellationToken).ConfigureAwait(false);
        var made = (await store.FindAsync(id, cancellationToken).ConfigureAwait(false))!;
        changes.Created(Topic, id, made.ToApproval(call.Request.Caller), ApprovalJson.Write);
        return ApprovalAnswers.Waits(made, rule);
    }

    private async Task<string> ChangedAsync(ApprovalRow before, CancellationToken cancellationToken)
    {
        var after = (await store.FindAsync(before.Id, cancellationToken).ConfigureAwait(false))!;
        changes.Updated(Topic, before.Id, before.ToApproval(Caller.House), after.ToApproval(Caller.House), ApprovalJson.Write);
        return before.Id;
    }
}
