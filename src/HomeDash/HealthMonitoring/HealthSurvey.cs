using HomeDash.Procedures;

namespace HomeDash;

/// <summary>Asks the monitors and clusters that a caller may use, all at the same time.</summary>
internal sealed class HealthSurvey(IntegrationFleet fleet)
{
    /// <summary>What each machine is busy with.</summary>
    public Task<Answers<SystemState>> SystemsAsync(Caller caller, IReadOnlyList<IntegrationRef>? named, CancellationToken cancellationToken) =>
        AskAsync<ISystemMonitor, SystemState>(caller, named, "system", (monitor, token) => monitor.SystemAsync(token), cancellationToken);

    /// <summary>The file systems of each machine.</summary>
    public Task<Answers<IReadOnlyList<Disk>>> DisksAsync(Caller caller, IReadOnlyList<IntegrationRef>? named, CancellationToken cancellationToken) =>
        AskAsync<ISystemMonitor, IReadOnlyList<Disk>>(caller, named, "disks", (monitor, token) => monitor.DisksAsync(token), cancellationToken);

    /// <summary>The sensors of each machine.</summary>
    public Task<Answers<IReadOnlyList<Sensor>>> SensorsAsync(Caller caller, IReadOnlyList<IntegrationRef>? named, CancellationToken cancellationToken) =>
        AskAsync<ISystemMonitor, IReadOnlyList<Sensor>>(caller, named, "sensors", (monitor, token) => monitor.SensorsAsync(token), cancellationToken);

    /// <summary>Each cluster.</summary>
    public Task<Answers<ClusterState>> ClustersAsync(Caller caller, IReadOnlyList<IntegrationRef>? named, CancellationToken cancellationToken) =>
        AskAsync<ICluster, ClusterState>(caller, named, "cluster", (cluster, token) => cluster.ClusterAsync(token), cancellationToken);

    private Task<Answers<T>> AskAsync<TCapability, T>(
        Caller caller, IReadOnlyList<IntegrationRef>? named, string what, Func<TCapability, CancellationToken, Task<T>> read, CancellationToken cancellationToken)
        where TCapability : class
        where T : class =>
        fleet.AskAsync(fleet.Usable<TCapability>(caller, named), what, read, cancellationToken);
}
