using HomeDash.Storage;

namespace HomeDash;

/// <summary>What HomeDash is and how it is.</summary>
/// <param name="Version">The version of HomeDash.</param>
/// <param name="StartedAt">When this process started.</param>
/// <param name="Uptime">Seconds since then.</param>
/// <param name="Runtime">The .NET runtime it runs on.</param>
/// <param name="Database">The kind of database it keeps its data in.</param>
/// <param name="Status">How it is as a whole: as its worst part.</param>
public sealed record HouseInfo(string Version, DateTimeOffset StartedAt, TimeSpan Uptime, string Runtime, Dialect Database, HealthStatus Status);

/// <summary>How HomeDash is, part by part.</summary>
/// <param name="Status">As the worst of the parts.</param>
/// <param name="Parts">How each part is.</param>
public sealed record HouseHealth(HealthStatus Status, IReadOnlyList<PartHealth> Parts);

/// <summary>How one part is.</summary>
/// <param name="Name">The part, for example <c>database</c>.</param>
/// <param name="Status">How the part is.</param>
/// <param name="Message">What was found.</param>
/// <param name="Took">Seconds it took to find out.</param>
public sealed record PartHealth(string Name, HealthStatus Status, string Message, TimeSpan Took);

/// <summary>How something is, best first.</summary>
public enum HealthStatus
{
    /// <summary>All is well.</summary>
    Ok,

    /// <summary>It works, but something is missing.</summary>
    Degraded,

    /// <summary>It does not work.</summary>
    Failed,
}
