using HomeDash.Components.Shared;
using HomeDash.Procedures;
using Microsoft.AspNetCore.Components;

namespace HomeDash.Components.Health;

/// <summary>The report on top, and below it what the monitors tell: machines as they live, disks, sensors and clusters a little slower.</summary>
public sealed partial class HealthPage
{
    private static readonly TimeSpan ReportInterval = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan ReadInterval = TimeSpan.FromSeconds(15);

    private readonly Load<HealthReport> report;
    private readonly Load<SystemList> systems;
    private readonly Load<DiskList> disks;
    private readonly Load<SensorList> sensors;
    private readonly Load<ClusterList> clusters;
    private Caller visitor = Procedures.Caller.Nobody;
    private bool looking;
    private string? problem;

    /// <summary>Made by Blazor.</summary>
    public HealthPage()
    {
        report = new(cancellationToken => Caller.HealthMonitoring.ReportAsync(cancellationToken));
        systems = new(cancellationToken => Caller.HealthMonitoring.SystemsAsync(cancellationToken: cancellationToken));
        disks = new(cancellationToken => Caller.HealthMonitoring.DisksAsync(cancellationToken: cancellationToken));
        sensors = new(cancellationToken => Caller.HealthMonitoring.SensorsAsync(cancellationToken: cancellationToken));
        clusters = new(cancellationToken => Caller.HealthMonitoring.ClusterAsync(cancellationToken: cancellationToken));
    }

    [Inject]
    private HomeDashCaller Caller { get; set; } = null!;

    [Inject]
    private ICallerSource Visitor { get; set; } = null!;

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        if (!Alive)
        {
            return;
        }

        visitor = await Visitor.GetAsync(Gone);
        Follow("docker.container", LookAsync);
        Every(ReportInterval, LookAsync);
        Every(ReadInterval, RefreshAsync);
        Watch(systems, cancellationToken => Caller.HealthMonitoring.WatchAsync(cancellationToken: cancellationToken));
        await Task.WhenAll(LookAsync(), RefreshAsync());
    }

    private async Task LookAsync()
    {
        looking = true;
        StateHasChanged();
        await report.RunAsync(Gone);
        looking = false;
        StateHasChanged();
    }

    // Each is shown as soon as it is there: one that hangs must not hide the others.
    private Task RefreshAsync() => Task.WhenAll(RefreshAsync(disks), RefreshAsync(sensors), RefreshAsync(clusters));

    private bool MayRun(NextCall next) => next.Procedure switch
    {
        "docker.restart" or "docker.start" => visitor.Holds(DockerPermissions.Control),
        "integration.test" => visitor.Holds(IntegrationPermissions.Manage),
        _ => false,
    };

    private async Task RunAsync(NextCall next)
    {
        try
        {
            problem = next.Procedure switch
            {
                "docker.restart" => Said(await Caller.Docker.RestartAsync(Containers(next), cancellationToken: Gone)),
                "docker.start" => Said(await Caller.Docker.StartAsync(Containers(next), Gone)),
                _ => (await Caller.Integration.TestAsync(new(next.Input.GetProperty("integration").GetString()!), Gone)).Message,
            };
        }
        catch (ProcedureException failure)
        {
            problem = failure.Error.Message;
        }

        await LookAsync();
    }

    private static IReadOnlyList<ContainerRef> Containers(NextCall next) =>
        [.. next.Input.GetProperty("containers").EnumerateArray().Select(name => new ContainerRef(name.GetString()!))];

    private static string? Said(Outcomes<ContainerState> outcomes) => outcomes.Items.FirstOrDefault(item => !item.Ok)?.Message;
}
