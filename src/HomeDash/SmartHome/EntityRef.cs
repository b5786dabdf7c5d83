using HomeDash.Procedures;

namespace HomeDash;

/// <summary>An entity that a caller names: by name, id, area and name, <c>integration/id</c>, or a part of a name that only one has. An area, an area with a kind (kitchen lights), or <c>area:Name/kind</c> stands for all that fit.</summary>
/// <param name="Given">What the caller wrote.</param>
public sealed record EntityRef(string Given) : ITarget<EntityRef>
{
    /// <inheritdoc/>
    public static string Noun => "entity";

    /// <inheritdoc/>
    public ResolvedTarget? Resolved { get; init; }

    /// <summary>The kinds that a group was named for; empty when it was named without one, null when no group was named.</summary>
    internal IReadOnlyList<EntityKind>? Group { get; init; }

    /// <inheritdoc/>
    public static EntityRef FromText(string given) => new(given);
}
