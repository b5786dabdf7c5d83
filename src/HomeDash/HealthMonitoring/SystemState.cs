namespace HomeDash;

/// <summary>What a machine is busy with.</summary>
public sealed record SystemState
{
    /// <summary>The name of the integration that watches it.</summary>
    public required string Integration { get; init; }

    /// <summary>What the machine calls itself.</summary>
    public required string Name { get; init; }

    /// <summary>Its operating system; absent when it is not told.</summary>
    public string? OperatingSystem { get; init; }

    /// <summary>The version of the service that watches it; absent when it is not told.</summary>
    public string? MonitorVersion { get; init; }

    /// <summary>Processor use in percent of all cores, 0 to 100; absent until it has been measured.</summary>
    public double? CpuPercent { get; init; }

    /// <summary>How many processor cores it has.</summary>
    public int? Cores { get; init; }

    /// <summary>Memory in use in bytes, without caches that can be given back.</summary>
    public long? MemoryUsedBytes { get; init; }

    /// <summary>All of its memory in bytes.</summary>
    public long? MemoryTotalBytes { get; init; }

    /// <summary>How many processes wanted to run, on average; absent when it is not told.</summary>
    public LoadAverage? Load { get; init; }

    /// <summary>How long it has been running, in seconds.</summary>
    public double? UptimeSeconds { get; init; }

    /// <summary>What goes over its network; absent until it has been measured.</summary>
    public NetworkRate? Network { get; init; }
}

/// <summary>How many processes wanted to run, on average.</summary>
/// <param name="One">Over the last minute.</param>
/// <param name="Five">Over the last five minutes.</param>
/// <param name="Fifteen">Over the last fifteen minutes.</param>
public sealed record LoadAverage(double One, double Five, double Fifteen);

/// <summary>What goes over a network.</summary>
/// <param name="DownBytesPerSecond">What comes in, in bytes per second.</param>
/// <param name="UpBytesPerSecond">What goes out, in bytes per second.</param>
public sealed record NetworkRate(double DownBytesPerSecond, double UpBytesPerSecond);
