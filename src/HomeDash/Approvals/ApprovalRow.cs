using System.Text.Json;
using HomeDash.Procedures;

namespace HomeDash;

/// <summary>An approval as it is stored.</summary>
internal sealed record ApprovalRow(
    string Id,
    ApprovalState State,
    string ProcedurePath,
    string Summary,
    string Targets,
    string Arguments,
    string? SealedArguments,
    string UserId,
    string UserName,
    string KeyId,
    string? KeyName,
    string Surface,
    string RuleId,
    ApprovalDecider Decider,
    DateTimeOffset CreatedAt,
    DateTimeOffset ExpiresAt,
    DateTimeOffset? DecidedAt,
    string? DecidedBy,
    string? Reason,
    DateTimeOffset? RememberedUntil,
    DateTimeOffset? RunUntil,
    DateTimeOffset? EndedAt,
    string? Error)
{
    /// <summary>It in the state that it has at a time: what has run out is not written down.</summary>
    public ApprovalRow At(DateTimeOffset now) => this with
    {
        State = State switch
        {
            ApprovalState.Pending or ApprovalState.Approved when ExpiresAt <= now => ApprovalState.Expired,
            ApprovalState.Running when RunUntil <= now => ApprovalState.Done,
            var state => state,
        },
    };

    /// <summary>How long it waits, and once decided holds.</summary>
    public TimeSpan Patience => ExpiresAt - (DecidedAt ?? CreatedAt);

    /// <summary>Whether a caller made the call itself, with the same key.</summary>
    public bool IsOf(Caller caller) => UserId == caller.UserId && KeyId == (caller.KeyId ?? "");

    /// <summary>Whether a caller may know of it.</summary>
    public bool IsSeenBy(Caller caller) => UserId == caller.UserId || caller.Holds(ApprovalsPermissions.Decide);

    /// <summary>Whether a caller may decide it, in the dashboard.</summary>
    public bool IsDecidedBy(Caller caller) =>
        caller.KeyId is null && (caller.Holds(ApprovalsPermissions.Decide) || (Decider == ApprovalDecider.Caller && UserId == caller.UserId));

    /// <summary>It as a caller sees it.</summary>
    public Approval ToApproval(Caller reader) => new(
        Id,
        State,
        ProcedurePath,
        Summary,
        JsonSerializer.Deserialize(Targets, StoredApprovalJson.Default.IReadOnlyListString)!,
        JsonElement.Parse(Arguments),
        UserName,
        KeyId.Length == 0 ? null : KeyName ?? KeyId,
        Decider,
        State == ApprovalState.Pending && IsDecidedBy(reader),
        CreatedAt,
        ExpiresAt,
        DecidedAt,
        DecidedBy,
        Reason,
        RememberedUntil,
        EndedAt,
        State == ApprovalState.Done && EndedAt is null ? "HomeDash ended while it ran. Look whether it was done." : Error);
}
