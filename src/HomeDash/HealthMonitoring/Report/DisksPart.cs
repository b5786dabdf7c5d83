using HomeDash.Procedures;

namespace HomeDash;

/// <summary>Disks that are nearly full, or have lost a device.</summary>
internal sealed class DisksPart(HealthSurvey survey) : IReportPart
{
    public string Area => "disks";

    public string Permission => HealthMonitoringPermissions.View;

    public async Task<PartReport> LookAsync(Caller caller, CancellationToken cancellationToken) =>
        PartReport.Of(Area, await survey.DisksAsync(caller, null, cancellationToken).ConfigureAwait(false), disks => disks, Judge, "There is no monitor of machines that you may use");

    private Finding? Judge(Integration integration, Disk disk)
    {
        var next = NextCall.ForEach("healthMonitoring.disks", "integrations", integration.Name, "It shows what is used and free.");
        return disk.Health == DiskHealth.Degraded
            ? new(Severity.Critical, Area, disk.Name, integration.Name, $"The array {disk.Name} of {integration.Name} has lost a device.", "Replace the broken device before another one fails.", [next])
            : Fullness.Of(disk.UsedPercent) is { } severity
                ? new(severity, Area, disk.Name, integration.Name, $"{disk.Name} of {integration.Name} is {Fullness.Say(disk.UsedPercent)} full.", "Delete or move what is not needed, or make it larger.", [next])
                : null;
    }
}

/// <summary>From where on what stores data counts as nearly full.</summary>
internal static class Fullness
{
    private const double Nearly = 90;
    private const double Almost = 97;

    /// <summary>How bad it is; null while there is room.</summary>
    public static Severity? Of(double? percent) => percent switch
    {
        >= Almost => Severity.Critical,
        >= Nearly => Severity.Warning,
        _ => null,
    };

    /// <summary>A percentage in words: <c>97.5 %</c>.</summary>
    public static string Say(double percent) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{percent:0.#} %");
}
