using HomeDash.Procedures;

namespace HomeDash;

/// <summary>Machines of a cluster that are away, guests that it cannot keep running, storage that is away or nearly full.</summary>
internal sealed class ClusterPart(HealthSurvey survey) : IReportPart
{
    public string Area => "clusters";

    public string Permission => HealthMonitoringPermissions.View;

    public async Task<PartReport> LookAsync(Caller caller, CancellationToken cancellationToken)
    {
        var answers = await survey.ClustersAsync(caller, null, cancellationToken).ConfigureAwait(false);
        var report = PartReport.Of<ClusterState, ClusterState>(Area, answers, cluster => [cluster], (_, _) => null, "There is no cluster that you may use");
        return report with { Findings = [.. answers.Values.SelectMany(answer => Judge(answer.Integration, answer.Value))] };
    }

    private IEnumerable<Finding> Judge(Integration integration, ClusterState cluster)
    {
        foreach (var node in cluster.Nodes.Where(node => node.Status == NodeStatus.Offline))
        {
            yield return Found(Severity.Critical, node.Name, $"The node {node.Name} of {integration.Name} is offline.", "See that the machine runs and reaches the others.");
        }

        foreach (var guest in cluster.Guests.Where(guest => guest.HighAvailability == "error"))
        {
            yield return Found(Severity.Critical, guest.Name, $"{integration.Name} cannot keep {guest.Name} running.", "Look into its task log in the cluster's own pages.");
        }

        foreach (var storage in cluster.Storage)
        {
            if (!storage.Available)
            {
                yield return Found(Severity.Critical, storage.Name, $"The storage {storage.Name} on {storage.Node} of {integration.Name} cannot be reached.", "See that its disks or its server are there.");
            }
            else if (Fullness.Of(storage.UsedPercent) is { } severity)
            {
                yield return Found(
                    severity, storage.Name, $"The storage {storage.Name} on {storage.Node} of {integration.Name} is {Fullness.Say(storage.UsedPercent!.Value)} full.", "Delete old backups and disks of guests that are gone, or make it larger.");
            }
        }

        Finding Found(Severity severity, string subject, string problem, string advice) => new(
            severity, Area, subject, integration.Name, problem, advice,
            [NextCall.ForEach("healthMonitoring.cluster", "integrations", integration.Name, "It shows nodes, guests and storage.")]);
    }
}
