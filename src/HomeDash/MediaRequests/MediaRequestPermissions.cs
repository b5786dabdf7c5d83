using HomeDash.Procedures;

namespace HomeDash;

/// <summary>What a group can be allowed to do with requests for films and series.</summary>
[PermissionSet]
public static class MediaRequestPermissions
{
    /// <summary>Search films and series, and see what was requested.</summary>
    public const string View = "mediaRequests.view";

    /// <summary>Request films and series.</summary>
    public const string Request = "mediaRequests.request";

    /// <summary>Approve and decline what others requested.</summary>
    public const string Approve = "mediaRequests.approve";
}
