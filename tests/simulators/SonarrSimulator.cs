using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace HomeDash.Simulators;

/// <summary>Sonarr 4: episodes with their times of airing.</summary>
public sealed class SonarrSimulator : ArrSimulator
{
    private readonly List<JsonObject> episodes = [];
    private readonly TimeProvider clock;

    private SonarrSimulator(TimeProvider clock)
        : base("Sonarr", "/api/v3", "4.0.15.2941") => this.clock = clock;

    /// <summary>Starts one.</summary>
    /// <param name="clock">Its clock: what was aired by it can be missing.</param>
    /// <param name="basePath">Its URL base.</param>
    public static async Task<SonarrSimulator> StartAsync(TimeProvider? clock = null, string basePath = "")
    {
        var simulator = new SonarrSimulator(clock ?? TimeProvider.System) { BasePath = basePath };
        await simulator.StartServerAsync();
        return simulator;
    }

    /// <summary>Adds an episode, of a series that is monitored unless its name ends in an asterisk.</summary>
    public SonarrSimulator With(string series, int season, int episode, string title, DateTimeOffset? airs, bool hasFile = false, bool monitored = true)
    {
        episodes.Add(new()
        {
            ["id"] = episodes.Count + 1,
            ["seriesId"] = 7,
            ["tvdbId"] = 9001,
            ["episodeFileId"] = hasFile ? 5 : 0,
            ["seasonNumber"] = season,
            ["episodeNumber"] = episode,
            ["title"] = title,
            ["airDate"] = airs?.UtcDateTime.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
            ["airDateUtc"] = Written(airs),
            ["runtime"] = 45,
            ["overview"] = "Things happen.",
            ["hasFile"] = hasFile,
            ["monitored"] = monitored,
            ["unverifiedSceneNumbering"] = false,
            ["series"] = Series(series),
        });
        return this;
    }

    /// <summary>Puts a download into the queue: one entry for each of its episodes.</summary>
    public SonarrSimulator Fetching(
        string series, int season, IReadOnlyList<int> numbers, double size, double left, string status = "downloading", string state = "downloading", string tracked = "ok", string? problem = null)
    {
        var first = Queue.Count + 1;
        foreach (var number in numbers)
        {
            var item = new JsonObject
            {
                ["seriesId"] = 7,
                ["episodeId"] = number,
                ["seasonNumber"] = season,
                ["series"] = Series(series),
                ["episode"] = new JsonObject { ["id"] = number, ["seasonNumber"] = season, ["episodeNumber"] = number, ["title"] = $"Number {number}", ["hasFile"] = false, ["monitored"] = true },
            };
            Enqueue(item, Queue.Count + 1, $"{series.Replace(' ', '.')}.S{season:00}.1080p.WEB", size, left, status, state, tracked, problem, $"HASH{first}");
        }

        return this;
    }

    private protected override void Map(WebApplication app, string api)
    {
        app.MapGet(api + "/calendar", (HttpRequest request) => Json(List(episodes
            .Where(episode => (Flag(request, "unmonitored") || IsMonitored(episode)) && IsAsked(request, Airs(episode)))
            .Select(episode => Shown(request, episode)))));
        app.MapGet(api + "/wanted/missing", (HttpRequest request) => Page(
            request,
            episodes.Where(episode => IsMonitored(episode) && !(bool)episode["hasFile"]! && Airs(episode) <= clock.GetUtcNow()).Select(episode => Shown(request, episode)),
            ("episodes.airDateUtc", episode => Airs(episode)), ("series.sortTitle", episode => (string?)episode["series"]?["title"])));
        app.MapGet(api + "/queue", (HttpRequest request) => QueuePage(request, ("includeSeries", "series"), ("includeEpisode", "episode")));
    }

    private static JsonObject Series(string name) => new()
    {
        ["id"] = 7,
        ["title"] = name.TrimEnd('*'),
        ["sortTitle"] = name.TrimEnd('*').ToLowerInvariant(),
        ["status"] = "continuing",
        ["images"] = Images(),
        ["seasons"] = new JsonArray(new JsonObject { ["seasonNumber"] = 1, ["monitored"] = true }),
        ["monitored"] = !name.EndsWith('*'),
        ["titleSlug"] = name.TrimEnd('*').ToLowerInvariant().Replace(' ', '-'),
    };

    private static JsonObject Shown(HttpRequest request, JsonObject episode)
    {
        var shown = (JsonObject)episode.DeepClone();
        if (!Flag(request, "includeSeries"))
        {
            shown.Remove("series");
        }

        return shown;
    }

    private static bool IsMonitored(JsonObject episode) => (bool)episode["monitored"]! && (bool)episode["series"]!["monitored"]!;

    private static DateTimeOffset? Airs(JsonObject episode) => TimeOf(episode["airDateUtc"]);
}
