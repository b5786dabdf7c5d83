using HomeDash.Procedures;

namespace HomeDash;

/// <summary>A scene that a caller names: by name, id, integration/id, or a part of a name that only one has.</summary>
/// <param name="Given">What the caller wrote.</param>
public sealed record SceneRef(string Given) : ITarget<SceneRef>
{
    /// <inheritdoc/>
    public static string Noun => "scene";

    /// <inheritdoc/>
    public ResolvedTarget? Resolved { get; init; }

    /// <inheritdoc/>
    public static SceneRef FromText(string given) => new(given);
}
