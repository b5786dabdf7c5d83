using System.Text.Json.Serialization.Metadata;

namespace HomeDash.Integrations.Arr;

/// <summary>A program that collects what comes out: its calendar, what it misses and what it fetches. They differ in what they collect.</summary>
/// <typeparam name="TRelease">What comes out: an episode, a film, an album, a book.</typeparam>
/// <typeparam name="TQueued">An entry of the queue.</typeparam>
/// <param name="api">The API.</param>
/// <param name="lists">How its lists are asked for and read.</param>
internal abstract class ArrCollector<TRelease, TQueued>(ArrApi api, ArrLists<TRelease, TQueued> lists) : ICalendar, IMediaOrganizer, IIntegrationClient, IDisposable
    where TQueued : ArrQueued
{
    /// <summary>The API.</summary>
    protected ArrApi Api => api;

    /// <summary>Whether the program puts what it misses in an order that is not by release, so that all of it has to be read.</summary>
    protected virtual bool OrdersMissingOtherwise => false;

    public Task<ServiceVersion> TestAsync(CancellationToken cancellationToken) => api.TestAsync(cancellationToken);

    public async Task<IReadOnlyList<CalendarEntry>> EventsAsync(CalendarSpan span, bool unmonitored, CancellationToken cancellationToken)
    {
        // Releases by day are at midnight UTC, whatever zone somebody lives in.
        var (firstDay, lastDay) = (CalendarSpan.Midnight(span.From, TimeZoneInfo.Utc), CalendarSpan.Midnight(span.To.AddDays(1), TimeZoneInfo.Utc));
        var (start, end) = (span.Start < firstDay ? span.Start : firstDay, span.End > lastDay ? span.End : lastDay);
        var releases = await api.GetAsync(
            $"/calendar?start={start:yyyy-MM-ddTHH:mm:ssZ}&end={end:yyyy-MM-ddTHH:mm:ssZ}&unmonitored={(unmonitored ? "true" : "false")}{lists.Includes}",
            lists.Releases, cancellationToken).ConfigureAwait(false);
        return [.. releases.SelectMany(Entries)];
    }

    public async Task<MissingReading> MissingAsync(int most, CancellationToken cancellationToken)
    {
        var read = await api.ListAsync(
            $"/wanted/missing?sortKey={lists.MissingSort}&sortDirection=descending{lists.Includes}", OrdersMissingOtherwise ? ArrApi.MostRecords : most, lists.Missing, cancellationToken).ConfigureAwait(false);
        var found = read.Records.Select(Missing).OfType<MissingMedia>().DistinctBy(missing => missing.Id)
            .OrderByDescending(missing => missing.StartsAt ?? (missing.Day is { } day ? CalendarSpan.Midnight(day, TimeZoneInfo.Utc) : DateTimeOffset.MinValue)).ToArray();
        return new([.. found.Take(most)], Math.Max(found.Length, read.TotalRecords - (read.Records.Count - found.Length)));
    }

    public async Task<IReadOnlyList<QueuedMedia>> QueueAsync(CancellationToken cancellationToken)
    {
        var read = await api.ListAsync($"/queue?sortKey=timeleft{lists.QueueIncludes}", ArrApi.MostRecords, lists.Queue, cancellationToken).ConfigureAwait(false);
        return ArrQueue.Of(read.Records.DistinctBy(record => record.Id), api.Name, Subject);
    }

    public void Dispose() => api.Dispose();

    /// <summary>The entries of the calendar that a release makes.</summary>
    protected abstract IEnumerable<CalendarEntry> Entries(TRelease release);

    /// <summary>A release that is missing; null when it is not out yet.</summary>
    protected abstract MissingMedia? Missing(TRelease release);

    /// <summary>What the entries of a download are about.</summary>
    protected abstract ArrSubject Subject(IReadOnlyList<TQueued> parts);

    /// <summary>A day that is written as the time at which it begins in UTC.</summary>
    protected static DateOnly? DayOf(DateTimeOffset? midnight) => midnight is { } time ? DateOnly.FromDateTime(time.UtcDateTime) : null;
}

/// <summary>How the lists of a program are asked for and read.</summary>
/// <param name="Includes">What the calendar and the missing are to come with; begins with an ampersand.</param>
/// <param name="QueueIncludes">What the queue is to come with.</param>
/// <param name="MissingSort">The key that puts the missing in order of release.</param>
/// <param name="Releases">The calendar.</param>
/// <param name="Missing">A page of the missing.</param>
/// <param name="Queue">A page of the queue.</param>
internal sealed record ArrLists<TRelease, TQueued>(
    string Includes, string QueueIncludes, string MissingSort, JsonTypeInfo<TRelease[]> Releases, JsonTypeInfo<ArrPage<TRelease>> Missing, JsonTypeInfo<ArrPage<TQueued>> Queue);
