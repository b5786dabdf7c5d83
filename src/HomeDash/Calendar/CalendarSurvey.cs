using System.Globalization;
using HomeDash.Procedures;

namespace HomeDash;

/// <summary>Asks the calendars and collectors that a caller may use, and makes pages of what they say.</summary>
internal sealed class CalendarSurvey(IntegrationFleet fleet)
{
    /// <summary>How many missing things a page holds at most: as many as are read of each service for the first one.</summary>
    public const int MostOnPage = 100;

    private const int MostMissing = 1000;

    /// <summary>What happens in some days.</summary>
    public async Task<CalendarEvents> EventsAsync(
        Caller caller, IReadOnlyList<IntegrationRef>? named, CalendarSpan span, CalendarFilter filter, string? cursor, int limit, CancellationToken cancellationToken)
    {
        var answers = await fleet.AskAsync(
            fleet.Usable<ICalendar>(caller, named),
            $"events.{span.From:yyyyMMdd}.{span.To:yyyyMMdd}.{span.Zone.Id}.{filter.Unmonitored}",
            (calendar, token) => calendar.EventsAsync(span, filter.Unmonitored, token),
            cancellationToken).ConfigureAwait(false);
        var found = answers.Values
            .SelectMany(answer => answer.Value.Where(entry => filter.Admits(entry) && span.Holds(entry)).Select(entry => CalendarEvent.Of(answer.Integration.Name, entry, span)))
            .ToArray();
        var page = KeyedPage.Of(found, KeyOf, cursor, limit, "calendar.events");
        return new(span.From, span.To, span.Zone.Id, page.Items, found.Length, answers.Reports, page.Next);
    }

    /// <summary>What is out and wanted, and not there.</summary>
    public async Task<MissingList> MissingAsync(Caller caller, IReadOnlyList<IntegrationRef>? named, string? cursor, int limit, CancellationToken cancellationToken)
    {
        // The first page cannot need more than a page of each service; whoever reads on is read for in one go.
        var most = cursor is null ? MostOnPage : MostMissing;
        var answers = await fleet.AskAsync(
            fleet.Usable<IMediaOrganizer>(caller, named), $"missing.{most}", (organizer, token) => organizer.MissingAsync(most, token), cancellationToken).ConfigureAwait(false);
        var found = answers.Values.SelectMany(answer => answer.Value.Items).ToArray();
        var goesOn = cursor is null && answers.Values.Any(answer => answer.Value.Total > answer.Value.Items.Count);
        var page = KeyedPage.Of(found, KeyOf, cursor, limit, "calendar.missing", goesOn);
        return new(page.Items, answers.Values.Sum(answer => answer.Value.Total), answers.Reports, page.Next);
    }

    /// <summary>What each collector is fetching.</summary>
    public Task<Answers<IReadOnlyList<QueuedMedia>>> QueueAsync(Caller caller, IReadOnlyList<IntegrationRef>? named, CancellationToken cancellationToken) =>
        fleet.AskAsync(fleet.Usable<IMediaOrganizer>(caller, named), "queue", (organizer, token) => organizer.QueueAsync(token), cancellationToken);

    /// <summary>What is being fetched.</summary>
    public async Task<QueuedList> QueuedAsync(Caller caller, IReadOnlyList<IntegrationRef>? named, string? cursor, int limit, CancellationToken cancellationToken)
    {
        var answers = await QueueAsync(caller, named, cancellationToken).ConfigureAwait(false);
        var found = answers.Values.SelectMany(answer => answer.Value).ToArray();
        var page = KeyedPage.Of(found, KeyOf, cursor, limit, "calendar.queued");
        return new(page.Items, found.Length, answers.Reports, page.Next);
    }

    private static string KeyOf(CalendarEvent happening) => string.Create(
        CultureInfo.InvariantCulture,
        $"{happening.Day:yyyyMMdd}{happening.StartsAt?.UtcTicks ?? 0:D19}{happening.Title.ToUpperInvariant()}\n{happening.Season ?? 0:D5}{happening.Episode ?? 0:D5}{happening.Integration}\n{happening.Id}");

    private static string KeyOf(MissingMedia missing) => string.Create(
        CultureInfo.InvariantCulture,
        $"{long.MaxValue - TicksOf(missing):D19}{missing.Title.ToUpperInvariant()}\n{missing.Season ?? 0:D5}{missing.Episode ?? 0:D5}{missing.Integration}\n{missing.Id}");

    private static string KeyOf(QueuedMedia queued) => string.Create(
        CultureInfo.InvariantCulture,
        $"{queued.State:D}{queued.Title.ToUpperInvariant()}\n{queued.Season ?? 0:D5}{queued.Episode ?? 0:D5}{queued.Integration}\n{queued.Id}");

    private static long TicksOf(MissingMedia missing) => missing.StartsAt?.UtcTicks ?? missing.Day?.ToDateTime(TimeOnly.MinValue).Ticks ?? 0;
}

/// <summary>Which events a list shows.</summary>
/// <param name="Kinds">Those of these kinds; null for any.</param>
/// <param name="Unmonitored">Whether those that their service does not look for are among them.</param>
internal sealed record CalendarFilter(IReadOnlyList<CalendarKind>? Kinds, bool Unmonitored)
{
    public bool Admits(CalendarEntry entry) => (Kinds is null or [] || Kinds.Contains(entry.Kind)) && (Unmonitored || entry.Monitored != false);
}
