using HomeDash.Procedures;

namespace HomeDash;

/// <summary>An app, named by its id, its name or the start of its name.</summary>
/// <param name="Given">What the caller wrote.</param>
public sealed record AppRef(string Given) : ITarget<AppRef>
{
    /// <inheritdoc/>
    public static string Noun => "app";

    /// <inheritdoc/>
    public ResolvedTarget? Resolved { get; init; }

    /// <inheritdoc/>
    public static AppRef FromText(string given) => new(given);
}
