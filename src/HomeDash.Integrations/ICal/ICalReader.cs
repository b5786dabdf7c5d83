namespace HomeDash.Integrations.ICal;

/// <summary>Reads a calendar (RFC 5545): what it needs of it, whatever else is in it.</summary>
internal static class ICalReader
{
    private const int LongestTitle = 200;
    private const int LongestText = 500;

    /// <summary>The calendar; null when it is none, or only a part of one.</summary>
    public static ICalFeed? Read(ReadOnlySpan<byte> bytes)
    {
        var lines = ICalLines.Of(bytes);
        if (lines is not [{ Name: "BEGIN" } first, ..] || !first.Value.Equals("VCALENDAR", StringComparison.OrdinalIgnoreCase) || !lines.Any(line => line.Ends("VCALENDAR")))
        {
            return null;
        }

        var zones = ICalZones.Of(lines);
        var (name, zone) = ((string?)null, (TimeZoneInfo?)null);
        var events = new List<ICalEvent>();
        for (var at = 0; at < lines.Count; at++)
        {
            if (lines[at].Begins("VEVENT"))
            {
                var body = ICalLines.Component(lines, at);
                at += body.Count + 1;
                if (ReadEvent(body, zones) is { } read)
                {
                    events.Add(read);
                }
            }
            else if (lines[at].Name is "X-WR-CALNAME" or "NAME")
            {
                name ??= Cut(lines[at].Text, LongestTitle);
            }
            else if (lines[at].Name == "X-WR-TIMEZONE")
            {
                zone ??= ICalZone.Find(lines[at].Value);
            }
        }

        return new(name, zone, events);
    }

    private static ICalEvent? ReadEvent(IReadOnlyList<ICalLine> body, ICalZones zones)
    {
        if (One("DTSTART") is not { } begins || zones.Time(begins) is not { } start)
        {
            return null;
        }

        var end = One("DTEND") is { } ends ? zones.Time(ends) : null;
        return new()
        {
            Uid = One("UID")?.Value ?? $"{begins.Value} {One("SUMMARY")?.Value}",
            Title = Cut(One("SUMMARY")?.Text, LongestTitle) ?? "Untitled",
            Start = start,
            Length = LengthOf(start, end, One("DURATION")?.Value),
            Location = Cut(One("LOCATION")?.Text, LongestTitle),
            Description = Cut(One("DESCRIPTION")?.Text, LongestText),
            Link = One("URL")?.Value is { } url && Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? address.ToString() : null,
            Rule = One("RRULE") is { } rule ? ICalRule.Read(rule.Value) : null,
            Extra = Times("RDATE"),
            Except = Times("EXDATE"),
            Replaces = One("RECURRENCE-ID") is { } replaced ? zones.Time(replaced) : null,
            IsCancelled = One("STATUS")?.Value.Equals("CANCELLED", StringComparison.OrdinalIgnoreCase) == true,
        };

        ICalLine? One(string name) => body.FirstOrDefault(line => line.Name == name);

        ICalTime[] Times(string name) =>
            [.. body.Where(line => line.Name == name).SelectMany(line => line.Value.Split(',').Select(one => zones.Time(line with { Value = one.Split('/')[0] }))).OfType<ICalTime>()];
    }

    /// <summary>The end is left out of the event; an event that says none takes its day, or no time (RFC 5545, 3.6.1).</summary>
    private static TimeSpan LengthOf(ICalTime start, ICalTime? end, string? duration)
    {
        var length = end is not null
            ? start.IsDay || start.Zone is null || end.Zone is null ? end.Shown - start.Shown : end.Instant(TimeZoneInfo.Utc) - start.Instant(TimeZoneInfo.Utc)
            : ICalLines.Duration(duration) ?? TimeSpan.Zero;
        return start.IsDay && length < TimeSpan.FromDays(1) ? TimeSpan.FromDays(1) : length < TimeSpan.Zero ? TimeSpan.Zero : length;
    }

    private static string? Cut(string? text, int most) => Amounts.Text(text) is not { } words ? null : words.Length > most ? words[..most] + "…" : words;
}
