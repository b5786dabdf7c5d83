using HomeDash.Procedures;

namespace HomeDash;

/// <summary>A download that a caller names: by name, id, the start of an id, <c>integration/name</c>, or a part of a name that only one has.</summary>
/// <param name="Given">What the caller wrote.</param>
public sealed record DownloadRef(string Given) : ITarget<DownloadRef>
{
    /// <inheritdoc/>
    public static string Noun => "download";

    /// <inheritdoc/>
    public ResolvedTarget? Resolved { get; init; }

    /// <inheritdoc/>
    public static DownloadRef FromText(string given) => new(given);
}
