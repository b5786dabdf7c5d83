using HomeDash.Procedures;

namespace HomeDash;

/// <summary>An automation or script that a caller names: by name, id, integration/id, or a part of a name that only one has.</summary>
/// <param name="Given">What the caller wrote.</param>
public sealed record AutomationRef(string Given) : ITarget<AutomationRef>
{
    /// <inheritdoc/>
    public static string Noun => "automation";

    /// <inheritdoc/>
    public ResolvedTarget? Resolved { get; init; }

    /// <inheritdoc/>
    public static AutomationRef FromText(string given) => new(given);
}
