using HomeDash.Procedures;

namespace HomeDash;

/// <summary>What may be done with icons.</summary>
[PermissionSet]
public static class IconPermissions
{
    /// <summary>Search the icons and see which were uploaded.</summary>
    public const string View = "icon.view";

    /// <summary>Upload icons.</summary>
    public const string Upload = "icon.upload";

    /// <summary>Delete uploaded icons.</summary>
    public const string Delete = "icon.delete";
}
