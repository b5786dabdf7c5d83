using HomeDash.Procedures;

namespace HomeDash;

/// <summary>Lets somebody make an account for themself, once.</summary>
/// <param name="Id">Its id: the part of the page's path before the dot.</param>
/// <param name="Note">Whom it is for.</param>
/// <param name="Groups">Names of the groups that whoever accepts it joins, besides Everyone.</param>
/// <param name="CreatedBy">Name of the user who made it; absent when that user is gone.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="ExpiresAt">Until when it can be accepted.</param>
public sealed record Invite(string Id, string? Note, IReadOnlyList<string> Groups, string? CreatedBy, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt);

/// <summary>An invite that was just made.</summary>
/// <param name="Invite">What is kept of it.</param>
/// <param name="Path">The path of the page on this dashboard where it is accepted. It is shown this once and kept nowhere.</param>
public sealed record NewInvite(Invite Invite, Secret Path);
