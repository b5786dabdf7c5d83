using HomeDash.Procedures;

namespace HomeDash;

/// <summary>What may be done with downloads.</summary>
[PermissionSet]
public static class DownloadPermissions
{
    /// <summary>See downloads and what the clients are doing.</summary>
    public const string View = "downloads.view";

    /// <summary>Pause and resume downloads, and limit the speed.</summary>
    public const string Control = "downloads.control";

    /// <summary>Add downloads.</summary>
    public const string Add = "downloads.add";

    /// <summary>Delete downloads, with or without their files.</summary>
    public const string Delete = "downloads.delete";
}
