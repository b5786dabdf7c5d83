using System.ComponentModel.DataAnnotations;
using HomeDash.Procedures;

namespace HomeDash;

/// <summary>Requests for films and series at Seerr, Jellyseerr and Overseerr.</summary>
[Router("mediaRequests", Noun = "request")]
internal sealed class MediaRequestsRouter(MediaRequestSurvey survey, MediaRequestStart start, MediaRequestActions actions)
{
    private const double ActionSeconds = 30;

    /// <summary>Searches films and series by title and tells whether each is available, requested or missing.</summary>
    /// <param name="query">A title, or a part of one.</param>
    /// <param name="context">The run.</param>
    /// <param name="integrations">Only these services; all when left out.</param>
    /// <param name="limit">How many of each service at most.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    [Query(MediaRequestPermissions.View, Title = "Search films and series")]
    public Task<FoundMediaList> Search(
        [StringLength(200, MinimumLength = 1)] string query,
        ProcedureContext context,
        [MaxLength(50)] IReadOnlyList<IntegrationRef>? integrations = null,
        [Range(1, 20)] int limit = 10,
        CancellationToken cancellationToken = default) =>
        string.IsNullOrWhiteSpace(query)
            ? throw ProcedureErrors.InvalidInput("query", "Give a title, or a part of one.")
            : survey.SearchAsync(context.Caller, integrations, query.Trim(), limit, cancellationToken);

    /// <summary>Shows what can be requested of a film or series: its seasons with what is there or requested, and quality profiles.</summary>
    /// <param name="integration">The name or id of the service.</param>
    /// <param name="type">Whether it is a film or a series.</param>
    /// <param name="id">Its TMDB id, as mediaRequests.search shows it.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    [Query(MediaRequestPermissions.View, Title = "Show what can be requested")]
    public Task<MediaRequestOptions> Options(IntegrationRef integration, RequestedType type, [Range(1, int.MaxValue)] int id, CancellationToken cancellationToken = default) =>
        start.OptionsAsync(integration, type, id, cancellationToken);

    /// <summary>Lists requests with title, status, seasons, who requested, and whether it is there; newest first.</summary>
    /// <param name="context">The run.</param>
    /// <param name="statuses">Only requests with one of these statuses.</param>
    /// <param name="days">Only requests of the last days.</param>
    /// <param name="integrations">Only these services; all when left out.</param>
    /// <param name="limit">How many at most, over all services.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    [Query(MediaRequestPermissions.View)]
    public Task<MediaRequestList> List(
        ProcedureContext context,
        [MaxLength(5)] IReadOnlyList<RequestStatus>? statuses = null,
        [Range(1, 3650)] int? days = null,
        [MaxLength(50)] IReadOnlyList<IntegrationRef>? integrations = null,
        [Range(1, 100)] int limit = 20,
        CancellationToken cancellationToken = default) =>
        survey.ListAsync(context.Caller, integrations, statuses, days, limit, cancellationToken);

    /// <summary>Counts requests by status and by who made them.</summary>
    /// <param name="context">The run.</param>
    /// <param name="integrations">Only these services; all when left out.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    [Query(MediaRequestPermissions.View, Title = "Count requests")]
    public Task<MediaRequestStatsList> Stats(
        ProcedureContext context, [MaxLength(50)] IReadOnlyList<IntegrationRef>? integrations = null, CancellationToken cancellationToken = default) =>
        survey.StatsAsync(context.Caller, integrations, cancellationToken);

    /// <summary>Requests a film, or seasons of a series. Refuses what is there or requested already, and answers the request as the service shows it.</summary>
    /// <param name="integration">The name or id of the service.</param>
    /// <param name="type">Whether it is a film or a series.</param>
    /// <param name="id">Its TMDB id, as mediaRequests.search shows it.</param>
    /// <param name="context">The run.</param>
    /// <param name="seasons">Numbers of seasons; all that are missing, without the specials, when left out.</param>
    /// <param name="profile">A quality profile that mediaRequests.options names.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    [Mutation(MediaRequestPermissions.Request, Effect.Create, Title = "Request film or series", CheckWith = "mediaRequests.list", DeadlineSeconds = ActionSeconds)]
    public Task<MediaRequest> Request(
        IntegrationRef integration,
        RequestedType type,
        [Range(1, int.MaxValue)] int id,
        ProcedureContext context,
        [MaxLength(100)] IReadOnlyList<int>? seasons = null,
        [StringLength(200, MinimumLength = 1)] string? profile = null,
        CancellationToken cancellationToken = default) =>
        start.RequestAsync(integration, type, id, seasons, profile, context, cancellationToken);

    /// <summary>Approves requests that wait for an answer, and tells for each how it stands then.</summary>
    /// <param name="requests">Titles or numbers, as mediaRequests.list shows them; integration/number where two services have it.</param>
    /// <param name="context">The run.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    [Mutation(MediaRequestPermissions.Approve, Effect.Change, CheckWith = "mediaRequests.list", DeadlineSeconds = ActionSeconds)]
    public Task<Outcomes<MediaRequest>> Approve(
        [MinLength(1), MaxLength(50)] IReadOnlyList<MediaRequestRef> requests, ProcedureContext context, CancellationToken cancellationToken = default) =>
        actions.AnswerAsync(requests, true, context, cancellationToken);

    /// <summary>Declines requests that wait for an answer, and tells for each how it stands then.</summary>
    /// <param name="requests">Titles or numbers, as mediaRequests.list shows them; integration/number where two services have it.</param>
    /// <param name="context">The run.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    [Mutation(MediaRequestPermissions.Approve, Effect.Change, CheckWith = "mediaRequests.list", DeadlineSeconds = ActionSeconds)]
    public Task<Outcomes<MediaRequest>> Decline(
        [MinLength(1), MaxLength(50)] IReadOnlyList<MediaRequestRef> requests, ProcedureContext context, CancellationToken cancellationToken = default) =>
        actions.AnswerAsync(requests, false, context, cancellationToken);
}
