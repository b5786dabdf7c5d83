using HomeDash.Procedures;

namespace HomeDash;

/// <summary>A board, named by its id, its name or a part of its name when only one has it.</summary>
/// <param name="Given">What the caller wrote.</param>
public sealed record BoardRef(string Given) : ITarget<BoardRef>
{
    /// <inheritdoc/>
    public static string Noun => "board";

    /// <inheritdoc/>
    public ResolvedTarget? Resolved { get; init; }

    /// <inheritdoc/>
    public static BoardRef FromText(string given) => new(given);
}
