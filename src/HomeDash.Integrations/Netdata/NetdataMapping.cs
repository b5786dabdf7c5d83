using System.Globalization;

namespace HomeDash.Integrations.Netdata;

/// <summary>Turns Netdata's charts into what HomeDash shows. In the first seconds after its start charts and values are missing.</summary>
internal static class NetdataMapping
{
    private const double Mebi = 1 << 20;
    private const double Gibi = 1 << 30;

    /// <summary>Kilobits per second in bytes per second.</summary>
    private const double Kilobits = 1000 / 8.0;

    /// <summary>Where file systems live in memory.</summary>
    private static readonly string[] InMemory = ["/dev", "/run", "/sys", "/proc"];

    public static SystemState System(string integration, NetdataInfo info, IReadOnlyDictionary<string, NetdataChart> charts) => new()
    {
        Integration = integration,
        Name = info.MirroredHosts.FirstOrDefault() ?? integration,
        OperatingSystem = Known(info.OsName) ?? Known(info.ContainerOsName),
        MonitorVersion = info.Version.TrimStart('v'),
        CpuPercent = Cpu(charts),
        Cores = int.TryParse(info.CoresTotal, CultureInfo.InvariantCulture, out var cores) ? cores : null,
        MemoryUsedBytes = Bytes(Value(charts, "system.ram", "used"), Mebi),
        MemoryTotalBytes = long.TryParse(info.RamTotal, CultureInfo.InvariantCulture, out var total) ? total : null,
        Load = Value(charts, "system.load", "load1") is { } one && Value(charts, "system.load", "load5") is { } five && Value(charts, "system.load", "load15") is { } fifteen
            ? new(one, five, fifteen)
            : null,
        UptimeSeconds = Value(charts, "system.uptime", "uptime"),
        Network = Value(charts, "system.net", "InOctets", "received") is { } down && Value(charts, "system.net", "OutOctets", "sent") is { } up
            ? new(Math.Round(Math.Abs(down) * Kilobits), Math.Round(Math.Abs(up) * Kilobits))
            : null,
    };

    public static IReadOnlyList<Disk> Disks(string integration, IReadOnlyDictionary<string, NetdataChart> charts) =>
    [
        .. from chart in charts.Values
           where chart.Context == "disk.space" && chart.Family is not null && !InMemory.Any(folder => chart.Family == folder || chart.Family.StartsWith(folder + "/", StringComparison.Ordinal))
           let free = Bytes(Value(chart, "avail"), Gibi) ?? 0
           let used = Bytes(Value(chart, "used"), Gibi) ?? 0
           where free + used > 0
           select Disk.Of(integration, chart.Family!, used, free, used + free + (Bytes(Value(chart, "reserved_for_root"), Gibi) ?? 0)),
    ];

    public static IReadOnlyList<Sensor> Sensors(string integration, IReadOnlyDictionary<string, NetdataChart> charts) =>
    [
        .. from chart in charts.Values
           let kind = Kind(chart.Units)
           where kind is not null
           from dimension in chart.Dimensions.Values
           where dimension.Value is not null
           select new Sensor(integration, dimension.Name, kind!.Value, dimension.Value!.Value),
    ];

    /// <summary>Some answers have the idle time among the values, some leave it out: the sum of the others is right in both.</summary>
    private static double? Cpu(IReadOnlyDictionary<string, NetdataChart> charts) =>
        charts.TryGetValue("system.cpu", out var chart) && chart.Dimensions.Values.All(part => part.Value is not null)
            ? Math.Round(Math.Clamp(chart.Dimensions.Where(part => part.Key != "idle").Sum(part => part.Value.Value!.Value), 0, 100), 1)
            : null;

    private static double? Value(IReadOnlyDictionary<string, NetdataChart> charts, string chart, params string[] ids) =>
        charts.TryGetValue(chart, out var found) ? ids.Select(id => Value(found, id)).FirstOrDefault(value => value is not null) : null;

    private static double? Value(NetdataChart chart, string id) => chart.Dimensions.TryGetValue(id, out var dimension) ? dimension.Value : null;

    private static long? Bytes(double? value, double unit) => value is { } known ? (long)(known * unit) : null;

    private static string? Known(string? word) => word is null or "" or "unknown" ? null : word;

    private static SensorKind? Kind(string? units) => units switch
    {
        "Celsius" or "celsius" => SensorKind.Temperature,
        "Rotations/min" or "RPM" or "rpm" => SensorKind.Fan,
        _ => null,
    };
}
