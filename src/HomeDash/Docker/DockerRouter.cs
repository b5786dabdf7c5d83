using System.ComponentModel.DataAnnotations;
using System.Runtime.CompilerServices;
using HomeDash.Procedures;

namespace HomeDash;

/// <summary>Containers on the connected Docker engines.</summary>
[Router("docker", Noun = "container")]
internal sealed class DockerRouter(ContainerFleet fleet, ContainerActions actions, TimeProvider clock)
{
    private const double ActionSeconds = 90;

    /// <summary>Lists containers on all engines, stopped ones too, with state, image, ports, labels, processor and memory use, sorted by name.</summary>
    /// <param name="context">The run.</param>
    /// <param name="state">Only containers in this state.</param>
    /// <param name="search">Only containers with this text in their name or image.</param>
    /// <param name="engine">Only containers on the engine with this name.</param>
    /// <param name="usage">Whether to measure processor and memory use, which takes about two seconds.</param>
    /// <param name="limit">How many containers at most.</param>
    /// <param name="cursor">Where to go on: <c>next</c> of the page before.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    [Query(DockerPermissions.View, DeadlineSeconds = 12)]
    public async Task<ContainerList> List(
        ProcedureContext context,
        RunState? state = null,
        [MaxLength(100)] string? search = null,
        [MaxLength(100)] string? engine = null,
        bool usage = true,
        [Range(1, 200)] int limit = 100,
        [MaxLength(600)] string? cursor = null,
        CancellationToken cancellationToken = default)
    {
        var after = cursor is null ? null : ContainerPosition.Read(cursor);
        var survey = await fleet.SurveyAsync(context.Caller, engine, cancellationToken).ConfigureAwait(false);
        var fitting = survey.Containers
            .Where(found => state is null || found.Container.State == state)
            .Where(found => search is null
                || found.Container.Name.Contains(search, StringComparison.OrdinalIgnoreCase)
                || found.Container.Image.Contains(search, StringComparison.OrdinalIgnoreCase))
            .OrderBy(ContainerPosition.Of)
            .ToArray();
        var rest = fitting.Where(found => after is null || ContainerPosition.Of(found).CompareTo(after) > 0).ToArray();
        var page = rest.Take(limit).ToArray();
        return new(
            await UsageSurvey.CompleteAsync(page, usage, cancellationToken).ConfigureAwait(false),
            fitting.Length,
            survey.Engines,
            rest.Length > page.Length ? ContainerPosition.Of(page[^1]).Write() : null);
    }

    /// <summary>Shows all there is to know of a container: command, names of environment variables, mounts, networks, restart policy, exit code, health.</summary>
    /// <param name="container">A name, an id or the start of one, as docker.list shows them.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    [Query(DockerPermissions.View)]
    public Task<ContainerDetails> Get(ContainerRef container, CancellationToken cancellationToken = default) =>
        fleet.EngineOf(container).Client.GetAsync(container.Resolved!.Id, cancellationToken);

    /// <summary>Reads the last lines of a container's log, oldest first.</summary>
    /// <param name="container">A name, an id or the start of one, as docker.list shows them.</param>
    /// <param name="tail">How many lines at most.</param>
    /// <param name="since">Only lines from this time on.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    [Query(DockerPermissions.View, Title = "Read container logs")]
    public async Task<ContainerLogs> Logs(
        ContainerRef container, [Range(1, 1000)] int tail = 200, DateTimeOffset? since = null, CancellationToken cancellationToken = default)
    {
        var connection = fleet.EngineOf(container);
        var lines = new List<LogLine>();
        await foreach (var line in connection.Client.LogsAsync(container.Resolved!.Id, new(tail, since), cancellationToken).ConfigureAwait(false))
        {
            lines.Add(line);
        }

        // The engine sends the two streams side by side, each in order; the times bring them together.
        return new(container.Resolved.Name, connection.Integration.Name, [.. lines.OrderBy(line => line.Time).TakeLast(tail)]);
    }

    /// <summary>Reads what happened to containers lately: starts, stops, ends with their exit code, health changes, removals. Oldest first.</summary>
    /// <param name="context">The run.</param>
    /// <param name="seconds">How far to look back, in seconds.</param>
    /// <param name="container">Only what happened to this container.</param>
    /// <param name="engine">Only what happened on the engine with this name.</param>
    /// <param name="limit">How many events at most; the last ones are returned.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    [Query(DockerPermissions.View, Title = "Read container events")]
    public Task<ContainerEvents> Events(
        ProcedureContext context,
        [Range(1, 604800)] int seconds = 3600,
        ContainerRef? container = null,
        [MaxLength(100)] string? engine = null,
        [Range(1, 500)] int limit = 100,
        CancellationToken cancellationToken = default)
    {
        var now = clock.GetUtcNow();
        return fleet.EventsAsync(context.Caller, engine, container, now.AddSeconds(-seconds), now, limit, cancellationToken);
    }

    /// <summary>Follows a container's log: the last lines, then each new one, until the container stops.</summary>
    /// <param name="container">A name, an id or the start of one, as docker.list shows them.</param>
    /// <param name="tail">With how many of the last lines to begin.</param>
    /// <param name="cancellationToken">Ends the stream.</param>
    [Subscription(DockerPermissions.View, Title = "Follow container logs")]
    public IAsyncEnumerable<LogLine> FollowLogs(ContainerRef container, [Range(0, 1000)] int tail = 200, CancellationToken cancellationToken = default) =>
        fleet.EngineOf(container).Client.LogsAsync(container.Resolved!.Id, new(tail, Follow: true), cancellationToken);

    /// <summary>Streams what happens to containers from now on, on all engines.</summary>
    /// <param name="context">The run.</param>
    /// <param name="engine">Only what happens on the engine with this name.</param>
    /// <param name="cancellationToken">Ends the stream.</param>
    [Subscription(DockerPermissions.View, Title = "Watch container events")]
    public async IAsyncEnumerable<ContainerEvent> WatchEvents(
        ProcedureContext context, [MaxLength(100)] string? engine = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var happened in EventMerge.FollowAsync(fleet.Engines(context.Caller, engine), clock.GetUtcNow(), cancellationToken).ConfigureAwait(false))
        {
            if (ContainerFleet.MaySee(context.Caller, happened.Connection, happened.Event))
            {
                yield return happened.Event;
            }
        }
    }

    /// <summary>Starts containers and says for each what it is doing then. One that runs already is left alone.</summary>
    /// <param name="containers">Names, ids or the start of ids, as docker.list shows them.</param>
    /// <param name="context">The run.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    [Mutation(DockerPermissions.Control, Effect.Change, Idempotent = true, CheckWith = "docker.list", DeadlineSeconds = ActionSeconds)]
    public Task<Outcomes<ContainerState>> Start(
        [MinLength(1), MaxLength(100)] IReadOnlyList<ContainerRef> containers, ProcedureContext context, CancellationToken cancellationToken = default) =>
        actions.StartAsync(containers, context, cancellationToken);

    /// <summary>Stops containers and says for each what it is doing then. One that is stopped already is left alone.</summary>
    /// <param name="containers">Names, ids or the start of ids, as docker.list shows them.</param>
    /// <param name="context">The run.</param>
    /// <param name="grace">Seconds for a clean stop before the container is killed.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    [Mutation(DockerPermissions.Control, Effect.Change, Idempotent = true, CheckWith = "docker.list", DeadlineSeconds = ActionSeconds)]
    public Task<Outcomes<ContainerState>> Stop(
        [MinLength(1), MaxLength(100)] IReadOnlyList<ContainerRef> containers, ProcedureContext context, [Range(0, 60)] int grace = 5, CancellationToken cancellationToken = default) =>
        actions.StopAsync(containers, TimeSpan.FromSeconds(grace), context, cancellationToken);

    /// <summary>Restarts containers and says for each whether it runs again. A stopped one is started.</summary>
    /// <param name="containers">Names, ids or the start of ids, as docker.list shows them.</param>
    /// <param name="context">The run.</param>
    /// <param name="grace">Seconds for a clean stop before the container is killed.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    [Mutation(DockerPermissions.Control, Effect.Change, CheckWith = "docker.list", DeadlineSeconds = ActionSeconds)]
    public Task<Outcomes<ContainerState>> Restart(
        [MinLength(1), MaxLength(100)] IReadOnlyList<ContainerRef> containers, ProcedureContext context, [Range(0, 60)] int grace = 5, CancellationToken cancellationToken = default) =>
        actions.RestartAsync(containers, TimeSpan.FromSeconds(grace), context, cancellationToken);

    /// <summary>Removes containers for good; their volumes stay. One that runs is only removed with force.</summary>
    /// <param name="containers">Names, ids or the start of ids, as docker.list shows them.</param>
    /// <param name="context">The run.</param>
    /// <param name="force">Whether to kill and remove containers that run.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    [Mutation(DockerPermissions.Remove, Effect.Destroy, CheckWith = "docker.list", DeadlineSeconds = ActionSeconds)]
    public Task<Outcomes<ContainerState>> Remove(
        [MinLength(1), MaxLength(100), Needs(Access.Full)] IReadOnlyList<ContainerRef> containers, ProcedureContext context, bool force = false, CancellationToken cancellationToken = default) =>
        actions.RemoveAsync(containers, force, context, cancellationToken);
}
