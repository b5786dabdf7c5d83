using HomeDash.Integrations.Arr;

namespace HomeDash.Integrations.Sonarr;

/// <summary>An episode. Nobody knows yet when some are aired.</summary>
internal sealed record SonarrEpisode(
    int Id, int SeasonNumber, int EpisodeNumber, string? Title = null, DateTimeOffset? AirDateUtc = null, bool HasFile = false, bool Monitored = false, SonarrSeries? Series = null);

/// <summary>A series.</summary>
internal sealed record SonarrSeries(string Title, string? TitleSlug = null, bool Monitored = true);

/// <summary>An entry of the queue.</summary>
internal sealed record SonarrQueued : ArrQueued
{
    public SonarrSeries? Series { get; init; }

    public SonarrEpisode? Episode { get; init; }
}
