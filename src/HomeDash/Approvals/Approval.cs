using System.Text.Json;
using HomeDash.Procedures;

namespace HomeDash;

/// <summary>A call that was held back until a person decides.</summary>
/// <param name="Id">Its id, as lists show it.</param>
/// <param name="State">How far it has come.</param>
/// <param name="Procedure">Path of the procedure that was called, for example <c>docker.restart</c>.</param>
/// <param name="Summary">What would be done, in words.</param>
/// <param name="Targets">Names of what it would be done to.</param>
/// <param name="Arguments">The very arguments: targets by their ids, secrets left out.</param>
/// <param name="User">Name of the user who calls.</param>
/// <param name="Key">Name of the API key that was used; absent when there was none.</param>
/// <param name="Decider">Who may decide it.</param>
/// <param name="MayDecide">Whether whoever reads this may decide it in the dashboard.</param>
/// <param name="CreatedAt">When it was called.</param>
/// <param name="ExpiresAt">Until when it can be decided; once approved, until when it can run.</param>
/// <param name="DecidedAt">When it was decided; absent while it was not.</param>
/// <param name="DecidedBy">Name of whoever decided.</param>
/// <param name="Reason">Why it was denied.</param>
/// <param name="RememberedUntil">Until when calls of the same procedure by the same caller need no approval.</param>
/// <param name="EndedAt">When its run ended.</param>
/// <param name="Error">What went wrong in its run; absent when nothing did.</param>
public sealed record Approval(
    string Id,
    ApprovalState State,
    string Procedure,
    string Summary,
    IReadOnlyList<string> Targets,
    [property: FreeForm] JsonElement Arguments,
    string User,
    string? Key,
    ApprovalDecider Decider,
    bool MayDecide,
    DateTimeOffset CreatedAt,
    DateTimeOffset ExpiresAt,
    DateTimeOffset? DecidedAt,
    string? DecidedBy,
    string? Reason,
    DateTimeOffset? RememberedUntil,
    DateTimeOffset? EndedAt,
    string? Error);

/// <summary>How far a call that was held back has come.</summary>
public enum ApprovalState
{
    /// <summary>Nobody has decided yet.</summary>
    Pending,

    /// <summary>It may run once, and has not yet.</summary>
    Approved,

    /// <summary>A person said no.</summary>
    Denied,

    /// <summary>Nobody decided in time, or it was not run in time.</summary>
    Expired,

    /// <summary>It runs now.</summary>
    Running,

    /// <summary>It has run.</summary>
    Done,
}

/// <summary>Who may say yes to a call.</summary>
public enum ApprovalDecider
{
    /// <summary>The user who calls: asked by the client where it can, otherwise in the dashboard.</summary>
    Caller,

    /// <summary>Somebody with the permission to decide, in the dashboard.</summary>
    Administrator,
}

/// <summary>What became of a call that was held back.</summary>
/// <param name="Id">The approval's id.</param>
/// <param name="State">How far it has come.</param>
/// <param name="Message">What that means and what to do next.</param>
/// <param name="Result">What the call returned; there once it was run by this very request.</param>
public sealed record ApprovalStatus(string Id, ApprovalState State, string Message, [property: FreeForm] JsonElement? Result = null);
