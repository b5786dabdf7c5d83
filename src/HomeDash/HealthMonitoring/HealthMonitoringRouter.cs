using System.ComponentModel.DataAnnotations;
using HomeDash.Procedures;

namespace HomeDash;

/// <summary>The health of the house: machines, disks, sensors, clusters, and one report on what is broken.</summary>
[Router("healthMonitoring", Noun = "health")]
internal sealed class HealthMonitoringRouter(HealthSurvey survey, HealthReporter reporter, Watch watch)
{
    private const int MostNamed = 50;

    /// <summary>Answers "is anything broken?" for the whole house in one call: containers, integrations, disks, sensors, clusters; each finding with what to do next, and what could not be looked at.</summary>
    /// <param name="context">The run.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    [Query(HealthMonitoringPermissions.View, Title = "Report what is broken", DeadlineSeconds = 9)]
    [Resource("homedash://health", Title = "What is broken", Topics = ["docker.container", "docker.engine", "integration", "integration.pulse"])]
    public Task<HealthReport> Report(ProcedureContext context, CancellationToken cancellationToken = default) => reporter.ReportAsync(context.Caller, cancellationToken);

    /// <summary>Shows what each watched machine is busy with: processor, memory, load, uptime, network rates.</summary>
    /// <param name="context">The run.</param>
    /// <param name="integrations">Only these, by name; all when left out.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    [Query(HealthMonitoringPermissions.View, Title = "Show systems")]
    public async Task<SystemList> Systems(
        ProcedureContext context, [MinLength(1), MaxLength(MostNamed)] IReadOnlyList<IntegrationRef>? integrations = null, CancellationToken cancellationToken = default)
    {
        var answers = await survey.SystemsAsync(context.Caller, integrations, cancellationToken).ConfigureAwait(false);
        return new([.. answers.Values.Select(answer => answer.Value).OrderBy(system => system.Name, StringComparer.OrdinalIgnoreCase)], answers.Reports);
    }

    /// <summary>Lists the file systems of the watched machines, the fullest first: used, free and total bytes, percent, health where it is known.</summary>
    /// <param name="context">The run.</param>
    /// <param name="integrations">Only these, by name; all when left out.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    [Query(HealthMonitoringPermissions.View, Title = "List disks")]
    public async Task<DiskList> Disks(
        ProcedureContext context, [MinLength(1), MaxLength(MostNamed)] IReadOnlyList<IntegrationRef>? integrations = null, CancellationToken cancellationToken = default)
    {
        var answers = await survey.DisksAsync(context.Caller, integrations, cancellationToken).ConfigureAwait(false);
        return new([.. answers.Values.SelectMany(answer => answer.Value).OrderByDescending(disk => disk.UsedPercent)], answers.Reports);
    }

    /// <summary>Lists temperatures in °C, the hottest first, and fans of the watched machines.</summary>
    /// <param name="context">The run.</param>
    /// <param name="integrations">Only these, by name; all when left out.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    [Query(HealthMonitoringPermissions.View, Title = "List sensors")]
    public async Task<SensorList> Sensors(
        ProcedureContext context, [MinLength(1), MaxLength(MostNamed)] IReadOnlyList<IntegrationRef>? integrations = null, CancellationToken cancellationToken = default)
    {
        var answers = await survey.SensorsAsync(context.Caller, integrations, cancellationToken).ConfigureAwait(false);
        return new([.. answers.Values.SelectMany(answer => answer.Value).OrderBy(sensor => sensor.Kind).ThenByDescending(sensor => sensor.Value)], answers.Reports);
    }

    /// <summary>Shows Proxmox clusters: nodes, virtual machines, containers and storage with their status and use.</summary>
    /// <param name="context">The run.</param>
    /// <param name="integrations">Only these, by name; all when left out.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    [Query(HealthMonitoringPermissions.View, Title = "Show clusters")]
    public async Task<ClusterList> Cluster(
        ProcedureContext context, [MinLength(1), MaxLength(MostNamed)] IReadOnlyList<IntegrationRef>? integrations = null, CancellationToken cancellationToken = default)
    {
        var answers = await survey.ClustersAsync(context.Caller, integrations, cancellationToken).ConfigureAwait(false);
        return new([.. answers.Values.Select(answer => answer.Value).OrderBy(cluster => cluster.Integration, StringComparer.OrdinalIgnoreCase)], answers.Reports);
    }

    /// <summary>Streams what healthMonitoring.systems shows, every few seconds.</summary>
    /// <param name="context">The run.</param>
    /// <param name="integrations">Only these, by name; all when left out.</param>
    /// <param name="cancellationToken">Ends the stream.</param>
    [Subscription(HealthMonitoringPermissions.View, Title = "Watch systems")]
    public IAsyncEnumerable<SystemList> Watch(
        ProcedureContext context, [MinLength(1), MaxLength(MostNamed)] IReadOnlyList<IntegrationRef>? integrations = null, CancellationToken cancellationToken = default) =>
        watch.FollowAsync(token => Systems(context, integrations, token), cancellationToken);
}
