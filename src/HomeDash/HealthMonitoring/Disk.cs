namespace HomeDash;

/// <summary>A file system of a machine.</summary>
/// <param name="Integration">The name of the integration that watches it.</param>
/// <param name="Name">Where it is mounted, for example <c>/</c>, or what the service calls it.</param>
/// <param name="UsedBytes">What is used, in bytes.</param>
/// <param name="FreeBytes">What can still be written, in bytes.</param>
/// <param name="TotalBytes">Its size in bytes; more than used and free together where the system keeps a part for itself.</param>
/// <param name="UsedPercent">How full it is, in percent of what can be used: used / (used + free).</param>
/// <param name="Device">The device, for example <c>/dev/sda1</c>.</param>
/// <param name="FileSystem">The kind of file system, for example <c>ext4</c>.</param>
/// <param name="Health">Whether its devices are well; absent when the service does not know.</param>
public sealed record Disk(
    string Integration,
    string Name,
    long UsedBytes,
    long FreeBytes,
    long TotalBytes,
    double UsedPercent,
    string? Device = null,
    string? FileSystem = null,
    DiskHealth? Health = null)
{
    /// <summary>A file system, with how full it is.</summary>
    /// <param name="integration">The name of the integration that watches it.</param>
    /// <param name="name">Where it is mounted.</param>
    /// <param name="used">What is used, in bytes.</param>
    /// <param name="free">What can still be written, in bytes.</param>
    /// <param name="total">Its size in bytes; used and free together when left out.</param>
    public static Disk Of(string integration, string name, long used, long free, long? total = null) =>
        new(integration, name, used, free, total ?? used + free, used + free > 0 ? Math.Round(100.0 * used / (used + free), 1) : 0);
}

/// <summary>Whether the devices of a disk are well.</summary>
public enum DiskHealth
{
    /// <summary>All of them work.</summary>
    Good,

    /// <summary>An array has lost a device and works without it.</summary>
    Degraded,
}
