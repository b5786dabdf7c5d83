using HomeDash.Procedures;

namespace HomeDash;

/// <summary>What may be done with integrations.</summary>
[PermissionSet]
public static class IntegrationPermissions
{
    /// <summary>See which integrations there are and how they are; of each only with access to it.</summary>
    public const string View = "integration.view";

    /// <summary>Add integrations, and change, test, share and delete those with full access.</summary>
    public const string Manage = "integration.manage";
}
