using HomeDash.Integrations.Docker.Wire;

namespace HomeDash.Integrations.Docker;

/// <summary>What <c>docker stats</c> shows, computed as it does.</summary>
internal static class UsageMath
{
    /// <summary>Processor and memory use; null when the container does not run.</summary>
    /// <param name="before">The earlier sample.</param>
    /// <param name="now">The later answer.</param>
    public static ContainerUsage? Of(EngineCpu? before, EngineStats now) =>
        now is { Cpu: { Usage: { } used, System: { } system } cpu, Memory: { Usage: { } memory } parts }
            ? new(Percent(before, used, system, cpu.Online), memory - Reclaimable(parts, memory), Limit(parts.Limit))
            : null;

    /// <summary>Whether an answer holds an earlier sample to compare with: Podman sends an empty one, and so does the first answer after a start.</summary>
    public static bool HasEarlierSample(EngineStats stats) => stats.Before is { System: > 0 };

    private static double Percent(EngineCpu? before, EngineCpuUsage used, ulong system, int? online)
    {
        if (before is not { Usage: { } usedBefore, System: { } systemBefore } || system <= systemBefore || used.Total <= usedBefore.Total)
        {
            return 0;
        }

        // Engines before API 1.27 do not say how many cores there are; under cgroup v1 they list each.
        var cores = online is > 0 ? online.Value : Math.Max(1, used.PerCpu?.Length ?? 1);
        return Math.Round((used.Total - usedBefore.Total) / (double)(system - systemBefore) * cores * 100, 2);
    }

    private static long Reclaimable(EngineMemory memory, long usage)
    {
        var cache = memory.Parts?.TotalInactiveFile ?? memory.Parts?.InactiveFile ?? 0;
        return cache < usage ? cache : 0;
    }

    private static long? Limit(ulong? limit) => limit is > 0 and <= long.MaxValue ? (long)limit.Value : null;
}
