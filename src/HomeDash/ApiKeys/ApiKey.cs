using HomeDash.Procedures;

namespace HomeDash;

/// <summary>A key that a program calls with in a user's name.</summary>
/// <param name="Id">Its id: the part of the key before the dot.</param>
/// <param name="Name">What it is for.</param>
/// <param name="Owner">The name of the user it acts for.</param>
/// <param name="ReadOnly">Whether it may only read.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="LastUsedAt">When it was last used, to the minute; absent when never.</param>
/// <param name="RevokedAt">When it was revoked; absent while it is good.</param>
public sealed record ApiKey(
    string Id, string Name, string Owner, bool ReadOnly, DateTimeOffset CreatedAt, DateTimeOffset? LastUsedAt, DateTimeOffset? RevokedAt);

/// <summary>A key that was just made.</summary>
/// <param name="Key">What is kept of it.</param>
/// <param name="Token">The key itself, to be sent as <c>ApiKey</c> header or bearer token. It is shown this once and kept nowhere.</param>
public sealed record NewApiKey(ApiKey Key, Secret Token);
