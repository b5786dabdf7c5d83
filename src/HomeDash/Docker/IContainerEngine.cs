using HomeDash.Procedures;

namespace HomeDash;

/// <summary>
/// A container engine. Every method names a container by its full id, and throws <see cref="ProcedureException"/> with
/// reason <c>target_not_found</c>, <c>wrong_state</c>, <c>unreachable</c>, <c>untrusted</c>, <c>timeout</c> or
/// <c>service_failed</c>.
/// </summary>
[Capability("docker")]
public interface IContainerEngine : IImageEngine, IEngineStore
{
    /// <summary>What the engine is; also the quickest way to see whether it answers.</summary>
    Task<EngineVersion> VersionAsync(CancellationToken cancellationToken);

    /// <summary>All containers, stopped ones too, in one quick call: without <see cref="Container.StartedAt"/> and usage.</summary>
    Task<IReadOnlyList<Container>> ListAsync(CancellationToken cancellationToken);

    /// <summary>All there is to know of one container.</summary>
    Task<ContainerDetails> GetAsync(string id, CancellationToken cancellationToken);

    /// <summary>What a running container uses now, from two samples about a second apart; null when it does not run.</summary>
    Task<ContainerUsage?> UsageAsync(string id, CancellationToken cancellationToken);

    /// <summary>What a container wrote; with <see cref="LogRange.Follow"/> also what it will write, until it stops.</summary>
    IAsyncEnumerable<LogLine> LogsAsync(string id, LogRange range, CancellationToken cancellationToken);

    /// <summary>What happened to the engine's containers; without an end also what will happen. Commands run inside containers are left out.</summary>
    /// <param name="from">Where to begin.</param>
    /// <param name="until">Where to end; null to go on until cancelled.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    IAsyncEnumerable<ContainerEvent> EventsAsync(DateTimeOffset from, DateTimeOffset? until, CancellationToken cancellationToken);

    /// <summary>Starts a container.</summary>
    /// <returns>False when it ran already.</returns>
    [Writes]
    Task<bool> StartAsync(string id, CancellationToken cancellationToken);

    /// <summary>Stops a container.</summary>
    /// <param name="id">Which one.</param>
    /// <param name="grace">How long it may take for a clean stop before it is killed.</param>
    /// <param name="cancellationToken">Stops waiting; the engine goes on.</param>
    /// <returns>False when it was stopped already.</returns>
    [Writes]
    Task<bool> StopAsync(string id, TimeSpan grace, CancellationToken cancellationToken);

    /// <summary>Stops and starts a container; a stopped one is started.</summary>
    /// <param name="id">Which one.</param>
    /// <param name="grace">How long it may take for a clean stop before it is killed.</param>
    /// <param name="cancellationToken">Stops waiting; the engine goes on.</param>
    [Writes]
    Task RestartAsync(string id, TimeSpan grace, CancellationToken cancellationToken);

    /// <summary>Freezes a running container.</summary>
    [Writes]
    Task PauseAsync(string id, CancellationToken cancellationToken);

    /// <summary>Lets a frozen container go on.</summary>
    [Writes]
    Task UnpauseAsync(string id, CancellationToken cancellationToken);

    /// <summary>Gives a container another name.</summary>
    [Writes]
    Task RenameAsync(string id, string name, CancellationToken cancellationToken);

    /// <summary>
    /// Makes a container as another one was made: configuration, networks and volumes, those without a name too. What the
    /// other's image decided, the image of the new one decides. It is not started, and nothing is left when it fails.
    /// </summary>
    /// <param name="id">The other one.</param>
    /// <param name="name">The name of the new one.</param>
    /// <param name="networkOf">The id of the container whose network the new one uses, where the other one used that of a container; null for the same.</param>
    /// <param name="cancellationToken">Stops waiting; the engine goes on.</param>
    /// <returns>The id of the new one.</returns>
    [Writes]
    Task<string> CreateLikeAsync(string id, string name, string? networkOf, CancellationToken cancellationToken);

    /// <summary>Removes a container; its volumes stay.</summary>
    /// <param name="id">Which one.</param>
    /// <param name="force">Kill it first when it runs.</param>
    /// <param name="cancellationToken">Stops waiting; the engine goes on.</param>
    [Writes]
    Task RemoveAsync(string id, bool force, CancellationToken cancellationToken);
}

/// <summary>What a container engine says of itself.</summary>
/// <param name="Product">The engine's version, for example <c>26.1.5</c>.</param>
/// <param name="Api">The version of its interface that HomeDash speaks with it; null when it names none.</param>
public sealed record EngineVersion(string Product, string? Api);

/// <summary>Which part of a log.</summary>
/// <param name="Tail">At most this many of the last lines.</param>
/// <param name="Since">Only lines from this time on.</param>
/// <param name="Follow">Go on with what is written from now on.</param>
public sealed record LogRange(int Tail, DateTimeOffset? Since = null, bool Follow = false);
