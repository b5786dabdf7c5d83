using HomeDash.Procedures;

namespace HomeDash;

/// <summary>Machines and what they are busy with.</summary>
/// <param name="Items">The machines, by name.</param>
/// <param name="Integrations">How each integration fared: what one that did not answer contributes is old, or missing.</param>
public sealed record SystemList(IReadOnlyList<SystemState> Items, IReadOnlyList<IntegrationReport> Integrations) : IOutcomes
{
    bool IOutcomes.AllFailed => IntegrationReport.NoneAnswered(Integrations);
}

/// <summary>File systems and how full they are.</summary>
/// <param name="Items">The file systems, the fullest first.</param>
/// <param name="Integrations">How each integration fared: what one that did not answer contributes is old, or missing.</param>
public sealed record DiskList(IReadOnlyList<Disk> Items, IReadOnlyList<IntegrationReport> Integrations) : IOutcomes
{
    bool IOutcomes.AllFailed => IntegrationReport.NoneAnswered(Integrations);
}

/// <summary>Temperatures and fans.</summary>
/// <param name="Items">The sensors: temperatures, the hottest first, then fans.</param>
/// <param name="Integrations">How each integration fared: what one that did not answer contributes is old, or missing.</param>
public sealed record SensorList(IReadOnlyList<Sensor> Items, IReadOnlyList<IntegrationReport> Integrations) : IOutcomes
{
    bool IOutcomes.AllFailed => IntegrationReport.NoneAnswered(Integrations);
}

/// <summary>Clusters with their machines, guests and storage.</summary>
/// <param name="Items">The clusters, by the names of their integrations.</param>
/// <param name="Integrations">How each integration fared: what one that did not answer contributes is old, or missing.</param>
public sealed record ClusterList(IReadOnlyList<ClusterState> Items, IReadOnlyList<IntegrationReport> Integrations) : IOutcomes
{
    bool IOutcomes.AllFailed => IntegrationReport.NoneAnswered(Integrations);
}
