using HomeDash.Procedures;

namespace HomeDash;

/// <summary>Something that is played: by its title, who plays it, the device, its id, or a part of these that only one has.</summary>
/// <param name="Given">What the caller wrote.</param>
public sealed record MediaSessionRef(string Given) : ITarget<MediaSessionRef>
{
    /// <inheritdoc/>
    public static string Noun => "playback";

    /// <inheritdoc/>
    public ResolvedTarget? Resolved { get; init; }

    /// <inheritdoc/>
    public static MediaSessionRef FromText(string given) => new(given);

    /// <summary>The id that its server knows it by.</summary>
    internal string SessionId => Resolved!.Id[(Resolved.Owner!.Id.Length + 1)..];
}
