using System.Globalization;
using HomeDash.Integrations.Arr;

namespace HomeDash.Integrations.Sonarr;

/// <summary>Sonarr, versions 3 and 4.</summary>
internal sealed class SonarrClient(ArrApi api) : ArrCollector<SonarrEpisode, SonarrQueued>(api, Lists)
{
    // Version 4 calls the key episodes.airDateUtc, and takes it too when it does not know the one that is asked for.
    private static readonly ArrLists<SonarrEpisode, SonarrQueued> Lists = new(
        "&includeSeries=true", "&includeSeries=true&includeEpisode=true", "airDateUtc",
        SonarrJson.Default.SonarrEpisodeArray, SonarrJson.Default.ArrPageSonarrEpisode, SonarrJson.Default.ArrPageSonarrQueued);

    protected override IEnumerable<CalendarEntry> Entries(SonarrEpisode episode)
    {
        if (episode.AirDateUtc is { } airs)
        {
            yield return new($"{episode.Id}.air", CalendarKind.Air, TitleOf(episode.Series))
            {
                Detail = Amounts.Text(episode.Title),
                Season = episode.SeasonNumber,
                Episode = episode.EpisodeNumber,
                StartsAt = airs,
                HasFile = episode.HasFile,
                Monitored = episode.Monitored && episode.Series?.Monitored != false,
                Link = Api.LinkTo("series", episode.Series?.TitleSlug),
            };
        }
    }

    protected override MissingMedia? Missing(SonarrEpisode episode) => new()
    {
        Id = episode.Id.ToString(CultureInfo.InvariantCulture),
        Kind = CollectedKind.Episode,
        Title = TitleOf(episode.Series),
        Detail = Amounts.Text(episode.Title),
        Season = episode.SeasonNumber,
        Episode = episode.EpisodeNumber,
        Day = DayOf(episode.AirDateUtc),
        StartsAt = episode.AirDateUtc?.ToUniversalTime(),
        Link = Api.LinkTo("series", episode.Series?.TitleSlug),
        Integration = Api.Name,
    };

    protected override ArrSubject Subject(IReadOnlyList<SonarrQueued> parts) => new(
        CollectedKind.Episode,
        parts[0].Series?.Title,
        parts[0].Episode?.Title,
        Api.LinkTo("series", parts[0].Series?.TitleSlug),
        parts.Select(part => part.Episode?.SeasonNumber).Distinct().Count() == 1 ? parts[0].Episode?.SeasonNumber : null,
        parts[0].Episode?.EpisodeNumber);

    private static string TitleOf(SonarrSeries? series) => series?.Title ?? "Unknown series";
}
