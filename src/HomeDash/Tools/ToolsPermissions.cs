using HomeDash.Procedures;

namespace HomeDash;

/// <summary>What may be known of the procedures.</summary>
[PermissionSet]
public static class ToolsPermissions
{
    /// <summary>See the table of procedures.</summary>
    public const string View = "tools.view";

    /// <summary>End one's own sessions of AI clients.</summary>
    public const string EndSession = "tools.endSession";
}
