using System.ComponentModel.DataAnnotations;
using HomeDash.Procedures;

namespace HomeDash;

/// <summary>Media servers of the house: Jellyfin, Emby, Plex, Navidrome.</summary>
[Router("mediaServer", Noun = "playback")]
internal sealed class MediaServerRouter(MediaSurvey survey, MediaSessionActions actions, Watch watch)
{
    private const double ActionSeconds = 30;

    /// <summary>Lists who plays what now on Jellyfin, Emby, Plex and Navidrome: user, device, title, position, paused or not, transcoded or direct, bit rate.</summary>
    /// <param name="context">The run.</param>
    /// <param name="integrations">Only these servers; all when left out.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    [Query(MediaServerPermissions.View, Title = "List what is played")]
    public Task<MediaSessionList> Sessions(
        ProcedureContext context, [MaxLength(50)] IReadOnlyList<IntegrationRef>? integrations = null, CancellationToken cancellationToken = default) =>
        survey.SessionsAsync(context.Caller, integrations, cancellationToken);

    /// <summary>Lists films, episodes, seasons and albums that were added to the libraries last, newest first.</summary>
    /// <param name="context">The run.</param>
    /// <param name="integrations">Only these servers; all when left out.</param>
    /// <param name="limit">How many at most, over all servers.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    [Query(MediaServerPermissions.View, Title = "List recently added media")]
    public Task<RecentMedia> Recent(
        ProcedureContext context, [MaxLength(50)] IReadOnlyList<IntegrationRef>? integrations = null, [Range(1, 100)] int limit = 20, CancellationToken cancellationToken = default) =>
        survey.RecentAsync(context.Caller, integrations, limit, cancellationToken);

    /// <summary>Streams who plays what every few seconds, as mediaServer.sessions lists it.</summary>
    /// <param name="context">The run.</param>
    /// <param name="integrations">Only these servers; all when left out.</param>
    /// <param name="cancellationToken">Ends the stream.</param>
    [Subscription(MediaServerPermissions.View, Title = "Watch what is played")]
    public IAsyncEnumerable<MediaSessionList> Watch(
        ProcedureContext context, [MaxLength(50)] IReadOnlyList<IntegrationRef>? integrations = null, CancellationToken cancellationToken = default) =>
        watch.FollowAsync(token => survey.SessionsAsync(context.Caller, integrations, token), cancellationToken);

    /// <summary>Pauses what is played on Jellyfin or Emby, and says for each what it does then.</summary>
    /// <param name="sessions">Titles, users, devices or ids, as mediaServer.sessions shows them.</param>
    /// <param name="context">The run.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    [Mutation(MediaServerPermissions.Control, Effect.Change, Idempotent = true, CheckWith = "mediaServer.sessions", DeadlineSeconds = ActionSeconds)]
    public Task<Outcomes<MediaSessionChange>> Pause(
        [MinLength(1), MaxLength(50)] IReadOnlyList<MediaSessionRef> sessions, ProcedureContext context, CancellationToken cancellationToken = default) =>
        actions.RunAsync(sessions, SessionControl.Pause, context, cancellationToken);

    /// <summary>Resumes what is paused on Jellyfin or Emby, and says for each what it does then.</summary>
    /// <param name="sessions">Titles, users, devices or ids, as mediaServer.sessions shows them.</param>
    /// <param name="context">The run.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    [Mutation(MediaServerPermissions.Control, Effect.Change, Idempotent = true, CheckWith = "mediaServer.sessions", DeadlineSeconds = ActionSeconds)]
    public Task<Outcomes<MediaSessionChange>> Resume(
        [MinLength(1), MaxLength(50)] IReadOnlyList<MediaSessionRef> sessions, ProcedureContext context, CancellationToken cancellationToken = default) =>
        actions.RunAsync(sessions, SessionControl.Resume, context, cancellationToken);

    /// <summary>Stops what is played on Jellyfin, Emby or Plex, and says for each whether it has ended.</summary>
    /// <param name="sessions">Titles, users, devices or ids, as mediaServer.sessions shows them.</param>
    /// <param name="context">The run.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    [Mutation(MediaServerPermissions.Control, Effect.Change, Idempotent = true, CheckWith = "mediaServer.sessions", DeadlineSeconds = ActionSeconds)]
    public Task<Outcomes<MediaSessionChange>> Stop(
        [MinLength(1), MaxLength(50)] IReadOnlyList<MediaSessionRef> sessions, ProcedureContext context, CancellationToken cancellationToken = default) =>
        actions.RunAsync(sessions, SessionControl.Stop, context, cancellationToken);
}
