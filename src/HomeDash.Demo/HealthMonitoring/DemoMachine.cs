namespace HomeDash.Demo;

/// <summary>A machine in memory: busy in waves, warm when it is busy, with a disk that fills up while it runs.</summary>
internal sealed class DemoMachine(string name, TimeProvider clock) : ISystemMonitor, IIntegrationClient
{
    private const long Giga = 1_000_000_000;

    private readonly DateTimeOffset startedAt = clock.GetUtcNow().AddDays(-41).AddHours(-3);

    public Task<ServiceVersion> TestAsync(CancellationToken cancellationToken) => Task.FromResult(new ServiceVersion("Demo machine", "1.0"));

    public Task<SystemState> SystemAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return Task.FromResult(new SystemState
        {
            Integration = name,
            Name = "nas",
            OperatingSystem = "Debian GNU/Linux 12",
            MonitorVersion = "1.0",
            CpuPercent = Math.Round(Tide.At(now, 6, 58, 70), 1),
            Cores = 8,
            MemoryUsedBytes = (long)(Tide.At(now, 9.5, 12.5, 240) * Giga),
            MemoryTotalBytes = 32 * Giga,
            Load = new(Math.Round(Tide.At(now, 0.4, 3.9, 70), 2), Math.Round(Tide.At(now, 0.9, 2.6, 200), 2), 1.42),
            UptimeSeconds = Math.Round((now - startedAt).TotalSeconds),
            Network = new(Math.Round(Tide.At(now, 0.2, 14, 30) * 1_000_000), Math.Round(Tide.At(now, 0.1, 3, 45) * 1_000_000)),
        });
    }

    public Task<IReadOnlyList<Disk>> DisksAsync(CancellationToken cancellationToken)
    {
        var written = (long)((clock.GetUtcNow() - startedAt).TotalSeconds * 20_000);
        return Task.FromResult<IReadOnlyList<Disk>>(
        [
            Disk.Of(name, "/", 61 * Giga, 179 * Giga) with { Device = "/dev/nvme0n1p2", FileSystem = "ext4" },
            Disk.Of(name, "/media", (14_600 * Giga) + written, (1_400 * Giga) - written) with { Device = "/dev/md0", FileSystem = "ext4", Health = DiskHealth.Good },
            Disk.Of(name, "/backup", 3_100 * Giga, 4_900 * Giga) with { Device = "/dev/sdd1", FileSystem = "btrfs" },
        ]);
    }

    public Task<IReadOnlyList<Sensor>> SensorsAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return Task.FromResult<IReadOnlyList<Sensor>>(
        [
            new(name, "Package id 0", SensorKind.Temperature, Math.Round(Tide.At(now, 41, 63, 70)), 84, 100),
            new(name, "nvme0n1", SensorKind.Temperature, Math.Round(Tide.At(now, 38, 45, 300)), 70, 85),
            new(name, "sda", SensorKind.Temperature, Math.Round(Tide.At(now, 33, 37, 500)), 55, 60),
            new(name, "fan1", SensorKind.Fan, Math.Round(Tide.At(now, 780, 1240, 70))),
        ]);
    }
}
