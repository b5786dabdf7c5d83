using System.Globalization;

namespace HomeDash.Integrations.ICal;

/// <summary>Clocks of a place: those that this machine knows by their name, or those that a calendar describes (RFC 5545, 3.6.5).</summary>
internal sealed class ICalZone
{
    private readonly TimeZoneInfo? known;
    private readonly IReadOnlyList<ICalObservance> observances = [];

    public ICalZone(TimeZoneInfo known) => this.known = known;

    public ICalZone(IReadOnlyList<ICalObservance> observances) => this.observances = observances;

    /// <summary>Coordinated universal time.</summary>
    public static ICalZone Utc { get; } = new(TimeZoneInfo.Utc);

    /// <summary>The zone by its name: IANA's, Windows', or one of these behind a prefix, as in <c>/softwarestudio.org/Olson_20011030_5/Europe/Berlin</c>.</summary>
    public static TimeZoneInfo? Find(string name)
    {
        var parts = name.Trim('/', ' ').Split('/');
        for (var skip = 0; skip < parts.Length; skip++)
        {
            if (TimeZoneInfo.TryFindSystemTimeZoneById(string.Join('/', parts[skip..]), out var zone))
            {
                return zone;
            }
        }

        return null;
    }

    /// <summary>The moment when its clocks show something.</summary>
    public DateTimeOffset Instant(DateTime shown)
    {
        if (known is not null)
        {
            return CalendarSpan.Instant(shown, known);
        }

        var current = observances.Select(observance => (Observance: observance, Onset: observance.LastOnset(shown))).Where(one => one.Onset is not null).MaxBy(one => one.Onset);
        var offset = current.Observance?.To ?? observances.MinBy(observance => observance.Start)?.From ?? TimeSpan.Zero;
        return new DateTimeOffset(DateTime.SpecifyKind(shown, DateTimeKind.Unspecified), offset).ToUniversalTime();
    }
}

/// <summary>A part of the year in which clocks are set alike.</summary>
/// <param name="Start">When it begins first, on the clocks before.</param>
/// <param name="From">What clocks are ahead of UTC before.</param>
/// <param name="To">What they are ahead of UTC in it.</param>
/// <param name="Rule">How it comes again; null when it does not.</param>
internal sealed record ICalObservance(DateTime Start, TimeSpan From, TimeSpan To, ICalRule? Rule)
{
    /// <summary>When it began last before clocks show something; null when it had not begun yet.</summary>
    public DateTime? LastOnset(DateTime shown) =>
        Start > shown ? null
        : Rule is null ? Start
        : Rule.Days(DateOnly.FromDateTime(Start), DateOnly.FromDateTime(shown).AddDays(-400), DateOnly.FromDateTime(shown))
            .Select(day => day.ToDateTime(TimeOnly.FromDateTime(Start))).Where(onset => onset <= shown && !IsOver(onset)).DefaultIfEmpty(Start).Max();

    /// <summary>The last onset of a rule is told in UTC (RFC 5545, 3.3.10).</summary>
    private bool IsOver(DateTime onset) =>
        Rule?.Until is { } until && string.CompareOrdinal((onset - From).ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture), until) > 0;
}
