using HomeDash.Procedures;

namespace HomeDash;

/// <summary>What may be done with users.</summary>
[PermissionSet]
public static class UserPermissions
{
    /// <summary>Do everything, to every user too.</summary>
    public const string Administrator = Caller.AdministratorPermission;

    /// <summary>See oneself with one's groups and rights, and change one's own password.</summary>
    public const string Self = "user.self";
}
