namespace HomeDash.Demo;

/// <summary>A cluster in memory: two machines with some guests, of which not all run.</summary>
internal sealed class DemoCluster(string name, TimeProvider clock) : ICluster, IIntegrationClient
{
    private const long Gibi = 1L << 30;

    private readonly DateTimeOffset startedAt = clock.GetUtcNow().AddDays(-12);

    public Task<ServiceVersion> TestAsync(CancellationToken cancellationToken) => Task.FromResult(new ServiceVersion("Demo cluster", "8.2"));

    public Task<ClusterState> ClusterAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var uptime = Math.Round((now - startedAt).TotalSeconds);
        return Task.FromResult(new ClusterState(
            name,
            [
                new("pve1", NodeStatus.Online, Wave(9, 35, 80), 8, (long)(Tide.At(now, 14, 18, 300) * Gibi), 32 * Gibi, uptime),
                new("pve2", NodeStatus.Online, Wave(3, 20, 110), 4, (long)(Tide.At(now, 5, 7, 200) * Gibi), 16 * Gibi, uptime - 3600),
            ],
            [
                new(101, "home-assistant", GuestKind.VirtualMachine, "pve1", GuestStatus.Running, Wave(2, 12, 60), 2, 3 * Gibi, 4 * Gibi, null, 32 * Gibi, uptime),
                new(103, "mail", GuestKind.Container, "pve2", GuestStatus.Running, Wave(1, 6, 90), 1, Gibi / 2, Gibi, 5 * Gibi, 16 * Gibi, uptime - 7200),
                new(102, "pihole", GuestKind.Container, "pve2", GuestStatus.Running, Wave(1, 4, 40), 1, Gibi / 5, Gibi / 2, Gibi, 8 * Gibi, uptime - 3600, "started"),
                new(104, "windows", GuestKind.VirtualMachine, "pve1", GuestStatus.Stopped, 0, 4, 0, 8 * Gibi, null, 64 * Gibi, 0),
            ],
            [
                new("local", "pve1", true, false, "dir", 31 * Gibi, 94 * Gibi, 33),
                new("tank", "pve1", true, true, "nfs", 2_400 * Gibi, 3_600 * Gibi, 66.7),
            ],
            "8.2"));

        double Wave(double low, double high, double seconds) => Math.Round(Tide.At(now, low, high, seconds), 1);
    }
}
