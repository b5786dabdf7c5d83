using System.Globalization;

namespace HomeDash.Components.Formats;

/// <summary>Numbers and times as people say them.</summary>
internal static class Words
{
    private static readonly string[] Units = ["B", "KiB", "MiB", "GiB", "TiB"];

    /// <summary>A size: <c>512 MiB</c>.</summary>
    public static string Size(long bytes)
    {
        double value = bytes;
        var unit = 0;
        while (value >= 1024 && unit < Units.Length - 1)
        {
            value /= 1024;
            unit++;
        }

        return string.Create(CultureInfo.InvariantCulture, $"{value.ToString(value < 10 && unit > 0 ? "0.0" : "0", CultureInfo.InvariantCulture)} {Units[unit]}");
    }

    /// <summary>A speed: <c>3.4 MiB/s</c>.</summary>
    public static string Speed(long bytesPerSecond) => $"{Size(bytesPerSecond)}/s";

    /// <summary>What a stream takes of a line: <c>4.2 Mbit/s</c>, <c>320 kbit/s</c>.</summary>
    public static string BitRate(long bitsPerSecond) => bitsPerSecond >= 1_000_000
        ? string.Create(CultureInfo.InvariantCulture, $"{bitsPerSecond / 1_000_000.0:0.0} Mbit/s")
        : string.Create(CultureInfo.InvariantCulture, $"{bitsPerSecond / 1000} kbit/s");

    /// <summary>A share of a processor core: <c>12.5 %</c>.</summary>
    public static string Percent(double value) => string.Create(CultureInfo.InvariantCulture, $"{value:0.0} %");

    /// <summary>How long something has been: <c>3 hours</c>.</summary>
    public static string Since(TimeSpan span) => span switch
    {
        { TotalSeconds: < 60 } => "less than a minute",
        { TotalMinutes: < 60 } => Count((int)span.TotalMinutes, "minute"),
        { TotalHours: < 48 } => Count((int)span.TotalHours, "hour"),
        { TotalDays: < 60 } => Count((int)span.TotalDays, "day"),
        _ => Count((int)(span.TotalDays / 30), "month"),
    };

    /// <summary>A moment in the past: <c>3 hours ago</c>.</summary>
    public static string Ago(DateTimeOffset then, DateTimeOffset now) => now - then < TimeSpan.FromMinutes(1) ? "just now" : $"{Since(now - then)} ago";

    /// <summary>A number of things: <c>1 tool</c>, <c>3 tools</c>.</summary>
    public static string Count(long count, string noun) => string.Create(CultureInfo.InvariantCulture, $"{count} {noun}{(count == 1 ? "" : "s")}");

    /// <summary>A large number: <c>151,234</c>.</summary>
    public static string Number(long value) => value.ToString("#,0", CultureInfo.InvariantCulture);

    /// <summary>What is left of a time: <c>4:32</c>, <c>1:04:09</c>.</summary>
    public static string Left(TimeSpan left)
    {
        var seconds = (long)Math.Max(0, Math.Ceiling(left.TotalSeconds));
        return string.Create(CultureInfo.InvariantCulture, $"{(seconds >= 3600 ? $"{seconds / 3600}:{seconds / 60 % 60:00}" : $"{seconds / 60}")}:{seconds % 60:00}");
    }

    /// <summary>A length of time: <c>24 hours</c>, <c>7 days</c>.</summary>
    public static string Period(TimeSpan span) => span.TotalHours is > 24 and var hours && hours % 24 == 0 ? Count((long)span.TotalDays, "day") : Count((long)Math.Round(span.TotalHours), "hour");
}
