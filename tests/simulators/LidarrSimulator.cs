using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace HomeDash.Simulators;

/// <summary>Lidarr 2: albums with their artists.</summary>
public sealed class LidarrSimulator : ArrSimulator
{
    private readonly List<JsonObject> albums = [];

    private LidarrSimulator()
        : base("Lidarr", "/api/v1", "2.12.4.4658")
    {
    }

    /// <summary>Starts one.</summary>
    public static async Task<LidarrSimulator> StartAsync()
    {
        var simulator = new LidarrSimulator();
        await simulator.StartServerAsync();
        return simulator;
    }

    /// <summary>Adds an album of ten tracks.</summary>
    public LidarrSimulator With(string artist, string title, DateOnly? released, int tracksThere = 0, bool monitored = true)
    {
        var id = albums.Count + 1;
        albums.Add(new()
        {
            ["id"] = id,
            ["title"] = title,
            ["artistId"] = 3,
            ["foreignAlbumId"] = $"a1b2-{id}",
            ["monitored"] = monitored,
            ["albumType"] = "Album",
            ["releaseDate"] = Written(released),
            ["statistics"] = new JsonObject { ["trackFileCount"] = tracksThere, ["trackCount"] = 10, ["totalTrackCount"] = 10, ["sizeOnDisk"] = 0, ["percentOfTracks"] = tracksThere * 10.0 },
            ["images"] = Images(),
            ["artist"] = new JsonObject { ["id"] = 3, ["artistName"] = artist, ["foreignArtistId"] = "c3d4", ["monitored"] = true },
        });
        return this;
    }

    /// <summary>Puts an album into the queue.</summary>
    public LidarrSimulator Fetching(string artist, string title, double size, double left)
    {
        var id = Queue.Count + 1;
        Enqueue(
            new()
            {
                ["artist"] = new JsonObject { ["id"] = 3, ["artistName"] = artist },
                ["album"] = new JsonObject { ["id"] = id, ["title"] = title, ["foreignAlbumId"] = $"a1b2-{id}" },
            },
            id, $"{artist} - {title} (FLAC)", size, left);
        return this;
    }

    private protected override void Map(WebApplication app, string api)
    {
        app.MapGet(api + "/calendar", (HttpRequest request) => Json(List(albums
            .Where(album => (Flag(request, "unmonitored") || (bool)album["monitored"]!) && IsAsked(request, Released(album))).Select(album => Shown(request, album)))));
        app.MapGet(api + "/wanted/missing", (HttpRequest request) => Page(
            request,
            albums.Where(album => (bool)album["monitored"]! && (int)album["statistics"]!["trackFileCount"]! == 0).Select(album => Shown(request, album)),
            ("albums.releaseDate", album => Released(album)), ("artistmetadata.sortname", album => (string?)album["artist"]?["artistName"])));
        app.MapGet(api + "/queue", (HttpRequest request) => QueuePage(request, ("includeArtist", "artist"), ("includeAlbum", "album")));
    }

    private static JsonObject Shown(HttpRequest request, JsonObject album)
    {
        var shown = (JsonObject)album.DeepClone();
        if (!Flag(request, "includeArtist"))
        {
            shown.Remove("artist");
        }

        return shown;
    }

    private static DateTimeOffset? Released(JsonObject album) => TimeOf(album["releaseDate"]);
}
