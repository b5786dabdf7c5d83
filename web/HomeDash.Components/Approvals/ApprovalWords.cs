using HomeDash.Components.Formats;
using HomeDash.Components.Shared;

namespace HomeDash.Components.Approvals;

/// <summary>Approvals and their rules as people say them.</summary>
internal static class ApprovalWords
{
    /// <summary>What a rule covers: <c>Everything destructive</c>.</summary>
    public static string Reach(this ApprovalRule rule) => rule.Covers switch
    {
        "destructive" => "Everything destructive",
        var path when path.Contains('.', StringComparison.Ordinal) => path,
        var space => $"Everything of {space}",
    };

    /// <summary>When a rule applies: <c>when grace is greater than 5</c>; null when always.</summary>
    public static string? When(this ApprovalRule rule) => rule.Condition is not { } condition ? null
        : string.Join(' ', new[] { "when", condition.Path, condition.Op.Word(), string.Join(" or ", condition.Values ?? []) }.Where(word => word.Length > 0));

    /// <summary>A comparison: <c>is greater than</c>.</summary>
    public static string Word(this ConditionOp op) => op switch
    {
        ConditionOp.Eq => "is",
        ConditionOp.Neq => "is not",
        ConditionOp.In => "is one of",
        ConditionOp.Contains => "contains",
        ConditionOp.Exists => "is given",
        ConditionOp.Gt => "is greater than",
        _ => "is less than",
    };

    /// <summary>What follows from a rule: who decides, where, and for how long.</summary>
    public static string Terms(this ApprovalRule rule) => string.Join(" · ", new[]
    {
        rule.Decider == ApprovalDecider.Caller ? "The user who calls decides" : "Somebody who may decide approvals decides",
        $"waits {Minutes(rule.ExpireMinutes)}",
        rule.RememberMinutes == 0 ? "one yes, one call" : $"a yes holds for {Minutes(rule.RememberMinutes)}",
        rule.Profile is { } profile ? $"AI clients of the profile {profile} only"
        : rule.Surfaces is [var only] ? only == ApprovalSurface.Mcp ? "AI clients only" : "REST and tRPC only" : "AI clients, REST and tRPC",
    });

    /// <summary>A time that people choose: <c>15 minutes</c>, <c>8 hours</c>.</summary>
    public static string Minutes(int minutes) => minutes % 60 == 0 && minutes > 0 ? Words.Count(minutes / 60, "hour") : Words.Count(minutes, "minute");

    /// <summary>A state in a word.</summary>
    public static string Word(this Approval approval) => approval.State == ApprovalState.Done && approval.Error is not null ? "Failed" : approval.State.ToString();

    /// <summary>What the colour of a state says.</summary>
    public static Tone Tone(this Approval approval) => approval.State switch
    {
        ApprovalState.Approved or ApprovalState.Running => Shared.Tone.Info,
        ApprovalState.Denied => Shared.Tone.Warn,
        ApprovalState.Done => approval.Error is null ? Shared.Tone.Good : Shared.Tone.Bad,
        _ => Shared.Tone.Plain,
    };

    /// <summary>What became of a call: <c>denied by tilda: not now</c>.</summary>
    public static string Outcome(this Approval approval) => approval.State switch
    {
        ApprovalState.Denied => $"Denied by {approval.DecidedBy}{(approval.Reason is { } reason ? $": {reason}" : "")}",
        ApprovalState.Expired when approval.DecidedBy is { } by => $"Approved by {by}, but not run in time",
        ApprovalState.Expired => "Nobody decided in time",
        ApprovalState.Approved => $"Approved by {approval.DecidedBy}; runs when the caller asks again",
        _ => $"Approved by {approval.DecidedBy}{(approval.Error is { } error ? $". {error}" : "")}",
    };

    /// <summary>Who calls, and with which key.</summary>
    public static string From(this Approval approval) => approval.Key is { } key ? $"{approval.User}, with the key {key}" : approval.User;
}
