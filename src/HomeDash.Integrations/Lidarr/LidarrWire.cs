using HomeDash.Integrations.Arr;

namespace HomeDash.Integrations.Lidarr;

/// <summary>An album. Its release is a day, written as midnight UTC.</summary>
internal sealed record LidarrAlbum(
    int Id, string Title, string? ForeignAlbumId = null, DateTimeOffset? ReleaseDate = null, bool Monitored = false, LidarrArtist? Artist = null, LidarrStatistics? Statistics = null);

/// <summary>An artist.</summary>
internal sealed record LidarrArtist(string ArtistName);

/// <summary>How much of an album is there; absent before anything was looked for.</summary>
internal sealed record LidarrStatistics(int TrackFileCount = 0, int TrackCount = 0);

/// <summary>An entry of the queue.</summary>
internal sealed record LidarrQueued : ArrQueued
{
    public LidarrArtist? Artist { get; init; }

    public LidarrAlbum? Album { get; init; }
}
