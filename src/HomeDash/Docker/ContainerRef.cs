using HomeDash.Procedures;

namespace HomeDash;

/// <summary>A container that a caller names: by name, id, the start of an id, <c>engine/name</c>, or a part of a name that only one has; <c>project:name</c> for all of a compose project.</summary>
/// <param name="Given">What the caller wrote.</param>
/// <param name="Resolved">The container, once found.</param>
public sealed record ContainerRef(string Given, ResolvedTarget? Resolved = null) : ITarget<ContainerRef>
{
    /// <inheritdoc/>
    public static string Noun => "container";

    /// <inheritdoc/>
    public static ContainerRef FromText(string given) => new(given);
}
