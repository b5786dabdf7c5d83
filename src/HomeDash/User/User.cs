namespace HomeDash;

/// <summary>Somebody who can sign in.</summary>
/// <param name="Id">Its id, which never changes.</param>
/// <param name="Name">The name to sign in with.</param>
/// <param name="Administrator">Whether the user may do everything.</param>
/// <param name="Disabled">Whether the user is kept out, with all API keys.</param>
/// <param name="CreatedAt">When the user was added.</param>
public sealed record User(string Id, string Name, bool Administrator, bool Disabled, DateTimeOffset CreatedAt);
