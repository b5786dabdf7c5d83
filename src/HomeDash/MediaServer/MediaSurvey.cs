using HomeDash.Procedures;

namespace HomeDash;

/// <summary>Asks the media servers what is played and what was added.</summary>
internal sealed class MediaSurvey(IntegrationFleet fleet, Connections connections)
{
    /// <summary>Libraries change slowly, and to look for the newest of a large one costs the server.</summary>
    private static readonly TimeSpan RecentFresh = TimeSpan.FromSeconds(20);

    public async Task<MediaSessionList> SessionsAsync(Caller caller, IReadOnlyList<IntegrationRef>? named, CancellationToken cancellationToken)
    {
        var (found, reports) = await FindAsync(caller, named, cancellationToken).ConfigureAwait(false);
        return new(
            [.. found.Select(one => one.Session).OrderBy(session => session.State).ThenBy(session => session.Label(), StringComparer.OrdinalIgnoreCase).ThenBy(session => session.Id, StringComparer.Ordinal)],
            found.Where(one => one.Session.State != PlaybackState.Paused).Sum(one => one.Session.BitsPerSecond ?? 0),
            reports);
    }

    public async Task<RecentMedia> RecentAsync(Caller caller, IReadOnlyList<IntegrationRef>? named, int limit, CancellationToken cancellationToken)
    {
        var answers = await fleet.AskAsync(
            fleet.Usable<IMediaServer>(caller, named), $"recent.{limit}", (server, token) => server.RecentAsync(limit, token), cancellationToken, RecentFresh).ConfigureAwait(false);
        return new([.. answers.Values.SelectMany(answer => answer.Value.Items).OrderByDescending(item => item.AddedAt).Take(limit)], answers.Reports);
    }

    /// <summary>What is played, each with where.</summary>
    public async Task<(IReadOnlyList<FoundSession> Found, IReadOnlyList<IntegrationReport> Reports)> FindAsync(
        Caller caller, IReadOnlyList<IntegrationRef>? named, CancellationToken cancellationToken)
    {
        var answers = await fleet.AskAsync(
            fleet.Usable<IMediaServer>(caller, named), "sessions", (server, token) => server.SessionsAsync(token), cancellationToken).ConfigureAwait(false);
        return ([.. answers.Values.SelectMany(answer => answer.Value.Items.Select(session => new FoundSession(answer.Integration, session)))], answers.Reports);
    }

    /// <summary>The server of what was resolved.</summary>
    public Connection<IMediaServer> ServerOf(MediaSessionRef target) =>
        connections.With<IMediaServer>().FirstOrDefault(connection => connection.Integration.Id == target.Resolved!.Owner!.Id)
        ?? throw ProcedureErrors.Unreachable($"The server that plays {target.Resolved!.Name} has just been disconnected.");
}

/// <summary>Something that is played, and where.</summary>
internal sealed record FoundSession(Integration Integration, MediaSession Session)
{
    /// <summary>The id that nothing on another server has.</summary>
    public string FullId => $"{Integration.Name}/{Session.Id}";

    /// <summary>The name with who plays it, and on what.</summary>
    public string FullName => Session is { User: null, Device: null } ? Session.Label() : $"{Session.Label()} ({string.Join(", ", new[] { Session.User, Session.Device }.OfType<string>())})";

    /// <summary>As access rules and approvals know it: it follows the rules of its server.</summary>
    public ResolvedTarget Target => new("playback", $"{Integration.Id}/{Session.Id}", FullName, new("integration", Integration.Id));
}
