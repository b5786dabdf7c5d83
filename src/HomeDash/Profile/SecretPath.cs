using HomeDash.Procedures;

namespace HomeDash;

/// <summary>An address that is itself the key: for AI clients that can send no header.</summary>
/// <param name="Id">Its id: the part of its last segment before the dot.</param>
/// <param name="Name">What it is for.</param>
/// <param name="Owner">The name of the user it acts for.</param>
/// <param name="Profile">The tool profile that it serves.</param>
/// <param name="ReadOnly">Whether it may only read.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="ExpiresAt">Until when it is good; absent when it does not expire.</param>
/// <param name="LastUsedAt">When it was last used, to the minute; absent when never.</param>
public sealed record SecretPath(
    string Id, string Name, string Owner, string Profile, bool ReadOnly, DateTimeOffset CreatedAt, DateTimeOffset? ExpiresAt, DateTimeOffset? LastUsedAt);

/// <summary>A secret path that was just made.</summary>
/// <param name="Path">What is kept of it.</param>
/// <param name="Address">The address, below HomeDash's own. It is shown this once and kept nowhere.</param>
public sealed record NewSecretPath(SecretPath Path, Secret Address);
