using HomeDash.Procedures;

namespace HomeDash;

/// <summary>
/// A server that plays films, series or music. Every method throws <see cref="ProcedureException"/> when the service does not
/// answer as it should; its message names the integration.
/// </summary>
[Capability("mediaServer")]
public interface IMediaServer
{
    /// <summary>What is being played now; whoever is only signed in is not among them.</summary>
    Task<MediaSessions> SessionsAsync(CancellationToken cancellationToken);

    /// <summary>What was added last, the newest first.</summary>
    /// <param name="limit">How much at most.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task<AddedMediaPage> RecentAsync(int limit, CancellationToken cancellationToken);

    /// <summary>Does something to what is played, which is among its <see cref="MediaSession.Controls"/>.</summary>
    /// <returns>What is played then, once it is as wanted or four seconds are over: the device is told by the server, so whoever calls compares.</returns>
    [Writes]
    Task<MediaSessions> ControlAsync(string sessionId, SessionControl control, CancellationToken cancellationToken);
}

/// <summary>What a server plays, at one moment.</summary>
/// <param name="Items">What is played.</param>
public sealed record MediaSessions(IReadOnlyList<MediaSession> Items)
{
    /// <summary>What is played under this id; null when nothing is.</summary>
    public MediaSession? Find(string id) => Items.FirstOrDefault(item => item.Id == id);

    /// <summary>Whether something is as an order wants it.</summary>
    public bool Shows(string id, SessionControl done) => (done, Find(id)?.State) switch
    {
        (SessionControl.Stop, var state) => state is null,
        (SessionControl.Pause, var state) => state is PlaybackState.Paused,
        (_, var state) => state is PlaybackState.Playing or PlaybackState.Buffering,
    };
}

/// <summary>What was added to a server.</summary>
/// <param name="Items">The newest first.</param>
public sealed record AddedMediaPage(IReadOnlyList<AddedMedia> Items);
