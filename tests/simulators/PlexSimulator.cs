using System.Xml.Linq;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace HomeDash.Simulators;

/// <summary>
/// Plex Media Server 1.41: XML in which every value is a string, a page of HTML for a wrong token, seasons and albums as a
/// whole among what was added, and the end of somebody's playback only with a Plex Pass.
/// </summary>
public sealed class PlexSimulator : IAsyncDisposable
{
    private LoopbackServer server = null!;

    /// <summary>Where it is.</summary>
    public Uri Url => server.Url;

    /// <summary>The token of its owner.</summary>
    public string Token { get; set; } = "secret-token-of-plex";

    /// <summary>The token of somebody who shares it.</summary>
    public string GuestToken { get; } = "secret-token-of-a-guest";

    /// <summary>Whether its owner has a Plex Pass.</summary>
    public bool HasPass { get; set; } = true;

    /// <summary>What it plays.</summary>
    public List<SimulatedPlayback> Playing { get; } = [];

    /// <summary>What it has.</summary>
    public List<SimulatedMedia> Library { get; } = [];

    /// <summary>Starts one.</summary>
    public static async Task<PlexSimulator> StartAsync()
    {
        var simulator = new PlexSimulator();
        simulator.server = await LoopbackServer.StartAsync(simulator.Map);
        return simulator;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => server.DisposeAsync();

    private void Map(WebApplication app)
    {
        app.MapGet("/", (HttpRequest request) => Answer(request, true, () => new XElement(
            "MediaContainer", new XAttribute("size", 20), new XAttribute("friendlyName", "nas"), new XAttribute("machineIdentifier", "abc"), new XAttribute("version", "1.41.3.9314-a0bfb8370"))));
        app.MapGet("/status/sessions", (HttpRequest request) => Answer(request, false, () => Container(Playing.Where(one => !one.HasEnded).Select(Session))));
        app.MapGet("/library/recentlyAdded", (HttpRequest request) => Answer(request, true, () => Container(Library
            .OrderByDescending(one => one.AddedAt).Take(int.Parse(request.Query["X-Plex-Container-Size"].ToString())).Select(Added))));
        app.MapGet("/status/sessions/terminate", (HttpRequest request, string? sessionId) =>
            TokenOf(request) != Token || !HasPass ? Unauthorized()
            : string.IsNullOrEmpty(sessionId) ? Results.StatusCode(403)
            : Playing.Find(one => one.Id == sessionId && !one.HasEnded) is { } one ? End(one)
            : Results.StatusCode(404));
    }

    private IResult Answer(HttpRequest request, bool guests, Func<XElement> answer) =>
        TokenOf(request) == Token || (guests && TokenOf(request) == GuestToken) ? Results.Text($"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{answer()}\n", "text/xml")
        : TokenOf(request) == GuestToken ? Results.Text("<html><head><title>Forbidden</title></head><body><h1>403 Forbidden</h1></body></html>", "text/html", statusCode: 403)
        : Unauthorized();

    private static IResult Unauthorized() => Results.Text("<html><head><title>Unauthorized</title></head><body><h1>401 Unauthorized</h1></body></html>", "text/html", statusCode: 401);

    private static IResult End(SimulatedPlayback one)
    {
        one.Tell("Stop");
        return Results.Text("", "text/html");
    }

    private static string TokenOf(HttpRequest request) => request.Headers["X-Plex-Token"].ToString();

    private static XElement Container(IEnumerable<XElement> items)
    {
        XElement[] all = [.. items];
        return new("MediaContainer", new XAttribute("size", all.Length), all);
    }

    private static XElement Session(SimulatedPlayback one, int number)
    {
        var type = one.Type switch { "Episode" => "episode", "Audio" => "track", _ => "movie" };
        return new(
            type == "track" ? "Track" : "Video",
            Attributes(
                ("sessionKey", $"{number + 1}"), ("ratingKey", $"{number + 100}"), ("type", type), ("title", one.Title), ("grandparentTitle", one.Series ?? one.Artist), ("parentTitle", one.Album ?? $"Season {one.Season}"),
                ("parentIndex", $"{one.Season}"), ("index", $"{one.Episode}"), ("year", $"{one.Year}"), ("duration", $"{one.LengthSeconds * 1000}"), ("viewOffset", $"{(long)(one.Position * 1000)}")),
            new XElement("Media", Attributes(("bitrate", "99"), ("container", "mkv"))),
            new XElement("Media", Attributes(("bitrate", $"{one.KilobitsPerSecond}"), ("selected", "1"))),
            new XElement("User", Attributes(("id", "1"), ("title", one.User))),
            new XElement("Player", Attributes(("product", one.Client), ("title", one.Device), ("state", one.IsPaused ? "paused" : "playing"), ("address", "192.168.1.77"), ("local", "1"))),
            one.Controllable ? new XElement("Session", Attributes(("id", one.Id), ("bandwidth", "12000"), ("location", "lan"))) : null,
            one.Converts is null ? null : new XElement("TranscodeSession", Attributes(("key", "/transcode/sessions/x"), ("videoDecision", one.Converts == "video" ? "transcode" : "copy"), ("audioDecision", "copy"))));
    }

    private static XElement Added(SimulatedMedia one, int number) => new(
        one.Type is "Season" or "MusicAlbum" ? "Directory" : "Video",
        Attributes(
            ("ratingKey", $"{number + 500}"), ("type", one.Type switch { "Season" => "season", "MusicAlbum" => "album", "Episode" => "episode", _ => "movie" }), ("title", one.Title),
            ("parentTitle", one.Type == "Season" ? one.Series : one.Artist), ("grandparentTitle", one.Type == "Episode" ? one.Series : null),
            ("index", $"{(one.Type == "Season" ? one.Season : one.Episode)}"), ("parentIndex", one.Type == "Episode" ? $"{one.Season}" : null), ("year", $"{one.Year}"),
            ("addedAt", $"{one.AddedAt.ToUnixTimeSeconds()}"), ("duration", one.Type == "Movie" ? $"{one.LengthSeconds * 1000}" : null)));

    private static IEnumerable<XAttribute> Attributes(params IEnumerable<(string Name, string? Value)> values) =>
        values.Where(value => value.Value is not null).Select(value => new XAttribute(value.Name, value.Value!));
}
