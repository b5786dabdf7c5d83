using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace HomeDash.Simulators;

/// <summary>Bazarr 1.5: most answers are wrapped in <c>data</c>, the badges are not, and lists are asked for by start and length.</summary>
public sealed class BazarrSimulator : IAsyncDisposable
{
    private LoopbackServer server = null!;

    private BazarrSimulator()
    {
    }

    /// <summary>Where it is.</summary>
    public Uri Url => server.Url;

    /// <summary>Its API key.</summary>
    public string Key { get; set; } = "secret-of-bazarr";

    /// <summary>Episodes that lack subtitles: series, number and languages.</summary>
    public List<(string Series, string Number, string Title, JsonArray Languages)> Episodes { get; } = [];

    /// <summary>Films that lack subtitles.</summary>
    public List<(string Title, JsonArray Languages)> Films { get; } = [];

    /// <summary>Its providers, and why they are left alone: nothing, or a word.</summary>
    public Dictionary<string, string?> Providers { get; } = [];

    /// <summary>What it says is wrong.</summary>
    public List<(string Subject, string Issue)> Issues { get; } = [];

    /// <summary>Starts one.</summary>
    public static async Task<BazarrSimulator> StartAsync()
    {
        var simulator = new BazarrSimulator();
        simulator.server = await LoopbackServer.StartAsync(simulator.Map);
        return simulator;
    }

    /// <summary>A language as it writes it.</summary>
    public static JsonObject Language(string name, string code, bool forced = false, bool hearingImpaired = false) =>
        new() { ["name"] = name, ["code2"] = code, ["code3"] = code + "x", ["forced"] = forced, ["hi"] = hearingImpaired };

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => server.DisposeAsync();

    private void Map(WebApplication app)
    {
        app.Use(async (context, next) =>
        {
            if (context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal) && context.Request.Headers["X-API-KEY"] != Key)
            {
                context.Response.StatusCode = 401;
                return;
            }

            await next();
        });
        app.UseRouting();
        app.MapGet("/api/system/status", () => Json(new() { ["data"] = new JsonObject { ["bazarr_version"] = "1.5.3", ["sonarr_version"] = "4.0.15", ["radarr_version"] = "5.27.5", ["start_time"] = 1786713564.5 } }));
        app.MapGet("/api/badges", () => Json(new()
        {
            ["episodes"] = Episodes.Count,
            ["movies"] = Films.Count,
            ["providers"] = Providers.Values.Count(status => status is not null),
            ["status"] = Issues.Count,
            ["sonarr_signalr"] = "LIVE",
            ["radarr_signalr"] = "",
            ["announcements"] = 0,
        }));
        app.MapGet("/api/providers", () => Json(new()
        {
            ["data"] = new JsonArray([.. Providers.Select(provider => new JsonObject { ["name"] = provider.Key, ["status"] = provider.Value ?? "Good", ["retry"] = provider.Value is null ? "-" : "in 3 hours" })]),
        }));
        app.MapGet("/api/system/health", () => Json(new() { ["data"] = new JsonArray([.. Issues.Select(issue => new JsonObject { ["object"] = issue.Subject, ["issue"] = issue.Issue })]) }));
        app.MapGet("/api/episodes/wanted", (int start, int length) => Page(Episodes.Count, Episodes.Select((episode, index) => new JsonObject
        {
            ["seriesTitle"] = episode.Series,
            ["episode_number"] = episode.Number,
            ["episodeTitle"] = episode.Title,
            ["missing_subtitles"] = episode.Languages.DeepClone(),
            ["sonarrSeriesId"] = 7,
            ["sonarrEpisodeId"] = index + 1,
            ["sceneName"] = null,
            ["tags"] = new JsonArray(),
            ["seriesType"] = "standard",
        }).Skip(start).Take(length)));
        app.MapGet("/api/movies/wanted", (int start, int length) => Page(Films.Count, Films.Select((film, index) => new JsonObject
        {
            ["title"] = film.Title,
            ["missing_subtitles"] = film.Languages.DeepClone(),
            ["radarrId"] = index + 1,
            ["sceneName"] = "film.mkv",
            ["tags"] = new JsonArray(),
        }).Skip(start).Take(length)));
        app.MapFallback(() => Results.Text("<!doctype html><title>Bazarr</title>", "text/html"));
    }

    private static IResult Page(int total, IEnumerable<JsonObject> items) => Json(new() { ["data"] = new JsonArray([.. items]), ["total"] = total });

    private static IResult Json(JsonObject json) => Results.Text(json.ToJsonString(), "application/json");
}
