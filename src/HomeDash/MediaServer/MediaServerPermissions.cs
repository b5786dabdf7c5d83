using HomeDash.Procedures;

namespace HomeDash;

/// <summary>What a group can be allowed to do with media servers.</summary>
[PermissionSet]
public static class MediaServerPermissions
{
    /// <summary>See who plays what, and what was added lately.</summary>
    public const string View = "mediaServer.view";

    /// <summary>Pause, resume and stop what others play.</summary>
    public const string Control = "mediaServer.control";
}
