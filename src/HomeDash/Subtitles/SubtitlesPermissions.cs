using HomeDash.Procedures;

namespace HomeDash;

/// <summary>What a group can be allowed to do with subtitles.</summary>
[PermissionSet]
public static class SubtitlesPermissions
{
    /// <summary>See which subtitles are wanted, and how the search for them goes.</summary>
    public const string View = "subtitles.view";
}
