using System.Text.Json.Serialization;

namespace HomeDash.Integrations.DashDot;

/// <summary>GET /info. What a widget that is off would show is missing or empty.</summary>
internal sealed record DashDotInfo(DashDotSystem Os, DashDotProcessor? Cpu = null, DashDotMemory? Ram = null, DashDotStorage[]? Storage = null);

/// <summary>The operating system; the uptime in seconds.</summary>
internal sealed record DashDotSystem(string? Distro = null, string? Release = null, double? Uptime = null, [property: JsonPropertyName("dash_version")] string? DashVersion = null);

/// <summary>The processor; 0 threads when the widget is off.</summary>
internal sealed record DashDotProcessor(int? Threads = null);

/// <summary>The memory, in bytes.</summary>
internal sealed record DashDotMemory(double? Size = null);

/// <summary>A disk or array, in bytes.</summary>
internal sealed record DashDotStorage(double? Size = null, DashDotDisk[]? Disks = null, string? RaidName = null);

/// <summary>A device of a disk or array.</summary>
internal sealed record DashDotDisk(string? Device = null, string? Brand = null);

/// <summary>A core of GET /load/cpu: use in percent, temperature in °C or nothing.</summary>
internal sealed record DashDotCore(double? Load = null, double? Temp = null);

/// <summary>GET /load/ram, in bytes.</summary>
internal sealed record DashDotMemoryLoad(double? Load = null);

/// <summary>GET /load/network, in bytes per second.</summary>
internal sealed record DashDotNetworkLoad(double? Up = null, double? Down = null);
