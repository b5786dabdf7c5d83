namespace HomeDash;

/// <summary>A container, as a list shows it.</summary>
public sealed record Container
{
    /// <summary>Its full id, 64 hexadecimal digits.</summary>
    public required string Id { get; init; }

    /// <summary>Its name, without a leading slash.</summary>
    public required string Name { get; init; }

    /// <summary>The name of the engine it is on.</summary>
    public required string Engine { get; init; }

    /// <summary>The image it was made from, as it was named then.</summary>
    public required string Image { get; init; }

    /// <summary>The id of that image; absent when the engine does not say.</summary>
    public string? ImageId { get; init; }

    /// <summary>What it is doing.</summary>
    public required RunState State { get; init; }

    /// <summary>The engine's own words for the state, for example <c>Up 3 hours (healthy)</c>.</summary>
    public required string Status { get; init; }

    /// <summary>What its health check says.</summary>
    public required ContainerHealth Health { get; init; }

    /// <summary>When it was made, UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was last started, UTC; absent when it never was. A restart moves it.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>Its ports and where they are published.</summary>
    public IReadOnlyList<ContainerPort> Ports { get; init; } = [];

    /// <summary>What the label <c>homedash.name</c> calls it; absent without one.</summary>
    public string? Title { get; init; }

    /// <summary>Address of its picture, from the label <c>homedash.icon</c>; absent without one.</summary>
    public string? Icon { get; init; }

    /// <summary>Where a browser opens it, from the label <c>homedash.href</c>; absent without one.</summary>
    public string? Href { get; init; }

    /// <summary>Whether the label <c>homedash.hide</c> asks to leave it out of lists.</summary>
    public bool Hidden { get; init; }

    /// <summary>The compose project that it belongs to; absent when it belongs to none.</summary>
    public string? Project { get; init; }

    /// <summary>Which service of the project it is.</summary>
    public string? Service { get; init; }

    /// <summary>Its labels by their keys.</summary>
    public IReadOnlyDictionary<string, string> Labels { get; init; } = new Dictionary<string, string>();

    /// <summary>Processor use in percent, where 100 is one core: four busy cores are 400. Absent when it does not run.</summary>
    public double? CpuPercent { get; init; }

    /// <summary>Memory in use in bytes, without the file cache that can be given back. Absent when it does not run.</summary>
    public long? MemoryBytes { get; init; }

    /// <summary>The most memory it may use in bytes; the machine's memory when it has no limit of its own.</summary>
    public long? MemoryLimitBytes { get; init; }
}

/// <summary>What a container is doing.</summary>
public enum RunState
{
    /// <summary>Made, never started.</summary>
    Created,

    /// <summary>Running.</summary>
    Running,

    /// <summary>Frozen.</summary>
    Paused,

    /// <summary>Being started again by its restart policy.</summary>
    Restarting,

    /// <summary>Stopped.</summary>
    Exited,

    /// <summary>Broken: the engine could not remove it.</summary>
    Dead,

    /// <summary>Being removed.</summary>
    Removing,

    /// <summary>No longer there.</summary>
    Removed,

    /// <summary>The engine uses a word that HomeDash does not know.</summary>
    Unknown,
}

/// <summary>What a health check says.</summary>
public enum ContainerHealth
{
    /// <summary>There is no health check, or the container does not run.</summary>
    None,

    /// <summary>Not decided yet.</summary>
    Starting,

    /// <summary>Well.</summary>
    Healthy,

    /// <summary>The check failed several times.</summary>
    Unhealthy,
}

/// <summary>A port of a container.</summary>
/// <param name="PrivatePort">The port inside.</param>
/// <param name="Protocol">For example <c>tcp</c>.</param>
/// <param name="PublicPort">The port of the machine that leads to it; absent when none does.</param>
/// <param name="Ip">The machine's address on which it listens; absent when it is not published.</param>
public sealed record ContainerPort(int PrivatePort, string Protocol, int? PublicPort = null, string? Ip = null);

/// <summary>What a container uses.</summary>
/// <param name="CpuPercent">Processor use in percent, where 100 is one core.</param>
/// <param name="MemoryBytes">Memory in use in bytes, without the file cache that can be given back.</param>
/// <param name="MemoryLimitBytes">The most it may use in bytes; null when the engine names none.</param>
public sealed record ContainerUsage(double CpuPercent, long MemoryBytes, long? MemoryLimitBytes);
