namespace HomeDash.Integrations.Docker.Wire;

/// <summary>An item of <c>GET /images/json</c>.</summary>
internal sealed record EngineStoredImage(string? Id, string[]? RepoTags, long Created, long Size);

/// <summary>An item of <c>GET /networks</c>.</summary>
internal sealed record EngineStoredNetwork(string? Id, string? Name, string? Driver, bool Internal, EngineAddresses? IPAM);

/// <summary>The addresses of a network.</summary>
internal sealed record EngineAddresses(EngineSubnet[]? Config);

/// <summary>A range of addresses.</summary>
internal sealed record EngineSubnet(string? Subnet);

/// <summary><c>GET /volumes</c>, and the volumes of <c>GET /system/df</c>, which knows their sizes.</summary>
internal sealed record EngineVolumes(EngineStoredVolume[]? Volumes);

/// <summary>A volume.</summary>
internal sealed record EngineStoredVolume(string? Name, string? Driver, string? CreatedAt, EngineVolumeUsage? UsageData);

/// <summary>What a volume uses; -1 when it was not measured.</summary>
internal sealed record EngineVolumeUsage(long Size);

/// <summary>The part of <c>GET /containers/{id}/json?size=1</c> that tells what a container has written.</summary>
internal sealed record EngineWritten(long? SizeRw);
