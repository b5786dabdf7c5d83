using System.ComponentModel.DataAnnotations;
using HomeDash.Procedures;

namespace HomeDash;

/// <summary>What comes out and happens when, what is missing, and what is being fetched: Sonarr, Radarr, Lidarr, Readarr and calendar feeds.</summary>
[Router("calendar", Noun = "event")]
internal sealed class CalendarRouter(CalendarSurvey survey, TimeProvider clock, Watch watch)
{
    private const int MostNamed = 50;

    /// <summary>Answers "what's coming out this week?": episodes, film releases (cinema, digital, physical), albums, books and appointments from one day to another, in order.</summary>
    /// <param name="context">The run.</param>
    /// <param name="from">The first day; today when left out.</param>
    /// <param name="to">The last day, included, at most 92 days in all; a week in all when left out.</param>
    /// <param name="timeZone">IANA name of the zone whose days are meant; the server's when left out.</param>
    /// <param name="kinds">Only these; all when left out.</param>
    /// <param name="unmonitored">Whether to show too what no service looks for.</param>
    /// <param name="integrations">Only these, by name; all when left out.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="cursor">Where to go on: <c>next</c> of the page before.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    [Query(CalendarPermissions.View, Title = "List events")]
    public Task<CalendarEvents> Events(
        ProcedureContext context,
        DateOnly? from = null,
        DateOnly? to = null,
        [StringLength(64, MinimumLength = 1)] string? timeZone = null,
        [MaxLength(7)] IReadOnlyList<CalendarKind>? kinds = null,
        bool unmonitored = false,
        [MinLength(1), MaxLength(MostNamed)] IReadOnlyList<IntegrationRef>? integrations = null,
        [Range(1, 500)] int limit = 100,
        [MaxLength(2000)] string? cursor = null,
        CancellationToken cancellationToken = default) =>
        survey.EventsAsync(context.Caller, integrations, CalendarSpan.Read(from, to, timeZone, clock), new(kinds, unmonitored), cursor, limit, cancellationToken);

    /// <summary>Lists what is out, wanted and not there: episodes, films, albums and books that Sonarr, Radarr, Lidarr and Readarr look for, the newest first.</summary>
    /// <param name="context">The run.</param>
    /// <param name="integrations">Only these, by name; all when left out.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="cursor">Where to go on: <c>next</c> of the page before.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    [Query(CalendarPermissions.View, Title = "List missing media")]
    public Task<MissingList> Missing(
        ProcedureContext context,
        [MinLength(1), MaxLength(MostNamed)] IReadOnlyList<IntegrationRef>? integrations = null,
        [Range(1, CalendarSurvey.MostOnPage)] int limit = 20,
        [MaxLength(2000)] string? cursor = null,
        CancellationToken cancellationToken = default) =>
        survey.MissingAsync(context.Caller, integrations, cursor, limit, cancellationToken);

    /// <summary>Lists what Sonarr, Radarr, Lidarr and Readarr are fetching, with state, progress, time left and what is wrong.</summary>
    /// <param name="context">The run.</param>
    /// <param name="integrations">Only these, by name; all when left out.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="cursor">Where to go on: <c>next</c> of the page before.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    [Query(CalendarPermissions.View, Title = "List queued media")]
    public Task<QueuedList> Queued(
        ProcedureContext context,
        [MinLength(1), MaxLength(MostNamed)] IReadOnlyList<IntegrationRef>? integrations = null,
        [Range(1, 200)] int limit = 50,
        [MaxLength(2000)] string? cursor = null,
        CancellationToken cancellationToken = default) =>
        survey.QueuedAsync(context.Caller, integrations, cursor, limit, cancellationToken);

    /// <summary>Streams what calendar.queued lists, every few seconds.</summary>
    /// <param name="context">The run.</param>
    /// <param name="integrations">Only these, by name; all when left out.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="cancellationToken">Ends the stream.</param>
    [Subscription(CalendarPermissions.View, Title = "Watch queued media")]
    public IAsyncEnumerable<QueuedList> WatchQueued(
        ProcedureContext context,
        [MinLength(1), MaxLength(MostNamed)] IReadOnlyList<IntegrationRef>? integrations = null,
        [Range(1, 200)] int limit = 50,
        CancellationToken cancellationToken = default) =>
        watch.FollowAsync(token => survey.QueuedAsync(context.Caller, integrations, null, limit, token), cancellationToken);
}
