namespace HomeDash.Integrations.Docker.Wire;

/// <summary><c>GET /containers/{id}/json</c>. The values of environment variables are read only to be dropped.</summary>
internal sealed record EngineInspection(
    string? Id,
    string? Name,
    string? Created,
    string? Image,
    string? Path,
    string[]? Args,
    EngineState? State,
    int RestartCount,
    EngineConfig? Config,
    EngineHostConfig? HostConfig,
    EngineMount[]? Mounts,
    EngineNetworkSettings? NetworkSettings);

/// <summary>The state of an <see cref="EngineInspection"/>.</summary>
internal sealed record EngineState(
    string? Status, int ExitCode, string? Error, string? StartedAt, string? FinishedAt, EngineHealth? Health);

/// <summary>The health of an <see cref="EngineState"/>.</summary>
internal sealed record EngineHealth(string? Status, EngineHealthRun[]? Log);

/// <summary>A run of a health check.</summary>
internal sealed record EngineHealthRun(string? End, int ExitCode, string? Output);

/// <summary>What a container was made with.</summary>
internal sealed record EngineConfig(string? Image, bool Tty, string[]? Env, Dictionary<string, string>? Labels);

/// <summary>How a container is run.</summary>
internal sealed record EngineHostConfig(EngineRestartPolicy? RestartPolicy, bool AutoRemove, string? NetworkMode);

/// <summary>When a container is started again.</summary>
internal sealed record EngineRestartPolicy(string? Name);

/// <summary>Something mounted.</summary>
internal sealed record EngineMount(string? Type, string? Name, string? Source, string? Destination, bool RW);

/// <summary>The network side of an <see cref="EngineInspection"/>; a port that is not published has no bindings.</summary>
internal sealed record EngineNetworkSettings(Dictionary<string, EngineBinding[]?>? Ports, Dictionary<string, EngineNetwork?>? Networks);

/// <summary>Where a port is published.</summary>
internal sealed record EngineBinding(string? HostIp, string? HostPort);

/// <summary>A container's place on a network.</summary>
internal sealed record EngineNetwork(string? IPAddress);
