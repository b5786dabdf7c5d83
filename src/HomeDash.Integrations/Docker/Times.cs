using System.Globalization;

namespace HomeDash.Integrations.Docker;

/// <summary>The times that an engine writes.</summary>
internal static class Times
{
    /// <summary>How many digits of a second a tick takes.</summary>
    private const int Digits = 7;

    private static readonly int LengthToTicks = "0001-01-01T00:00:00.".Length + Digits;

    /// <summary>An ISO 8601 time in UTC; null when it is none, or the year 1, which stands for never.</summary>
    public static DateTimeOffset? Read(ReadOnlySpan<char> text)
    {
        // Cut and not rounded: what is asked for since a time that was read here must include what had that time.
        var zone = text.LastIndexOfAnyInRange('0', '9') + 1;
        var cut = text.Length > LengthToTicks && text[^1] == 'Z' ? string.Concat(text[..Math.Min(zone, LengthToTicks)], "Z") : text;
        return text.Length >= 20 && DateTimeOffset.TryParse(cut, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var time) && time.Year > 1
            ? time
            : null;
    }
}
