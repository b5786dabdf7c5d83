using HomeDash.Procedures;

namespace HomeDash;

/// <summary>Sensors that are hot: by the limits that the machine names, or else by common sense.</summary>
internal sealed class SensorsPart(HealthSurvey survey) : IReportPart
{
    private const double Hot = 85;
    private const double TooHot = 95;

    public string Area => "sensors";

    public string Permission => HealthMonitoringPermissions.View;

    public async Task<PartReport> LookAsync(Caller caller, CancellationToken cancellationToken) =>
        PartReport.Of(Area, await survey.SensorsAsync(caller, null, cancellationToken).ConfigureAwait(false), sensors => sensors, Judge, "There is no monitor of machines that you may use");

    private Finding? Judge(Integration integration, Sensor sensor)
    {
        if (sensor.Kind != SensorKind.Temperature || sensor.Value < (sensor.HighAt ?? Math.Min(Hot, sensor.CriticalAt ?? Hot)))
        {
            return null;
        }

        var severity = sensor.Value >= (sensor.CriticalAt ?? TooHot) ? Severity.Critical : Severity.Warning;
        return new(
            severity, Area, sensor.Name, integration.Name,
            string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{sensor.Name} of {integration.Name} is {sensor.Value:0} °C hot."),
            "See what the machine is busy with, and that its fans turn and are clean.",
            [NextCall.ForEach("healthMonitoring.systems", "integrations", integration.Name, "It shows what the machine is busy with.")]);
    }
}
