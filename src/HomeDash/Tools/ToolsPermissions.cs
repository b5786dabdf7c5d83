using HomeDash.Procedures;

namespace HomeDash;

/// <summary>What may be known of the procedures.</summary>
[PermissionSet]
public static class ToolsPermissions
{
    /// <summary>See the table of procedures.</summary>
    public const string View = "tools.view";

    /// <summary>Switch tools off for AI clients, describe them anew, and see what they are used for.</summary>
    public const string Manage = "tools.manage";

    /// <summary>End one's own sessions of AI clients.</summary>
    public const string EndSession = "tools.endSession";
}
