using HomeDash.Procedures;

namespace HomeDash;

/// <summary>The profiles that HomeDash is delivered with. They can be changed and put back, not deleted.</summary>
internal static class BuiltInProfiles
{
    /// <summary>What a voice assistant is asked for: 21 tools. Home Assistant has tools of its own for lights and heating.</summary>
    private static readonly string[] Spoken =
    [
        "healthMonitoring.report", "app.status",
        "docker.list", "docker.start", "docker.stop", "docker.restart",
        "downloads.list", "downloads.pauseAll", "downloads.resumeAll",
        "dnsHole.summary", "dnsHole.enable", "dnsHole.disable",
        "calendar.events",
        "mediaServer.sessions", "mediaServer.recent", "mediaServer.pause", "mediaServer.resume", "mediaServer.stop",
        "mediaRequests.search", "mediaRequests.request", "mediaRequests.list",
    ];

    /// <summary>All of them, as delivered.</summary>
    public static IReadOnlyList<ToolProfile> All { get; } =
    [
        // Its client opens a new connection for each call, reads the text and the structured content, and has 10 s for everything.
        new("home-assistant", "Home Assistant") { Include = Spoken, Sessions = false, TextOnly = true, Detail = ToolDetail.Compact },
        new(ToolProfile.DefaultName, "Everything"),
        new("media", "Media") { Include = ["mediaServer", "mediaRequests", "calendar", "downloads", "indexer", "subtitles"] },
        new("readonly", "Read only") { ReadOnly = true },
    ];

    /// <summary>The built-in profile with this name, as delivered; null when there is none.</summary>
    public static ToolProfile? Find(string name) => All.FirstOrDefault(profile => profile.Name == name);
}
