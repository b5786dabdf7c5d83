using HomeDash.Procedures;

namespace Garden;

/// <summary>What may be done in the greenhouse.</summary>
[PermissionSet]
public static class GreenhousePermissions
{
    /// <summary>See the beds and their soil.</summary>
    public const string View = "greenhouse.view";

    /// <summary>Let water run on the beds.</summary>
    public const string Water = "greenhouse.water";
}
