namespace HomeDash.Integrations.Docker.Wire;

/// <summary>An item of <c>GET /containers/json</c>.</summary>
internal sealed record EngineContainer(
    string? Id,
    string[]? Names,
    string? Image,
    string? ImageID,
    long Created,
    EnginePort[]? Ports,
    Dictionary<string, string>? Labels,
    string? State,
    string? Status,
    EngineMount[]? Mounts,
    EngineNetworkSettings? NetworkSettings);

/// <summary>A port of an <see cref="EngineContainer"/>.</summary>
internal sealed record EnginePort(string? IP, int PrivatePort, int? PublicPort, string? Type);
