namespace HomeDash;

/// <summary>What a sensor of a machine shows.</summary>
/// <param name="Integration">The name of the integration that watches it.</param>
/// <param name="Name">What the sensor is called, for example <c>Package id 0</c>.</param>
/// <param name="Kind">What it measures.</param>
/// <param name="Value">Degrees Celsius for a temperature, turns per minute for a fan.</param>
/// <param name="HighAt">From where on the machine says that it is too much.</param>
/// <param name="CriticalAt">From where on the machine says that it takes harm.</param>
public sealed record Sensor(string Integration, string Name, SensorKind Kind, double Value, double? HighAt = null, double? CriticalAt = null);

/// <summary>What a sensor measures.</summary>
public enum SensorKind
{
    /// <summary>A temperature, in degrees Celsius.</summary>
    Temperature,

    /// <summary>A fan, in turns per minute.</summary>
    Fan,
}
