using HomeDash.Procedures;

namespace HomeDash;

/// <summary>What may be done with tool profiles.</summary>
[PermissionSet]
public static class ProfilePermissions
{
    /// <summary>See the tool profiles and where they are served.</summary>
    public const string View = "profile.view";

    /// <summary>Make, change and delete tool profiles.</summary>
    public const string Manage = "profile.manage";

    /// <summary>Make, see and delete one's own secret paths, for AI clients that can send no key.</summary>
    public const string SecretPaths = "profile.secretPaths";
}
