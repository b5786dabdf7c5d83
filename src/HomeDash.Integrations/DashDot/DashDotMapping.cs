namespace HomeDash.Integrations.DashDot;

/// <summary>Turns what Dash. says into what HomeDash shows.</summary>
internal static class DashDotMapping
{
    public static SystemState System(string integration, DashDotInfo info, IReadOnlyList<DashDotCore>? cores, DashDotMemoryLoad? memory, DashDotNetworkLoad? network) => new()
    {
        Integration = integration,
        Name = integration,
        OperatingSystem = $"{info.Os.Distro} {info.Os.Release}".Trim() is { Length: > 0 } words ? words : null,
        MonitorVersion = info.Os.DashVersion,
        CpuPercent = cores is { Count: > 0 } && cores.All(core => core.Load is not null) ? Math.Round(cores.Average(core => core.Load!.Value), 1) : null,
        Cores = info.Cpu?.Threads is > 0 and var threads ? threads : cores?.Count,
        MemoryUsedBytes = (long?)memory?.Load,
        MemoryTotalBytes = info.Ram?.Size is > 0 and var size ? (long)size : null,
        UptimeSeconds = info.Os.Uptime is { } uptime ? Math.Round(uptime) : null,
        Network = network is { Down: { } down, Up: { } up } ? new(Math.Round(down), Math.Round(up)) : null,
    };

    /// <summary>Sizes and loads go together by their places. -1 stands for a disk that is not mounted.</summary>
    public static IReadOnlyList<Disk> Disks(string integration, IReadOnlyList<DashDotStorage> storage, IReadOnlyList<double> used) =>
    [
        .. storage.Zip(used)
            .Where(pair => pair.Second >= 0 && pair.First.Size >= pair.Second)
            .Select((pair, index) => Disk.Of(integration, Name(pair.First) ?? $"Storage {index + 1}", (long)pair.Second, (long)(pair.First.Size!.Value - pair.Second)) with
            {
                Device = pair.First.Disks is [{ Device: { } device }] ? device : null,
            }),
    ];

    /// <summary>Each core tells a temperature, often the same one; the hottest counts. 0 stands for none.</summary>
    public static IReadOnlyList<Sensor> Sensors(string integration, IReadOnlyList<DashDotCore> cores) =>
        cores.Max(core => core.Temp) is > 0 and var hottest ? [new(integration, "CPU", SensorKind.Temperature, hottest)] : [];

    private static string? Name(DashDotStorage storage) =>
        storage.RaidName is { Length: > 0 } raid ? raid
        : storage.Disks is { Length: > 0 } disks && disks.All(disk => disk.Device is not null) ? string.Join(", ", disks.Select(disk => disk.Device))
        : null;
}
