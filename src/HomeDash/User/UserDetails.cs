namespace HomeDash;

/// <summary>A user with the groups the user belongs to, and what follows from them.</summary>
/// <param name="Id">Its id, which never changes.</param>
/// <param name="Name">The name to sign in with.</param>
/// <param name="Administrator">Whether the user may do everything.</param>
/// <param name="Disabled">Whether the user is kept out, with all API keys; what is below then counts for nothing.</param>
/// <param name="CreatedAt">When the user was added.</param>
/// <param name="Groups">The names of the groups that the user belongs to.</param>
/// <param name="Permissions">Every permission that the user holds through them, sorted. <c>admin</c> includes all others.</param>
/// <param name="Access">The access to single things that the user has been given, or has through a group.</param>
public sealed record UserDetails(
    string Id,
    string Name,
    bool Administrator,
    bool Disabled,
    DateTimeOffset CreatedAt,
    IReadOnlyList<string> Groups,
    IReadOnlyList<string> Permissions,
    IReadOnlyList<TargetAccess> Access);
