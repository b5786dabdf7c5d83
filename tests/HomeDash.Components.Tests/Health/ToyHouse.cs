using HomeDash.Procedures;

namespace HomeDash.Components.Tests.Health;

/// <summary>A machine and a cluster in one, in memory; fails when it is told to.</summary>
internal sealed class ToyHouse : ISystemMonitor, ICluster, IIntegrationKind, IIntegrationClient
{
    public string Kind => "toyHouse";

    public string Title => "Toy house";

    public string ExampleUrl => "toy://house";

    public IReadOnlyList<IReadOnlyList<CredentialField>> Credentials => [[]];

    public string? CredentialsHint => null;

    public Type Client => typeof(ToyHouse);

    /// <summary>What every call fails with; null to work.</summary>
    public ProcedureException? Failure { get; set; }

    public double Cpu { get; set; } = 12.5;

    public long Used { get; set; } = 30;

    public IIntegrationClient Connect(Integration integration) => this;

    public Task<ServiceVersion> TestAsync(CancellationToken cancellationToken) => Working(new ServiceVersion("Toy house", "1.0"));

    public Task<SystemState> SystemAsync(CancellationToken cancellationToken) => Working(new SystemState
    {
        Integration = "Attic",
        Name = "nas",
        CpuPercent = Cpu,
        Cores = 4,
        MemoryUsedBytes = 4L << 30,
        MemoryTotalBytes = 16L << 30,
        UptimeSeconds = 7300,
        Load = new(0.5, 1, 1.5),
        Network = new(2048, 1024),
    });

    public Task<IReadOnlyList<Disk>> DisksAsync(CancellationToken cancellationToken) => Working<IReadOnlyList<Disk>>([Disk.Of("Attic", "/media", Used << 30, (100 - Used) << 30)]);

    public Task<IReadOnlyList<Sensor>> SensorsAsync(CancellationToken cancellationToken) =>
        Working<IReadOnlyList<Sensor>>([new("Attic", "Package id 0", SensorKind.Temperature, 48, 84), new("Attic", "fan1", SensorKind.Fan, 900)]);

    public Task<ClusterState> ClusterAsync(CancellationToken cancellationToken) => Working(new ClusterState(
        "Attic", [new("pve1", NodeStatus.Online, 12.8)], [new(101, "pihole", GuestKind.Container, "pve1", GuestStatus.Stopped)], [new("tank", "pve1", true, true, "nfs", 50, 100, 50)], "8.2"));

    private Task<T> Working<T>(T value) => Failure is null ? Task.FromResult(value) : Task.FromException<T>(Failure);
}
