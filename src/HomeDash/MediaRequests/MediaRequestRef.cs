using System.Globalization;
using HomeDash.Procedures;

namespace HomeDash;

/// <summary>A request that a caller names: by its number, <c>integration/number</c>, its title, or a part of it that only one has.</summary>
/// <param name="Given">What the caller wrote.</param>
public sealed record MediaRequestRef(string Given) : ITarget<MediaRequestRef>
{
    /// <inheritdoc/>
    public static string Noun => "request";

    /// <inheritdoc/>
    public ResolvedTarget? Resolved { get; init; }

    /// <inheritdoc/>
    public static MediaRequestRef FromText(string given) => new(given);

    /// <summary>Its number in its service.</summary>
    internal int Number => int.Parse(Resolved!.Id.AsSpan(Resolved.Owner!.Id.Length + 1), CultureInfo.InvariantCulture);
}
