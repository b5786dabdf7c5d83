using System.Globalization;

namespace HomeDash.Integrations.ICal;

/// <summary>Reads times: in UTC, in a zone that is known or described in the calendar, or in that of whoever looks.</summary>
internal sealed class ICalZones
{
    private readonly Dictionary<string, ICalZone?> zones = new(StringComparer.OrdinalIgnoreCase);

    private ICalZones()
    {
    }

    /// <summary>The zones that a calendar describes.</summary>
    public static ICalZones Of(IReadOnlyList<ICalLine> lines)
    {
        var found = new ICalZones();
        for (var at = 0; at < lines.Count; at++)
        {
            if (!lines[at].Begins("VTIMEZONE"))
            {
                continue;
            }

            var (name, observances) = ("", new List<ICalObservance>());
            for (at++; at < lines.Count && !lines[at].Ends("VTIMEZONE"); at++)
            {
                if (lines[at].Name == "TZID")
                {
                    name = lines[at].Value;
                }
                else if ((lines[at].Begins("STANDARD") || lines[at].Begins("DAYLIGHT")) && ReadObservance(ICalLines.Component(lines, at)) is { } observance)
                {
                    observances.Add(observance);
                }
            }

            // What this machine knows is kept up to date, what a calendar describes is often simplified.
            found.zones[name] = ICalZone.Find(name) is { } known ? new(known) : observances.Count > 0 ? new(observances) : null;
        }

        return found;
    }

    /// <summary>A time; null when it is none.</summary>
    public ICalTime? Time(ICalLine line)
    {
        var value = line.Value.Trim();
        if (value.Length == 8 && DateTime.TryParseExact(value, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is > 1000 and < 9000)
        {
            return new(day, true, null);
        }

        var isUtc = value.EndsWith('Z');
        return DateTime.TryParseExact(value.TrimEnd('Z'), "yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture, DateTimeStyles.None, out var shown)
            && shown.Year is > 1000 and < 9000
            ? new(shown, false, isUtc ? ICalZone.Utc : line.Parameters.GetValueOrDefault("TZID") is { } name ? Zone(name) : null)
            : null;
    }

    private ICalZone? Zone(string name) =>
        zones.TryGetValue(name, out var zone) ? zone : zones[name] = ICalZone.Find(name) is { } known ? new(known) : null;

    private static ICalObservance? ReadObservance(IReadOnlyList<ICalLine> body)
    {
        return DateTime.TryParseExact(Value("DTSTART"), "yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture, DateTimeStyles.None, out var start) && Offset(Value("TZOFFSETTO")) is { } to
            ? new(start, Offset(Value("TZOFFSETFROM")) ?? to, to, Value("RRULE") is { } rule ? ICalRule.Read(rule) : null)
            : null;

        string? Value(string name) => body.FirstOrDefault(line => line.Name == name)?.Value;
    }

    /// <summary>What clocks are ahead of UTC: <c>+0100</c>, <c>-023000</c>.</summary>
    private static TimeSpan? Offset(string? text) =>
        text is { Length: >= 5 } && TimeSpan.TryParseExact(text.AsSpan(1, 4), "hhmm", CultureInfo.InvariantCulture, out var offset) ? text[0] == '-' ? -offset : offset : null;
}
