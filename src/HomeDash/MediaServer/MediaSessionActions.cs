using HomeDash.Procedures;

namespace HomeDash;

/// <summary>Pauses, resumes and stops what is played, and proves it by what the server shows afterwards.</summary>
internal sealed class MediaSessionActions(MediaSurvey survey, IntegrationFleet fleet)
{
    public async Task<Outcomes<MediaSessionChange>> RunAsync(
        IReadOnlyList<MediaSessionRef> named, SessionControl control, ProcedureContext context, CancellationToken cancellationToken)
    {
        var targets = named.DistinctBy(target => target.Resolved!.Id).ToArray();
        var before = targets.GroupBy(target => target.Resolved!.Owner!.Id).ToDictionary(group => group.Key, group => survey.ServerOf(group.First()).Client.SessionsAsync(cancellationToken));
        await ((Task)Task.WhenAll(before.Values)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        cancellationToken.ThrowIfCancellationRequested();
        context.Plan(targets.Select(target => Step(control, target, before[target.Resolved!.Owner!.Id])));

        return await Outcomes<MediaSessionChange>.ForEachAsync(targets, async target =>
        {
            var server = survey.ServerOf(target);
            var sessions = await before[target.Resolved!.Owner!.Id].ConfigureAwait(false);
            var session = sessions.Find(target.SessionId);
            if (Moot(control, session) is { } moot)
            {
                return new(target.SessionId, session?.Label() ?? target.Resolved.Name, server.Integration.Name, session?.State, $"It {moot}.");
            }

            if (Obstacle(control, session, server.Integration.Name) is { } obstacle)
            {
                throw new ProcedureException(new(ProcedureErrorCode.Conflict, ErrorReason.WrongState, obstacle));
            }

            var after = await fleet.WriteAsync(server, client => client.ControlAsync(session!.Id, control, cancellationToken)).ConfigureAwait(false);
            return after.Shows(session!.Id, control)
                ? new(session.Id, session.Label(), server.Integration.Name, after.Find(session.Id)?.State)
                : throw ProcedureErrors.ServiceFailed(
                    $"{server.Integration.Name} took the order, but {session.Label()} {(after.Find(session.Id) is { } still ? $"is still {still.State.ToString().ToLowerInvariant()}" : "has ended")}. {session.Device ?? "The device"} may not obey, or be slow: mediaServer.sessions shows what it does.");
        }).ConfigureAwait(false);
    }

    private static string Step(SessionControl control, MediaSessionRef target, Task<MediaSessions> before) => before switch
    {
        { IsCompletedSuccessfully: true, Result: var sessions } when sessions.Find(target.SessionId) is var session && Moot(control, session) is { } moot => $"Leave {target.Resolved!.Name} as it is: it {moot}.",
        { IsCompletedSuccessfully: true, Result: var sessions } when Obstacle(control, sessions.Find(target.SessionId), "The server") is { } obstacle => $"Leave {target.Resolved!.Name} as it is: {obstacle}",
        { IsCompletedSuccessfully: true } => $"{control}: {target.Resolved!.Name}.",
        _ => $"Leave {target.Resolved!.Name} as it is: {ProcedureErrors.From(before.Exception?.GetBaseException() ?? new OperationCanceledException()).Message}",
    };

    private static string? Moot(SessionControl control, MediaSession? session) => (control, session?.State) switch
    {
        (_, null) => "has ended already",
        (SessionControl.Pause, PlaybackState.Paused) => "is paused already",
        (SessionControl.Resume, PlaybackState.Playing or PlaybackState.Buffering) => "plays already",
        _ => null,
    };

    private static string? Obstacle(SessionControl control, MediaSession? session, string server) => session!.Controls switch
    {
        var able when able.Contains(control) => null,
        [] => $"{server} cannot control {session.Client ?? session.Device ?? "what plays it"} from here.",
        var able => $"{server} can only {string.Join(" and ", able.Select(one => one.ToString().ToLowerInvariant()))} what {session.Client ?? "this client"} plays.",
    };
}
