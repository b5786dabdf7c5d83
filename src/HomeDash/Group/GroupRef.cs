using HomeDash.Procedures;

namespace HomeDash;

/// <summary>A group, named by its id or its name.</summary>
/// <param name="Given">What the caller wrote.</param>
public sealed record GroupRef(string Given) : ITarget<GroupRef>
{
    /// <inheritdoc/>
    public static string Noun => "group";

    /// <inheritdoc/>
    public ResolvedTarget? Resolved { get; init; }

    /// <inheritdoc/>
    public static GroupRef FromText(string given) => new(given);
}
