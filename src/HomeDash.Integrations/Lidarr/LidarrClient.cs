using System.Globalization;
using HomeDash.Integrations.Arr;

namespace HomeDash.Integrations.Lidarr;

/// <summary>Lidarr, versions 1 to 3.</summary>
internal sealed class LidarrClient(ArrApi api) : ArrCollector<LidarrAlbum, LidarrQueued>(api, Lists)
{
    private static readonly ArrLists<LidarrAlbum, LidarrQueued> Lists = new(
        "&includeArtist=true", "&includeArtist=true&includeAlbum=true", "releaseDate",
        LidarrJson.Default.LidarrAlbumArray, LidarrJson.Default.ArrPageLidarrAlbum, LidarrJson.Default.ArrPageLidarrQueued);

    protected override IEnumerable<CalendarEntry> Entries(LidarrAlbum album)
    {
        if (DayOf(album.ReleaseDate) is { } day)
        {
            yield return new($"{album.Id}.album", CalendarKind.Album, TitleOf(album.Artist))
            {
                Detail = album.Title,
                Day = day,
                HasFile = album.Statistics is { TrackCount: > 0 } tracks && tracks.TrackFileCount >= tracks.TrackCount,
                Monitored = album.Monitored,
                Link = Api.LinkTo("album", album.ForeignAlbumId),
            };
        }
    }

    protected override MissingMedia? Missing(LidarrAlbum album) => new()
    {
        Id = album.Id.ToString(CultureInfo.InvariantCulture),
        Kind = CollectedKind.Album,
        Title = TitleOf(album.Artist),
        Detail = album.Title,
        Day = DayOf(album.ReleaseDate),
        Link = Api.LinkTo("album", album.ForeignAlbumId),
        Integration = Api.Name,
    };

    protected override ArrSubject Subject(IReadOnlyList<LidarrQueued> parts) =>
        new(CollectedKind.Album, parts[0].Artist?.ArtistName, parts[0].Album?.Title, Api.LinkTo("album", parts[0].Album?.ForeignAlbumId));

    private static string TitleOf(LidarrArtist? artist) => artist?.ArtistName ?? "Unknown artist";
}
