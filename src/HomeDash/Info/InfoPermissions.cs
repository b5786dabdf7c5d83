using HomeDash.Procedures;

namespace HomeDash;

/// <summary>What may be known of HomeDash itself.</summary>
[PermissionSet]
public static class InfoPermissions
{
    /// <summary>See version, uptime and health.</summary>
    public const string View = "info.view";
}
