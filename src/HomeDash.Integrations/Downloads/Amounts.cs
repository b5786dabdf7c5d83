namespace HomeDash.Integrations;

/// <summary>Turns what download programs count into what HomeDash tells.</summary>
internal static class Amounts
{
    /// <summary>A number, or null when it is zero or below: nothing to tell, or not known.</summary>
    public static long? Known(long value) => value > 0 ? value : null;

    /// <summary>A share from 0 to 1, to a hundredth of a percent. What is not complete never rounds to 1.</summary>
    public static double Share(double share) => double.IsFinite(share) ? Math.Floor(Math.Clamp(share, 0, 1) * 10_000) / 10_000 : 0;

    /// <summary>How much of a whole is there, from 0 to 1; 0 while the whole is unknown.</summary>
    public static double Share(long done, long whole) => whole > 0 ? Share((double)done / whole) : 0;

    /// <summary>A time in seconds since 1970; null when it is unset.</summary>
    public static DateTimeOffset? Time(long seconds) => seconds > 0 ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null;

    /// <summary>A text, or null when it is empty.</summary>
    public static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    /// <summary>How long the rest takes at this speed, in seconds; null when nothing moves.</summary>
    public static long? Eta(long left, long speed) => left > 0 && speed > 0 ? (left + speed - 1) / speed : null;

    /// <summary>Whether all of a torrent client is held: some downloads are, and none goes on.</summary>
    public static bool AllHeld(IReadOnlyList<Download> items) =>
        items.Any(item => item.State == DownloadState.Paused) && items.All(item => item.State.IsHeld() || item.State == DownloadState.Failed);
}
