using HomeDash.Procedures;

namespace HomeDash;

/// <summary>What a group can be allowed to do with the smart home.</summary>
[PermissionSet]
public static class SmartHomePermissions
{
    /// <summary>See entities, areas and their history, who is home among it.</summary>
    public const string View = "smartHome.view";

    /// <summary>Switch, dim, heat, open and close, run scenes and automations, lock doors.</summary>
    public const string Control = "smartHome.control";

    /// <summary>Unlock doors and open the garage.</summary>
    public const string Unlock = "smartHome.unlock";
}
