using System.ComponentModel.DataAnnotations;
using System.Runtime.CompilerServices;
using HomeDash.Procedures;

namespace HomeDash;

/// <summary>Containers on the connected Docker engines.</summary>
[Router("docker", Noun = "container")]
internal sealed class DockerRouter(
    ContainerFleet fleet, ContainerActions actions, ContainerRecreation recreation, ImagePull pull, UpdateCheck updates, UsageFeed usages, EngineLists lists, EngineCleanup cleanup, TimeProvider clock)
{
    private const double ActionSeconds = 90;

    /// <summary>An image may be gigabytes.</summary>
    private const double PullSeconds = 1800;

    /// <summary>Lists containers on all engines, stopped ones too, with state, image, ports, labels, processor and memory use, sorted by name.</summary>
    /// <param name="context">The run.</param>
    /// <param name="state">Only containers in this state.</param>
    /// <param name="search">Only containers with this text in their name, title or image.</param>
    /// <param name="engine">Only containers on the engine with this name.</param>
    /// <param name="hidden">Whether to list those too whose label homedash.hide is true.</param>
    /// <param name="usage">Whether to measure processor and memory use, which takes about two seconds.</param>
    /// <param name="limit">How many containers at most.</param>
    /// <param name="cursor">Where to go on: <c>next</c> of the page before.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    [Query(DockerPermissions.View, DeadlineSeconds = 12)]
    [Resource("homedash://docker/containers", Title = "Containers", Input = """{"usage":false,"limit":200}""", Topics = ["docker.container", "docker.engine", "integration"])]
    public async Task<ContainerList> List(
        ProcedureContext context,
        RunState? state = null,
        [MaxLength(100)] string? search = null,
        [MaxLength(100)] string? engine = null,
        bool hidden = false,
        bool usage = true,
        [Range(1, 200)] int limit = 100,
        [MaxLength(600)] string? cursor = null,
        CancellationToken cancellationToken = default)
    {
        var after = cursor is null ? null : ListPosition.Read(cursor, "docker.list");
        var survey = await fleet.SurveyAsync(context.Caller, engine, cancellationToken).ConfigureAwait(false);
        var fitting = survey.Containers
            .Where(found => state is null || found.Container.State == state)
            .Where(found => hidden || !found.Container.Hidden)
            .Where(found => search is null
                || found.Container.Name.Contains(search, StringComparison.OrdinalIgnoreCase)
                || found.Container.Title?.Contains(search, StringComparison.OrdinalIgnoreCase) == true
                || found.Container.Image.Contains(search, StringComparison.OrdinalIgnoreCase))
            .OrderBy(ListPosition.Of)
            .ToArray();
        var rest = fitting.Where(found => after is null || ListPosition.Of(found).CompareTo(after) > 0).ToArray();
        var page = rest.Take(limit).ToArray();
        return new(
            await UsageSurvey.CompleteAsync(page, usage, cancellationToken).ConfigureAwait(false),
            fitting.Length,
            survey.Engines,
            rest.Length > page.Length ? ListPosition.Of(page[^1]).Write() : null);
    }

    /// <summary>Lists the compose projects with their containers. Where containers are named, project:NAME names all of a project.</summary>
    /// <param name="context">The run.</param>
    /// <param name="engine">Only projects on the engine with this name.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    [Query(DockerPermissions.View, Title = "List compose projects")]
    public async Task<ProjectList> Projects(ProcedureContext context, [MaxLength(100)] string? engine = null, CancellationToken cancellationToken = default)
    {
        var survey = await fleet.SurveyAsync(context.Caller, engine, cancellationToken).ConfigureAwait(false);
        return new(ContainerProject.Of(survey.Containers), survey.Engines);
    }

    /// <summary>Shows all there is to know of a container: command, names of environment variables, mounts, networks, restart policy, exit code, health.</summary>
    /// <param name="container">A name, an id or the start of one, as docker.list shows them.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    [Query(DockerPermissions.View)]
    [Resource("homedash://docker/container/{container}", Topics = ["docker.container", "docker.engine"])]
    public Task<ContainerDetails> Get(ContainerRef container, CancellationToken cancellationToken = default) =>
        fleet.EngineOf(container).Client.GetAsync(container.Resolved!.Id, cancellationToken);

    /// <summary>Reads the last lines of a container's log, oldest first.</summary>
    /// <param name="container">A name, an id or the start of one, as docker.list shows them.</param>
    /// <param name="tail">How many lines at most.</param>
    /// <param name="since">Only lines from this time on.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    [Query(DockerPermissions.View, Title = "Read container logs")]
    [Resource("homedash://docker/container/{container}/logs", Title = "Container logs", Lines = "lines", Topics = ["docker.container"])]
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

    /// <summary>Streams what running containers use, measured every three seconds or so while somebody watches.</summary>
    /// <param name="context">The run.</param>
    /// <param name="containers">Only these; all when left out.</param>
    /// <param name="engine">Only containers on the engine with this name.</param>
    /// <param name="cancellationToken">Ends the stream.</param>
    [Subscription(DockerPermissions.View, Title = "Watch container usage")]
    public IAsyncEnumerable<ContainerStats> Stats(
        ProcedureContext context,
        [MinLength(1), MaxLength(100)] IReadOnlyList<ContainerRef>? containers = null,
        [MaxLength(100)] string? engine = null,
        CancellationToken cancellationToken = default) =>
        usages.FollowAsync(context.Caller, engine, containers, cancellationToken);

    /// <summary>Tells which containers have a newer image in its registry, and why where that cannot be told. Registries are asked at most every 15 minutes.</summary>
    /// <param name="context">The run.</param>
    /// <param name="containers">Only these; all when left out.</param>
    /// <param name="engine">Only containers on the engine with this name.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    [Query(DockerPermissions.View, Title = "Check for container updates", DeadlineSeconds = 60)]
    public Task<ContainerUpdates> Updates(
        ProcedureContext context,
        [MinLength(1), MaxLength(100)] IReadOnlyList<ContainerRef>? containers = null,
        [MaxLength(100)] string? engine = null,
        CancellationToken cancellationToken = default) =>
        updates.CheckAsync(context.Caller, engine, containers, cancellationToken);

    /// <summary>Lists images on all engines with their names, size and the containers that use them.</summary>
    /// <param name="context">The run.</param>
    /// <param name="engine">Only images on the engine with this name.</param>
    /// <param name="unused">Whether to leave out those that containers use.</param>
    /// <param name="limit">How many images at most.</param>
    /// <param name="cursor">Where to go on: <c>next</c> of the page before.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    [Query(DockerPermissions.View, Title = "List images")]
    public Task<ImageList> Images(
        ProcedureContext context, [MaxLength(100)] string? engine = null, bool unused = false, [Range(1, 200)] int limit = 100, [MaxLength(600)] string? cursor = null, CancellationToken cancellationToken = default) =>
        lists.ImagesAsync(context.Caller, new(engine, unused, limit, cursor), cancellationToken);

    /// <summary>Lists networks on all engines with their driver, addresses and the containers on them.</summary>
    /// <param name="context">The run.</param>
    /// <param name="engine">Only networks on the engine with this name.</param>
    /// <param name="unused">Whether to leave out those that containers use, and the engine's own.</param>
    /// <param name="limit">How many networks at most.</param>
    /// <param name="cursor">Where to go on: <c>next</c> of the page before.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    [Query(DockerPermissions.View, Title = "List networks")]
    public Task<NetworkList> Networks(
        ProcedureContext context, [MaxLength(100)] string? engine = null, bool unused = false, [Range(1, 200)] int limit = 100, [MaxLength(600)] string? cursor = null, CancellationToken cancellationToken = default) =>
        lists.NetworksAsync(context.Caller, new(engine, unused, limit, cursor), cancellationToken);

    /// <summary>Lists volumes on all engines with their size and the containers that use them.</summary>
    /// <param name="context">The run.</param>
    /// <param name="engine">Only volumes on the engine with this name.</param>
    /// <param name="unused">Whether to leave out those that containers use.</param>
    /// <param name="limit">How many volumes at most.</param>
    /// <param name="cursor">Where to go on: <c>next</c> of the page before.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    [Query(DockerPermissions.View, Title = "List volumes", DeadlineSeconds = 30)]
    public Task<VolumeList> Volumes(
        ProcedureContext context, [MaxLength(100)] string? engine = null, bool unused = false, [Range(1, 200)] int limit = 100, [MaxLength(600)] string? cursor = null, CancellationToken cancellationToken = default) =>
        lists.VolumesAsync(context.Caller, new(engine, unused, limit, cursor), cancellationToken);

    /// <summary>Shows what docker.prune would remove from an engine and how many bytes that would free.</summary>
    /// <param name="engine">The engine that is looked at.</param>
    /// <param name="kinds">What to look for; all but volumes when left out.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    [Query(DockerPermissions.View, Title = "Show what is unused", DeadlineSeconds = 60)]
    public Task<LeftoverList> Unused(
        IntegrationRef engine, [MinLength(1)] IReadOnlyList<LeftoverKind>? kinds = null, CancellationToken cancellationToken = default) =>
        cleanup.FindAsync(engine, kinds, cancellationToken);

    /// <summary>Removes what is unused from an engine: stopped containers, images without a name, networks; volumes only when they are named. docker.unused shows it first.</summary>
    /// <param name="engine">The engine that is cleaned up.</param>
    /// <param name="context">The run.</param>
    /// <param name="kinds">What to remove; all but volumes when left out.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    [Mutation(DockerPermissions.Remove, Effect.Destroy, Title = "Remove what is unused", CheckWith = "docker.unused", DeadlineSeconds = 300)]
    public Task<CleanupReport> Prune(
        [Needs(Access.Full)] IntegrationRef engine, ProcedureContext context, [MinLength(1)] IReadOnlyList<LeftoverKind>? kinds = null, CancellationToken cancellationToken = default) =>
        cleanup.PruneAsync(engine, kinds, context, cancellationToken);

    /// <summary>Removes images, networks or volumes that no container uses, for good.</summary>
    /// <param name="engine">The engine that they are on.</param>
    /// <param name="kind">Whether they are images, networks or volumes.</param>
    /// <param name="names">Their names or ids, as the lists show them.</param>
    /// <param name="context">The run.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    [Mutation(DockerPermissions.Remove, Effect.Destroy, Title = "Discard images, networks, volumes", CheckWith = "docker.unused", DeadlineSeconds = ActionSeconds)]
    public Task<CleanupReport> Discard(
        [Needs(Access.Full)] IntegrationRef engine, StoredKind kind, [MinLength(1), MaxLength(100)] IReadOnlyList<string> names, ProcedureContext context, CancellationToken cancellationToken = default) =>
        cleanup.DiscardAsync(engine, kind, names, context, cancellationToken);

    /// <summary>Starts containers and says for each what it is doing then. One that runs already is left alone.</summary>
    /// <param name="containers">Names, ids, the start of ids, or project:NAME, as docker.list shows them.</param>
    /// <param name="context">The run.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    [Mutation(DockerPermissions.Control, Effect.Change, Idempotent = true, CheckWith = "docker.list", DeadlineSeconds = ActionSeconds)]
    public Task<Outcomes<ContainerState>> Start(
        [MinLength(1), MaxLength(100)] IReadOnlyList<ContainerRef> containers, ProcedureContext context, CancellationToken cancellationToken = default) =>
        actions.StartAsync(containers, context, cancellationToken);

    /// <summary>Stops containers and says for each what it is doing then. One that is stopped already is left alone.</summary>
    /// <param name="containers">Names, ids, the start of ids, or project:NAME, as docker.list shows them.</param>
    /// <param name="context">The run.</param>
    /// <param name="grace">Seconds for a clean stop before the container is killed.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    [Mutation(DockerPermissions.Control, Effect.Change, Idempotent = true, CheckWith = "docker.list", DeadlineSeconds = ActionSeconds)]
    public Task<Outcomes<ContainerState>> Stop(
        [MinLength(1), MaxLength(100)] IReadOnlyList<ContainerRef> containers, ProcedureContext context, [Range(0, 60)] int grace = 5, CancellationToken cancellationToken = default) =>
        actions.StopAsync(containers, TimeSpan.FromSeconds(grace), context, cancellationToken);

    /// <summary>Restarts containers and says for each whether it runs again. A stopped one is started.</summary>
    /// <param name="containers">Names, ids, the start of ids, or project:NAME, as docker.list shows them.</param>
    /// <param name="context">The run.</param>
    /// <param name="grace">Seconds for a clean stop before the container is killed.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    [Mutation(DockerPermissions.Control, Effect.Change, CheckWith = "docker.list", DeadlineSeconds = ActionSeconds)]
    public Task<Outcomes<ContainerState>> Restart(
        [MinLength(1), MaxLength(100)] IReadOnlyList<ContainerRef> containers, ProcedureContext context, [Range(0, 60)] int grace = 5, CancellationToken cancellationToken = default) =>
        actions.RestartAsync(containers, TimeSpan.FromSeconds(grace), context, cancellationToken);

    /// <summary>Pauses running containers: their processes stand still and keep their memory.</summary>
    /// <param name="containers">Names, ids, the start of ids, or project:NAME, as docker.list shows them.</param>
    /// <param name="context">The run.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    [Mutation(DockerPermissions.Control, Effect.Change, Idempotent = true, CheckWith = "docker.list", DeadlineSeconds = ActionSeconds)]
    public Task<Outcomes<ContainerState>> Pause(
        [MinLength(1), MaxLength(100)] IReadOnlyList<ContainerRef> containers, ProcedureContext context, CancellationToken cancellationToken = default) =>
        actions.PauseAsync(containers, context, cancellationToken);

    /// <summary>Lets paused containers go on where they stood.</summary>
    /// <param name="containers">Names, ids, the start of ids, or project:NAME, as docker.list shows them.</param>
    /// <param name="context">The run.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    [Mutation(DockerPermissions.Control, Effect.Change, Idempotent = true, CheckWith = "docker.list", DeadlineSeconds = ActionSeconds)]
    public Task<Outcomes<ContainerState>> Unpause(
        [MinLength(1), MaxLength(100)] IReadOnlyList<ContainerRef> containers, ProcedureContext context, CancellationToken cancellationToken = default) =>
        actions.UnpauseAsync(containers, context, cancellationToken);

    /// <summary>Pulls an image from its registry. Containers go on with the old one until docker.recreate.</summary>
    /// <param name="engine">The engine that fetches it.</param>
    /// <param name="image">Its name, for example nginx:1.27; the tag is latest when left out.</param>
    /// <param name="context">The run.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    [Mutation(DockerPermissions.Update, Effect.Change, Idempotent = true, Title = "Pull image", CheckWith = "docker.updates", DeadlineSeconds = PullSeconds)]
    public Task<PulledImage> Pull(
        IntegrationRef engine, [MinLength(1), MaxLength(500)] string image, ProcedureContext context, CancellationToken cancellationToken = default) =>
        pull.PullAsync(engine, image, context, cancellationToken);

    /// <summary>Makes containers anew from the image of the same name, with the same configuration and volumes. What was written inside and not to a volume is lost. If a new one does not come up, the old one is put back. Those that use the network of a container must be named with it.</summary>
    /// <param name="containers">Names, ids, the start of ids, or project:NAME, as docker.list shows them.</param>
    /// <param name="context">The run.</param>
    /// <param name="pull">Whether to pull their images first.</param>
    /// <param name="grace">Seconds for a clean stop before the old container is killed.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    [Mutation(DockerPermissions.Update, Effect.Destroy, CheckWith = "docker.list", DeadlineSeconds = PullSeconds)]
    public Task<Outcomes<ContainerState>> Recreate(
        [MinLength(1), MaxLength(20), Needs(Access.Full)] IReadOnlyList<ContainerRef> containers,
        ProcedureContext context,
        bool pull = false,
        [Range(0, 60)] int grace = 10,
        CancellationToken cancellationToken = default) =>
        recreation.RecreateAsync(containers, pull, TimeSpan.FromSeconds(grace), context, cancellationToken);

    /// <summary>Removes containers for good; their volumes stay. One that runs is only removed with force.</summary>
    /// <param name="containers">Names, ids, the start of ids, or project:NAME, as docker.list shows them.</param>
    /// <param name="context">The run.</param>
    /// <param name="force">Whether to kill and remove containers that run.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    [Mutation(DockerPermissions.Remove, Effect.Destroy, CheckWith = "docker.list", DeadlineSeconds = ActionSeconds)]
    public Task<Outcomes<ContainerState>> Remove(
        [MinLength(1), MaxLength(100), Needs(Access.Full)] IReadOnlyList<ContainerRef> containers, ProcedureContext context, bool force = false, CancellationToken cancellationToken = default) =>
        actions.RemoveAsync(containers, force, context, cancellationToken);
}
