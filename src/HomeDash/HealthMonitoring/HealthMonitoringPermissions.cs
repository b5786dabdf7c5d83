using HomeDash.Procedures;

namespace HomeDash;

/// <summary>What a group can be allowed to do with the health of the house.</summary>
[PermissionSet]
public static class HealthMonitoringPermissions
{
    /// <summary>See how the machines are, and the report on what is broken.</summary>
    public const string View = "healthMonitoring.view";
}
