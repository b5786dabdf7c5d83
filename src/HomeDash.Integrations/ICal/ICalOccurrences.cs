using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace HomeDash.Integrations.ICal;

/// <summary>What of a calendar touches some days: single events, and those of the ones that come again.</summary>
internal static class ICalOccurrences
{
    /// <summary>How often one event is told of at most: more often than that it is no appointment.</summary>
    private const int MostOfOne = 200;

    public static IReadOnlyList<CalendarEntry> In(ICalFeed feed, CalendarSpan span, CancellationToken cancellationToken)
    {
        var onlooker = feed.Zone ?? span.Zone;
        var replaced = feed.Events.Where(one => one.Replaces is not null).ToLookup(one => one.Uid, one => KeyOf(one.Replaces!, onlooker), StringComparer.Ordinal);
        return [.. feed.Events.Where(one => !one.IsCancelled).SelectMany(one =>
        {
            cancellationToken.ThrowIfCancellationRequested();
            return Of(one, span, onlooker, one.Replaces is null ? [.. replaced[one.Uid]] : []);
        })];
    }

    private static IEnumerable<CalendarEntry> Of(ICalEvent happening, CalendarSpan span, TimeZoneInfo onlooker, HashSet<string> replaced)
    {
        var left = happening.Except.Select(time => KeyOf(time, onlooker)).ToHashSet(StringComparer.Ordinal);
        left.UnionWith(replaced);
        // A day to either side: days there are not days here.
        var (from, to) = (span.From.AddDays(-2 - (int)Math.Min(happening.Length.TotalDays, 4000)), span.To.AddDays(2));
        return Starts(happening, from, to, onlooker)
            .DistinctBy(start => start.Shown)
            .Where(start => !left.Contains(KeyOf(start, onlooker)) && !left.Contains(start.Shown.ToString("yyyyMMdd", CultureInfo.InvariantCulture)))
            .Select(start => Entry(happening, start, onlooker)).Where(span.Holds).Take(MostOfOne);
    }

    private static IEnumerable<ICalTime> Starts(ICalEvent happening, DateOnly from, DateOnly to, TimeZoneInfo onlooker)
    {
        var first = happening.Start;
        if (happening.Rule is not { } rule || happening.Replaces is not null)
        {
            return [first, .. happening.Extra];
        }

        var time = TimeOnly.FromDateTime(first.Shown);
        return rule.Days(DateOnly.FromDateTime(first.Shown), from, to)
            .Select(day => first with { Shown = day.ToDateTime(time) })
            .TakeWhile(start => IsUntil(rule.Until, start, onlooker))
            .Concat(happening.Extra);
    }

    /// <summary>The last time is a day, a time in UTC, or one on the clocks of the event; it is included.</summary>
    private static bool IsUntil(string? until, ICalTime start, TimeZoneInfo onlooker) => until is null || (until.Length, until[^1]) switch
    {
        (8, _) => string.CompareOrdinal(start.Shown.ToString("yyyyMMdd", CultureInfo.InvariantCulture), until) <= 0,
        (_, 'Z') when !start.IsDay => string.CompareOrdinal(start.Instant(onlooker).UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture), until) <= 0,
        _ => string.CompareOrdinal(start.Shown.ToString("yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture), until.TrimEnd('Z')) <= 0,
    };

    private static CalendarEntry Entry(ICalEvent happening, ICalTime start, TimeZoneInfo onlooker)
    {
        var entry = new CalendarEntry(IdOf(happening.Uid, start), CalendarKind.Event, happening.Title)
        {
            Location = happening.Location,
            Description = happening.Description,
            Link = happening.Link,
        };
        var day = DateOnly.FromDateTime(start.Shown);
        return start.IsDay
            ? entry with { Day = day, LastDay = happening.Length.TotalDays >= 2 ? day.AddDays((int)happening.Length.TotalDays - 1) : null }
            : entry with { StartsAt = start.Instant(onlooker), EndsAt = happening.Length > TimeSpan.Zero ? start.Instant(onlooker) + happening.Length : null };
    }

    /// <summary>Uids may be of any length, and this one is part of what puts a list in order.</summary>
    private static string IdOf(string uid, ICalTime start) =>
        $"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(uid)).AsSpan(0, 8))}.{start.Shown.ToString(start.IsDay ? "yyyyMMdd" : "yyyyMMddHHmm", CultureInfo.InvariantCulture)}";

    private static string KeyOf(ICalTime time, TimeZoneInfo onlooker) => time.IsDay
        ? time.Shown.ToString("yyyyMMdd", CultureInfo.InvariantCulture)
        : time.Instant(onlooker).UtcDateTime.ToString("O", CultureInfo.InvariantCulture);
}
