using HomeDash.Procedures;

namespace HomeDash;

/// <summary>What may be done with the settings of the house.</summary>
[PermissionSet]
public static class SettingsPermissions
{
    /// <summary>See and change what the house as a whole is set to.</summary>
    public const string Manage = "settings.manage";
}
