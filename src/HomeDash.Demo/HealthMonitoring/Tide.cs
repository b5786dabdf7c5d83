namespace HomeDash.Demo;

/// <summary>Values that rise and fall with the minutes, each in its own time.</summary>
internal static class Tide
{
    /// <summary>A value between two others.</summary>
    /// <param name="now">When.</param>
    /// <param name="low">The least it gets.</param>
    /// <param name="high">The most it gets.</param>
    /// <param name="seconds">How long it takes to come back.</param>
    public static double At(DateTimeOffset now, double low, double high, double seconds) =>
        low + (high - low) * (1 + Math.Sin(now.ToUnixTimeMilliseconds() / 1000.0 / seconds * 2 * Math.PI)) / 2;
}
