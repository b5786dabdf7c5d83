using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace HomeDash.Simulators;

/// <summary>Radarr 5: its calendar tells a film with all its releases when one of them lies in the days asked for, and its missing films may not be out.</summary>
public sealed class RadarrSimulator : ArrSimulator
{
    private readonly List<JsonObject> films = [];

    private RadarrSimulator()
        : base("Radarr", "/api/v3", "5.27.5.10198")
    {
    }

    /// <summary>Starts one.</summary>
    public static async Task<RadarrSimulator> StartAsync()
    {
        var simulator = new RadarrSimulator();
        await simulator.StartServerAsync();
        return simulator;
    }

    /// <summary>Adds a film.</summary>
    public RadarrSimulator With(string title, DateOnly? cinema = null, DateOnly? digital = null, DateOnly? physical = null, bool hasFile = false, bool monitored = true, bool isAvailable = true)
    {
        var id = films.Count + 1;
        films.Add(new()
        {
            ["id"] = id,
            ["title"] = title,
            ["originalTitle"] = title,
            ["sortTitle"] = title.ToLowerInvariant(),
            ["status"] = isAvailable ? "released" : "announced",
            ["overview"] = "People talk.",
            ["inCinemas"] = Written(cinema),
            ["digitalRelease"] = Written(digital),
            ["physicalRelease"] = Written(physical),
            ["images"] = Images(),
            ["year"] = 2026,
            ["hasFile"] = hasFile,
            ["monitored"] = monitored,
            ["minimumAvailability"] = "released",
            ["isAvailable"] = isAvailable,
            ["tmdbId"] = 600 + id,
            ["titleSlug"] = $"{600 + id}",
        });
        return this;
    }

    /// <summary>Puts a film into the queue.</summary>
    public RadarrSimulator Fetching(string title, double size, double left, string status = "downloading", string state = "downloading", string tracked = "ok", string? problem = null)
    {
        var id = Queue.Count + 1;
        Enqueue(
            new() { ["movieId"] = id, ["movie"] = new JsonObject { ["id"] = id, ["title"] = title, ["titleSlug"] = $"{600 + id}", ["images"] = Images(), ["hasFile"] = false, ["monitored"] = true } },
            id, $"{title.Replace(' ', '.')}.2026.2160p", size, left, status, state, tracked, problem);
        return this;
    }

    private protected override void Map(WebApplication app, string api)
    {
        app.MapGet(api + "/calendar", (HttpRequest request) => Json(List(films.Where(film =>
            (Flag(request, "unmonitored") || (bool)film["monitored"]!) && new[] { "inCinemas", "digitalRelease", "physicalRelease" }.Any(release => IsAsked(request, On(film, release)))))));
        app.MapGet(api + "/wanted/missing", (HttpRequest request) => Page(
            request,
            films.Where(film => (bool)film["monitored"]! && !(bool)film["hasFile"]!),
            ("movieMetadata.sortTitle", film => (string?)film["sortTitle"]), ("movieMetadata.digitalRelease", film => On(film, "digitalRelease"))));
        app.MapGet(api + "/queue", (HttpRequest request) => QueuePage(request, ("includeMovie", "movie")));
    }

    private static DateTimeOffset? On(JsonObject film, string release) => TimeOf(film[release]);
}
