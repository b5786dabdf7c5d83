namespace HomeDash;

/// <summary>A cluster of machines that run virtual machines and containers.</summary>
[Capability("healthMonitoring")]
public interface ICluster
{
    /// <summary>The cluster as it is now.</summary>
    /// <exception cref="Procedures.ProcedureException">With a reason of the service.</exception>
    Task<ClusterState> ClusterAsync(CancellationToken cancellationToken);
}
