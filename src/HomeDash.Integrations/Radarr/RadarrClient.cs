using System.Globalization;
using HomeDash.Integrations.Arr;

namespace HomeDash.Integrations.Radarr;

/// <summary>Radarr, versions 3 to 6. A film has up to three releases, and what Radarr calls missing may not be out.</summary>
internal sealed class RadarrClient(ArrApi api, TimeProvider clock) : ArrCollector<RadarrFilm, RadarrQueued>(api, Lists)
{
    private static readonly ArrLists<RadarrFilm, RadarrQueued> Lists = new(
        "", "&includeMovie=true", "movieMetadata.digitalRelease",
        RadarrJson.Default.RadarrFilmArray, RadarrJson.Default.ArrPageRadarrFilm, RadarrJson.Default.ArrPageRadarrQueued);

    /// <summary>It knows one of the three releases as an order, and puts films without it to one end.</summary>
    protected override bool OrdersMissingOtherwise => true;

    protected override IEnumerable<CalendarEntry> Entries(RadarrFilm film)
    {
        (CalendarKind Kind, string Word, DateOnly? Day)[] releases =
        [
            (CalendarKind.Cinema, "cinema", DayOf(film.InCinemas)), (CalendarKind.Digital, "digital", DayOf(film.DigitalRelease)), (CalendarKind.Physical, "physical", DayOf(film.PhysicalRelease)),
        ];
        return releases.Where(release => release.Day is not null).Select(release => new CalendarEntry($"{film.Id}.{release.Word}", release.Kind, film.Title)
        {
            Day = release.Day,
            HasFile = film.HasFile,
            Monitored = film.Monitored,
            Link = Api.LinkTo("movie", film.TitleSlug),
        });
    }

    protected override MissingMedia? Missing(RadarrFilm film)
    {
        var today = DayOf(clock.GetUtcNow());
        var released = new[] { DayOf(film.DigitalRelease), DayOf(film.PhysicalRelease) }.Where(day => day <= today).Min();
        if (film.HasFile || (film.IsAvailable ?? released is not null) is false)
        {
            return null;
        }

        return new()
        {
            Id = film.Id.ToString(CultureInfo.InvariantCulture),
            Kind = CollectedKind.Movie,
            Title = film.Title,
            Day = released ?? (DayOf(film.InCinemas) is { } cinema && cinema <= today ? cinema : null),
            Link = Api.LinkTo("movie", film.TitleSlug),
            Integration = Api.Name,
        };
    }

    protected override ArrSubject Subject(IReadOnlyList<RadarrQueued> parts) =>
        new(CollectedKind.Movie, parts[0].Movie?.Title, null, Api.LinkTo("movie", parts[0].Movie?.TitleSlug));
}
