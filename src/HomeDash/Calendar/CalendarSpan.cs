using HomeDash.Procedures;

namespace HomeDash;

/// <summary>Days of a time zone, the first and the last included.</summary>
/// <param name="From">The first day.</param>
/// <param name="To">The last day.</param>
/// <param name="Zone">Where these are days.</param>
public sealed record CalendarSpan(DateOnly From, DateOnly To, TimeZoneInfo Zone)
{
    /// <summary>How many days a span has at most.</summary>
    public const int MostDays = 92;

    private const int UsualDays = 7;

    // A library of films has releases from before it was made, and none after everybody is dead.
    private static readonly DateOnly Earliest = new(1900, 1, 1);
    private static readonly DateOnly Latest = new(2200, 1, 1);

    /// <summary>When the first day begins.</summary>
    public DateTimeOffset Start => Midnight(From, Zone);

    /// <summary>When the last day is over.</summary>
    public DateTimeOffset End => Midnight(To.AddDays(1), Zone);

    /// <summary>The span that a caller asks for: a week from today on when nothing is said.</summary>
    /// <exception cref="ProcedureException">There is no such zone, or the days make no span.</exception>
    public static CalendarSpan Read(DateOnly? from, DateOnly? to, string? timeZone, TimeProvider clock)
    {
        var zone = timeZone is null ? clock.LocalTimeZone : Find(timeZone);
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), zone).DateTime);
        var first = from ?? (to < today ? to.Value.AddDays(1 - UsualDays) : today);
        var last = to ?? first.AddDays(UsualDays - 1);
        return first < Earliest ? throw ProcedureErrors.InvalidInput("from", $"Days before {Earliest:yyyy-MM-dd} are not kept.")
            : last > Latest ? throw ProcedureErrors.InvalidInput("to", $"Days after {Latest:yyyy-MM-dd} are not kept.")
            : last < first ? throw ProcedureErrors.InvalidInput("to", $"{last:yyyy-MM-dd} is before {first:yyyy-MM-dd}.")
            : last.DayNumber - first.DayNumber >= MostDays ? throw ProcedureErrors.InvalidInput("to", $"From {first:yyyy-MM-dd} on that is more than {MostDays} days. Ask for fewer.")
            : new(first, last, zone);
    }

    /// <summary>The day in this zone.</summary>
    public DateOnly DayOf(DateTimeOffset time) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(time, Zone).DateTime);

    /// <summary>Whether something touches these days.</summary>
    public bool Holds(CalendarEntry entry) => entry.StartsAt is { } start
        ? start < End && (start >= Start || entry.EndsAt > Start)
        : entry.Day <= To && (entry.LastDay ?? entry.Day) >= From;

    /// <summary>When a day begins: where clocks go forward at midnight, it begins later; where they go back, with the first midnight.</summary>
    public static DateTimeOffset Midnight(DateOnly day, TimeZoneInfo zone) => Instant(day.ToDateTime(TimeOnly.MinValue), zone);

    /// <summary>The time that clocks of a zone show: the first one when they show it twice, and what they show an hour or so later when they leave it out.</summary>
    public static DateTimeOffset Instant(DateTime shown, TimeZoneInfo zone)
    {
        shown = DateTime.SpecifyKind(shown, DateTimeKind.Unspecified);
        while (zone.IsInvalidTime(shown))
        {
            shown = shown.AddMinutes(15);
        }

        var offset = zone.IsAmbiguousTime(shown) ? zone.GetAmbiguousTimeOffsets(shown).Max() : zone.GetUtcOffset(shown);
        return new DateTimeOffset(shown, offset).ToUniversalTime();
    }

    private static TimeZoneInfo Find(string timeZone) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(timeZone, out var zone)
            ? zone
            : throw ProcedureErrors.InvalidInput("timeZone", $"There is no time zone '{timeZone}'. Give an IANA name, for example Europe/Berlin.");
}
