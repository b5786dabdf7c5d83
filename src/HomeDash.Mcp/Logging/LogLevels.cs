namespace HomeDash.Mcp;

/// <summary>The levels of log messages to clients, from everything to the worst (RFC 5424).</summary>
internal static class LogLevels
{
    // The SDK's own names of these two are marked as obsolete with 2026-07-28 (SEP-2577); the protocol has them until further notice.
    public const string Notification = "notifications/message";
    public const string SettingMethod = "logging/setLevel";

    public const string Debug = "debug";
    public const string Info = "info";
    public const string Warning = "warning";

    public static IReadOnlyList<string> All { get; } = [Debug, Info, "notice", Warning, "error", "critical", "alert", "emergency"];

    public static bool IsKnown(string level) => All.Contains(level);

    /// <summary>Whether a client hears of messages of a level.</summary>
    /// <param name="from">The least severe level that it wants to hear of; null when it wants none.</param>
    /// <param name="level">The message's level.</param>
    public static bool Hears(string? from, string level) => from is not null && Rank(level) >= Rank(from);

    private static int Rank(string level)
    {
        for (var rank = 0; rank < All.Count; rank++)
        {
            if (All[rank] == level)
            {
                return rank;
            }
        }

        return All.Count;
    }
}
