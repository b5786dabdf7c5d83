namespace HomeDash;

/// <summary>Something that happened to a container.</summary>
/// <param name="Time">When it happened, UTC.</param>
/// <param name="Action">What, in Docker's words: <c>start</c>, <c>die</c>, <c>restart</c>, <c>destroy</c>, <c>health_status: healthy</c>, …</param>
/// <param name="ContainerId">The container's full id.</param>
/// <param name="ContainerName">The container's name.</param>
/// <param name="Engine">The name of the engine it is on.</param>
/// <param name="ExitCode">What its process ended with, for <c>die</c>.</param>
public sealed record ContainerEvent(DateTimeOffset Time, string Action, string ContainerId, string ContainerName, string Engine, int? ExitCode = null);

/// <summary>What happened to containers.</summary>
/// <param name="Items">The last events, oldest first.</param>
/// <param name="Engines">Which engines answered.</param>
public sealed record ContainerEvents(IReadOnlyList<ContainerEvent> Items, IReadOnlyList<EngineReport> Engines);
