using HomeDash.Procedures;

namespace HomeDash;

/// <summary>An integration that a caller names: by id, by name, by its kind or a part of its name when only one has it.</summary>
/// <param name="Given">What the caller wrote.</param>
public sealed record IntegrationRef(string Given) : ITarget<IntegrationRef>
{
    /// <inheritdoc/>
    public static string Noun => "integration";

    /// <inheritdoc/>
    public ResolvedTarget? Resolved { get; init; }

    /// <inheritdoc/>
    public static IntegrationRef FromText(string given) => new(given);
}
