using System.Globalization;
using System.Text.Json;

namespace HomeDash.Integrations.Glances;

/// <summary>Turns what Glances says into what HomeDash shows.</summary>
internal static class GlancesMapping
{
    /// <summary>File systems that cannot fill up: made full, or in memory.</summary>
    private static readonly string[] Fixed = ["squashfs", "iso9660", "erofs", "udf", "tmpfs", "devtmpfs", "ramfs"];

    public static SystemState System(
        string integration, string? version, GlancesCpu cpu, GlancesMemory memory, GlancesSystem system, GlancesLoad? load, string? uptime, IReadOnlyList<GlancesInterface>? network) => new()
        {
            Integration = integration,
            Name = system.Hostname,
            OperatingSystem = system.LinuxDistro ?? system.HrName ?? system.OsName,
            MonitorVersion = version,
            CpuPercent = cpu.Measured,
            Cores = cpu.Cpucore,
            MemoryUsedBytes = memory.Used,
            MemoryTotalBytes = memory.Total,
            Load = load is null ? null : new(Math.Round(load.Min1, 2), Math.Round(load.Min5, 2), Math.Round(load.Min15, 2)),
            UptimeSeconds = uptime is null ? null : Seconds(uptime),
            Network = network is null ? null : Rate(network),
        };

    /// <summary>The same device may be mounted in many places, as within containers: the shortest path is the one that people know.</summary>
    public static IReadOnlyList<Disk> Disks(string integration, IReadOnlyList<GlancesFileSystem> disks, IReadOnlyDictionary<string, GlancesArray> arrays) =>
    [
        .. disks.Where(disk => disk.Size > 0 && !Fixed.Contains(disk.FsType))
            .GroupBy(disk => disk.DeviceName is { Length: > 0 } device && device.StartsWith('/') ? device : disk.MntPoint)
            .Select(device => device.MinBy(disk => disk.MntPoint.Length)!)
            .Select(disk => Disk.Of(integration, disk.MntPoint, disk.Used, disk.Free, disk.Size) with
            {
                Device = disk.DeviceName,
                FileSystem = disk.FsType,
                Health = IsArray(disk) && arrays.GetValueOrDefault(disk.DeviceName!.Split('/')[^1]) is { } array ? Health(array) : null,
            }),
    ];

    /// <summary>Whether it lies on an array of Linux.</summary>
    public static bool IsArray(GlancesFileSystem disk) => disk.DeviceName?.StartsWith("/dev/md", StringComparison.Ordinal) == true;

    public static IReadOnlyList<Sensor> Sensors(string integration, IReadOnlyList<GlancesSensor> sensors) =>
    [
        .. from sensor in sensors
           let kind = Kind(sensor)
           let value = Number(sensor.Value)
           where kind is not null && value is not null
           select kind == SensorKind.Fan
               ? new Sensor(integration, sensor.Label, SensorKind.Fan, value.Value)
               : new Sensor(integration, sensor.Label, SensorKind.Temperature, Celsius(sensor, value)!.Value, Celsius(sensor, Number(sensor.Warning)), Celsius(sensor, Number(sensor.Critical))),
    ];

    /// <summary>An uptime as Python writes it: <c>1:07:21</c> or <c>12 days, 1:07:21</c>.</summary>
    private static double? Seconds(string uptime)
    {
        var parts = uptime.Split(", ");
        var days = parts.Length == 2 && int.TryParse(parts[0].Split(' ')[0], CultureInfo.InvariantCulture, out var counted) ? counted : 0;
        return TimeSpan.TryParse(parts[^1], CultureInfo.InvariantCulture, out var time) ? Math.Round(TimeSpan.FromDays(days).Add(time).TotalSeconds) : null;
    }

    private static NetworkRate? Rate(IReadOnlyList<GlancesInterface> all)
    {
        var measured = NetworkNames.Physical(all.Where(one => one.TimeSinceUpdate > 0 && one.IsUp != false).ToArray(), one => one.InterfaceName);
        return measured.Count == 0
            ? null
            : new(Math.Round(measured.Sum(one => one.Received / one.TimeSinceUpdate!.Value)), Math.Round(measured.Sum(one => one.Sent / one.TimeSinceUpdate!.Value)));
    }

    private static DiskHealth? Health(GlancesArray array) =>
        Number(array.Available) is { } available && Number(array.Used) is { } used ? used < available ? DiskHealth.Degraded : DiskHealth.Good : null;

    private static SensorKind? Kind(GlancesSensor sensor) =>
        sensor.Type is { } type
            ? type.StartsWith("temperature", StringComparison.Ordinal) ? SensorKind.Temperature : type.StartsWith("fan", StringComparison.Ordinal) ? SensorKind.Fan : null
            : sensor.Unit switch { "C" or "F" => SensorKind.Temperature, "R" => SensorKind.Fan, _ => null };

    private static double? Celsius(GlancesSensor sensor, double? value) => sensor.Unit == "F" && value is { } fahrenheit ? Math.Round((fahrenheit - 32) / 1.8, 1) : value;

    private static double? Number(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number => value.GetDouble(),
        JsonValueKind.String when double.TryParse(value.GetString(), CultureInfo.InvariantCulture, out var number) => number,
        _ => null,
    };
}
