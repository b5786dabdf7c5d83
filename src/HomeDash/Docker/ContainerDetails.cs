namespace HomeDash;

/// <summary>All there is to know of a container. Values of environment variables are never part of it: they hold secrets.</summary>
public sealed record ContainerDetails
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

    /// <summary>Whether the engine removes it once it stops.</summary>
    public bool AutoRemove { get; init; }

    /// <summary>What it is doing.</summary>
    public required RunState State { get; init; }

    /// <summary>What its health check says.</summary>
    public required ContainerHealth Health { get; init; }

    /// <summary>When it was made, UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was last started, UTC; absent when it never was. A restart moves it.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>When it last ended, UTC; absent when it never did.</summary>
    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>What its process ended with; absent while it runs and when it never did. 137 is killed, 143 is asked to stop.</summary>
    public int? ExitCode { get; init; }

    /// <summary>Why the engine could not start it; absent when it could.</summary>
    public string? Error { get; init; }

    /// <summary>How often its restart policy has started it again.</summary>
    public int RestartCount { get; init; }

    /// <summary>When the engine starts it again by itself: <c>no</c>, <c>always</c>, <c>unless-stopped</c> or <c>on-failure</c>.</summary>
    public string? RestartPolicy { get; init; }

    /// <summary>The program and its arguments.</summary>
    public IReadOnlyList<string> Command { get; init; } = [];

    /// <summary>The names of its environment variables, without their values.</summary>
    public IReadOnlyList<string> EnvironmentNames { get; init; } = [];

    /// <summary>Its labels by their keys.</summary>
    public IReadOnlyDictionary<string, string> Labels { get; init; } = new Dictionary<string, string>();

    /// <summary>Its ports and where they are published.</summary>
    public IReadOnlyList<ContainerPort> Ports { get; init; } = [];

    /// <summary>What is mounted into it.</summary>
    public IReadOnlyList<ContainerMount> Mounts { get; init; } = [];

    /// <summary>The networks it is on.</summary>
    public IReadOnlyList<ContainerNetwork> Networks { get; init; } = [];

    /// <summary>The id of the container whose network it uses instead of one of its own; absent when it has its own.</summary>
    public string? SharesNetworkOf { get; init; }

    /// <summary>Whether it has a terminal, which joins its two output streams into one.</summary>
    public bool Terminal { get; init; }

    /// <summary>The last runs of its health check, oldest first.</summary>
    public IReadOnlyList<HealthCheckRun> HealthLog { get; init; } = [];
}

/// <summary>Something mounted into a container.</summary>
/// <param name="Type">For example <c>bind</c> or <c>volume</c>.</param>
/// <param name="Source">The path on the machine, or the volume's name.</param>
/// <param name="Destination">The path inside.</param>
/// <param name="Writable">Whether the container may write to it.</param>
public sealed record ContainerMount(string Type, string Source, string Destination, bool Writable);

/// <summary>A network a container is on.</summary>
/// <param name="Name">The network's name.</param>
/// <param name="IpAddress">The container's address on it; absent when it has none, as when it does not run.</param>
public sealed record ContainerNetwork(string Name, string? IpAddress = null);

/// <summary>One run of a health check.</summary>
/// <param name="At">When it ended, UTC; absent when the engine does not say.</param>
/// <param name="ExitCode">0 is healthy.</param>
/// <param name="Output">What it wrote, at most 500 characters.</param>
public sealed record HealthCheckRun(DateTimeOffset? At, int ExitCode, string Output);
