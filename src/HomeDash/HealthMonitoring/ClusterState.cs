namespace HomeDash;

/// <summary>A cluster of machines that run virtual machines and containers.</summary>
/// <param name="Integration">The name of the integration.</param>
/// <param name="Nodes">Its machines, by name.</param>
/// <param name="Guests">The virtual machines and containers, by name; no templates.</param>
/// <param name="Storage">Where they are stored, by name.</param>
/// <param name="Version">The version of its software; absent when it is not told.</param>
public sealed record ClusterState(
    string Integration, IReadOnlyList<ClusterNode> Nodes, IReadOnlyList<ClusterGuest> Guests, IReadOnlyList<ClusterStorage> Storage, string? Version = null);

/// <summary>A machine of a cluster.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Status">Whether it is there.</param>
/// <param name="CpuPercent">Processor use in percent of all cores, 0 to 100.</param>
/// <param name="Cores">How many processor cores it has.</param>
/// <param name="MemoryUsedBytes">Memory in use in bytes.</param>
/// <param name="MemoryTotalBytes">All of its memory in bytes.</param>
/// <param name="UptimeSeconds">How long it has been running, in seconds.</param>
public sealed record ClusterNode(
    string Name, NodeStatus Status, double? CpuPercent = null, int? Cores = null, long? MemoryUsedBytes = null, long? MemoryTotalBytes = null, double? UptimeSeconds = null);

/// <summary>A virtual machine or a container of a cluster.</summary>
/// <param name="Id">Its number in the cluster.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Kind">Which of the two it is.</param>
/// <param name="Node">The machine that it is on.</param>
/// <param name="Status">What it is doing.</param>
/// <param name="CpuPercent">Processor use in percent of its cores, 0 to 100.</param>
/// <param name="Cores">How many processor cores it may use.</param>
/// <param name="MemoryUsedBytes">Memory in use in bytes.</param>
/// <param name="MemoryTotalBytes">The most memory it may use, in bytes.</param>
/// <param name="DiskUsedBytes">What it has written, in bytes; absent for virtual machines, of which the cluster does not know.</param>
/// <param name="DiskTotalBytes">The size of its disk in bytes.</param>
/// <param name="UptimeSeconds">How long it has been running, in seconds.</param>
/// <param name="HighAvailability">What the cluster's manager of high availability says of it, for example <c>started</c> or <c>error</c>.</param>
public sealed record ClusterGuest(
    int Id,
    string Name,
    GuestKind Kind,
    string Node,
    GuestStatus Status,
    double? CpuPercent = null,
    int? Cores = null,
    long? MemoryUsedBytes = null,
    long? MemoryTotalBytes = null,
    long? DiskUsedBytes = null,
    long? DiskTotalBytes = null,
    double? UptimeSeconds = null,
    string? HighAvailability = null);

/// <summary>A place of a cluster where disks and backups are stored.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Node">The machine that it is on; the first one for storage that all share.</param>
/// <param name="Available">Whether it can be reached.</param>
/// <param name="Shared">Whether all machines share it.</param>
/// <param name="Kind">Its technology, for example <c>zfspool</c>.</param>
/// <param name="UsedBytes">What is used, in bytes.</param>
/// <param name="TotalBytes">Its size in bytes.</param>
/// <param name="UsedPercent">How full it is, in percent.</param>
public sealed record ClusterStorage(
    string Name, string Node, bool Available, bool Shared, string? Kind = null, long? UsedBytes = null, long? TotalBytes = null, double? UsedPercent = null);

/// <summary>Whether a machine of a cluster is there.</summary>
public enum NodeStatus
{
    /// <summary>It works with the others.</summary>
    Online,

    /// <summary>The others do not reach it.</summary>
    Offline,

    /// <summary>The cluster does not know.</summary>
    Unknown,
}

/// <summary>What runs in a cluster.</summary>
public enum GuestKind
{
    /// <summary>A virtual machine.</summary>
    VirtualMachine,

    /// <summary>A system container.</summary>
    Container,
}

/// <summary>What a guest of a cluster is doing.</summary>
public enum GuestStatus
{
    /// <summary>It is running.</summary>
    Running,

    /// <summary>It is stopped.</summary>
    Stopped,

    /// <summary>It is frozen.</summary>
    Paused,

    /// <summary>The cluster does not know, as when its machine is away.</summary>
    Unknown,
}
