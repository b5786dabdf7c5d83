using System.Text.Json.Serialization;

namespace HomeDash.Integrations.Docker.Wire;

/// <summary><c>GET /containers/{id}/stats</c>: two samples of the processor, one of the memory.</summary>
internal sealed record EngineStats(
    [property: JsonPropertyName("cpu_stats")] EngineCpu? Cpu,
    [property: JsonPropertyName("precpu_stats")] EngineCpu? Before,
    [property: JsonPropertyName("memory_stats")] EngineMemory? Memory);

/// <summary>A sample of the processor, in nanoseconds since the beginning.</summary>
internal sealed record EngineCpu(
    [property: JsonPropertyName("cpu_usage")] EngineCpuUsage? Usage,
    [property: JsonPropertyName("system_cpu_usage")] ulong? System,
    [property: JsonPropertyName("online_cpus")] int? Online);

/// <summary>What a container used of the processor.</summary>
internal sealed record EngineCpuUsage(
    [property: JsonPropertyName("total_usage")] ulong Total,
    [property: JsonPropertyName("percpu_usage")] ulong[]? PerCpu);

/// <summary>What a container uses of the memory, in bytes.</summary>
internal sealed record EngineMemory(
    [property: JsonPropertyName("usage")] long? Usage,
    [property: JsonPropertyName("limit")] ulong? Limit,
    [property: JsonPropertyName("stats")] EngineMemoryParts? Parts);

/// <summary>The file cache that can be given back: cgroup v1 names it one way, v2 the other.</summary>
internal sealed record EngineMemoryParts(
    [property: JsonPropertyName("total_inactive_file")] long? TotalInactiveFile,
    [property: JsonPropertyName("inactive_file")] long? InactiveFile);
