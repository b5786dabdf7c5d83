using HomeDash.Integrations.Arr;

namespace HomeDash.Integrations.Radarr;

/// <summary>A film. Its releases are days, written as midnight UTC.</summary>
/// <param name="IsAvailable">Whether it is out by the minimum availability that Radarr is set to for it; older versions do not tell.</param>
internal sealed record RadarrFilm(
    int Id,
    string Title,
    string? TitleSlug = null,
    DateTimeOffset? InCinemas = null,
    DateTimeOffset? DigitalRelease = null,
    DateTimeOffset? PhysicalRelease = null,
    bool HasFile = false,
    bool Monitored = false,
    bool? IsAvailable = null);

/// <summary>An entry of the queue.</summary>
internal sealed record RadarrQueued : ArrQueued
{
    public RadarrFilm? Movie { get; init; }
}
