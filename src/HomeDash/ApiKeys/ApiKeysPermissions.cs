using HomeDash.Procedures;

namespace HomeDash;

/// <summary>What may be done with API keys.</summary>
[PermissionSet]
public static class ApiKeysPermissions
{
    /// <summary>Make, see and revoke one's own API keys.</summary>
    public const string Own = "apiKeys.own";
}
