using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace HomeDash.Simulators;

/// <summary>What Jellyfin and Emby have in common: sessions in ticks, with devices among them that play nothing, and orders that are passed on.</summary>
public abstract class MediaBrowserSimulator : IAsyncDisposable
{
    private LoopbackServer server = null!;

    /// <summary>Where it is.</summary>
    public Uri Url => server.Url;

    /// <summary>The key that it knows.</summary>
    public string Key { get; set; } = "secret-key-of-the-server";

    /// <summary>What it plays.</summary>
    public List<SimulatedPlayback> Playing { get; } = [];

    /// <summary>What it has.</summary>
    public List<SimulatedMedia> Library { get; } = [];

    /// <summary>As whom the library was looked at last; null for nobody.</summary>
    public string? SeenAs { get; private set; }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return server.DisposeAsync();
    }

    /// <summary>What stands before every path.</summary>
    protected abstract string Prefix { get; }

    /// <summary>What GET /System/Info answers.</summary>
    protected abstract JsonObject System { get; }

    /// <summary>The refusal of a request; null when it is let in.</summary>
    protected abstract IResult? Refusal(HttpRequest request);

    /// <summary>Adds what only one of them answers.</summary>
    protected virtual void MapMore(WebApplication app)
    {
    }

    /// <summary>Starts it.</summary>
    protected async Task ServeAsync() => server = await LoopbackServer.StartAsync(app =>
    {
        app.MapGet($"{Prefix}/System/Info", (HttpRequest request) => Refusal(request) ?? Json(System));
        app.MapGet($"{Prefix}/Sessions", (HttpRequest request) => Refusal(request) ?? Json(new JsonArray([Idle(), .. Playing.Where(one => !one.HasEnded).Select(Session)])));
        app.MapGet($"{Prefix}/Items", (HttpRequest request) => Refusal(request) ?? Items(request.Query));
        app.MapPost($"{Prefix}/Sessions/{{id}}/Playing/{{order}}", (HttpRequest request, string id, string order) => Refusal(request) ?? Order(id, order));
        MapMore(app);
    });

    /// <summary>Says something as JSON.</summary>
    protected static IResult Json(JsonNode json) => Results.Text(json.ToJsonString(), "application/json");

    /// <summary>The transcoding of a session, which one of them reports with more or less.</summary>
    protected static JsonObject? Conversion(SimulatedPlayback one) => one.Converts is null ? null : new()
    {
        ["AudioCodec"] = "aac", ["VideoCodec"] = "h264", ["Container"] = "ts", ["IsVideoDirect"] = one.Converts != "video", ["IsAudioDirect"] = true, ["Bitrate"] = one.KilobitsPerSecond * 1000, ["CompletionPercentage"] = 12.5,
    };

    /// <summary>What a session plays.</summary>
    protected virtual JsonObject Item(SimulatedPlayback one) => new()
    {
        ["Id"] = $"item-{one.Id}", ["Name"] = one.Title, ["Type"] = one.Type, ["RunTimeTicks"] = one.LengthSeconds * TimeSpan.TicksPerSecond, ["ProductionYear"] = one.Year,
        ["IndexNumber"] = one.Episode, ["ParentIndexNumber"] = one.Season, ["SeriesName"] = one.Series, ["Album"] = one.Album, ["Artists"] = one.Artist is null ? new JsonArray() : new JsonArray(one.Artist),
        ["MediaType"] = one.Type == "Audio" ? "Audio" : "Video", ["ImageTags"] = new JsonObject(), ["LocationType"] = "FileSystem",
    };

    private JsonNode Session(SimulatedPlayback one) => new JsonObject
    {
        ["PlayState"] = new JsonObject
        {
            ["PositionTicks"] = (long)(one.Position * TimeSpan.TicksPerSecond), ["CanSeek"] = true, ["IsPaused"] = one.IsPaused, ["IsMuted"] = false, ["AudioStreamIndex"] = 1,
            ["PlayMethod"] = one.Converts is null ? "DirectPlay" : "Transcode", ["RepeatMode"] = "RepeatNone",
        },
        ["RemoteEndPoint"] = "192.168.1.77", ["Id"] = one.Id, ["UserId"] = "u1", ["UserName"] = one.User, ["Client"] = one.Client, ["DeviceName"] = one.Device, ["DeviceId"] = "d1",
        ["LastActivityDate"] = "2026-05-01T10:00:00.1234567Z", ["NowPlayingItem"] = Item(one), ["TranscodingInfo"] = Conversion(one), ["SupportsRemoteControl"] = one.Controllable,
    };

    private static JsonObject Idle() => new()
    {
        ["PlayState"] = new JsonObject { ["CanSeek"] = false, ["IsPaused"] = false, ["RepeatMode"] = "RepeatNone" },
        ["Id"] = "idle", ["UserName"] = "nobody-plays", ["Client"] = "Android", ["DeviceName"] = "Phone", ["SupportsRemoteControl"] = true,
    };

    private IResult Items(IQueryCollection query)
    {
        SeenAs = query["UserId"].FirstOrDefault();
        var types = query["IncludeItemTypes"].ToString().Split(',');
        var found = Library.Where(one => types.Contains(one.Type));
        found = query["SortBy"] == "DateCreated" && query["SortOrder"] == "Descending" ? found.OrderByDescending(one => one.AddedAt) : found.OrderBy(one => one.Title, StringComparer.Ordinal);
        return Json(new JsonObject
        {
            ["Items"] = new JsonArray([.. found.Take(int.Parse(query["Limit"].ToString())).Select(one => (JsonNode)new JsonObject
            {
                ["Id"] = $"id of {one.Title}", ["Name"] = one.Title, ["Type"] = one.Type, ["RunTimeTicks"] = one.LengthSeconds * TimeSpan.TicksPerSecond, ["ProductionYear"] = one.Year,
                ["IndexNumber"] = one.Episode, ["ParentIndexNumber"] = one.Season, ["SeriesName"] = one.Series, ["AlbumArtist"] = one.Artist,
                ["DateCreated"] = query["Fields"].ToString().Contains("DateCreated", StringComparison.Ordinal) ? one.AddedAt.UtcDateTime.ToString("O") : null,
            })]),
            ["TotalRecordCount"] = 0,
            ["StartIndex"] = 0,
        });
    }

    private IResult Order(string id, string order)
    {
        if (Playing.Find(one => one.Id == id) is not { } found)
        {
            return id == "idle" ? Results.StatusCode(204) : Results.Text("Session not found", statusCode: 404);
        }

        found.Tell(order);
        return Results.StatusCode(204);
    }
}
