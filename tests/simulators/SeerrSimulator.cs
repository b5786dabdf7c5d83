using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace HomeDash.Simulators;

/// <summary>
/// Seerr 3.1 and its elders Jellyseerr and Overseerr: 403 for a wrong key, requests without titles, a search that finds nothing
/// when TMDB is out of reach, and seasons that are left out of a request without a word when they are there already.
/// </summary>
public sealed class SeerrSimulator : IAsyncDisposable
{
    private static readonly TimeSpan Lag = TimeSpan.FromMilliseconds(300);

    private readonly Lock gate = new();
    private LoopbackServer server = null!;

    /// <summary>Where it is.</summary>
    public Uri Url => server.Url;

    /// <summary>The key that it knows.</summary>
    public string Key { get; set; } = "secret-key-of-seerr";

    /// <summary>What the user may do that the key acts as: 2 everything, 32 request.</summary>
    public int Permissions { get; set; } = 2;

    /// <summary>Whether it reaches TMDB.</summary>
    public bool HasTmdb { get; set; } = true;

    /// <summary>Whether it says yes to an answer and forgets it.</summary>
    public bool IsDeaf { get; set; }

    /// <summary>Whether Radarr and Sonarr take what is approved.</summary>
    public bool Forwards { get; set; } = true;

    /// <summary>What TMDB has.</summary>
    public List<SimulatedTitle> Titles { get; } =
    [
        new(603, "Big Buck Bunny", "2008-04-10"),
        new(604, "Sintel", "2010-09-27"),
        new(605, "Tears of Steel", "2012-09-26"),
        new(700, "Pioneer One", "2010-06-16") { Seasons = [2, 6, 4, 5] },
    ];

    /// <summary>What was requested.</summary>
    public List<SimulatedRequest> Requests { get; } = [];

    /// <summary>How films and series stand, by their id: 2 requested, 3 processing, 4 partly there, 5 there, 6 and 7 blocked or deleted.</summary>
    public Dictionary<int, int> Media { get; } = [];

    /// <summary>How seasons stand, by series and number.</summary>
    public Dictionary<(int Id, int Season), int> Seasons { get; } = [];

    /// <summary>How often the details of a title were asked for.</summary>
    public int Lookups { get; private set; }

    /// <summary>What was ordered last.</summary>
    public JsonElement? Ordered { get; private set; }

    /// <summary>Starts one.</summary>
    public static async Task<SeerrSimulator> StartAsync()
    {
        var simulator = new SeerrSimulator();
        simulator.server = await LoopbackServer.StartAsync(simulator.Map);
        return simulator;
    }

    /// <summary>Adds a request of somebody.</summary>
    public SimulatedRequest Ask(int id, int status = 1, string by = "tilda", DateTimeOffset? at = null, params int[] seasons)
    {
        var request = new SimulatedRequest(Requests.Count + 1, id, by, at ?? new DateTimeOffset(2026, 5, 1, 12, 0, 0, TimeSpan.Zero).AddMinutes(Requests.Count), seasons) { Status = status };
        Requests.Add(request);
        if (status is 1 or 2)
        {
            Media.TryAdd(id, status == 1 ? 2 : 3);
        }

        return request;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => server.DisposeAsync();

    private void Map(WebApplication app)
    {
        app.Use(async (context, next) =>
        {
            var key = context.Request.Headers["X-Api-Key"].ToString();
            if (key == Key)
            {
                await next(context);
                return;
            }

            context.Response.StatusCode = key.Length == 0 ? 401 : 403;
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync(key.Length == 0
                ? """{"message":"cookie 'connect.sid' required"}"""
                : """{"status":403,"message":"You do not have permission to access this endpoint"}""");
        });
        var api = app.MapGroup("/api/v1");
        api.MapGet("/auth/me", () => Json(new JsonObject { ["id"] = 1, ["displayName"] = "ada", ["permissions"] = Permissions }));
        api.MapGet("/status", () => Json(new JsonObject { ["version"] = "3.1.0", ["commitTag"] = "local" }));
        api.MapGet("/search", (string query) => Json(Found(HasTmdb ? Titles.Where(title => title.Name.Contains(query, StringComparison.OrdinalIgnoreCase)) : [])));
        api.MapGet("/discover/trending", () => HasTmdb ? Json(Found(Titles)) : Failed(500, "Unable to retrieve trending items."));
        api.MapGet("/movie/{id:int}", (int id) => Details("movie", id));
        api.MapGet("/tv/{id:int}", (int id) => Details("tv", id));
        api.MapGet("/request", (int take, int skip, string? filter) => List(take, skip, filter));
        api.MapGet("/request/count", () => Count());
        api.MapGet("/request/{id:int}", (int id) => Requests.Find(one => one.Number == id) is { } one ? Json(Request(one)) : Failed(404, "Request not found."));
        api.MapGet("/user", () => Json(new JsonObject
        {
            ["results"] = new JsonArray([.. Requests.GroupBy(one => one.By).Select((group, index) => (JsonNode)new JsonObject { ["id"] = index + 1, ["displayName"] = group.Key, ["requestCount"] = group.Count() })]),
        }));
        api.MapPost("/request", async (HttpRequest request) =>
        {
            using var reader = new StreamReader(request.Body);
            return Order(JsonElement.Parse(await reader.ReadToEndAsync()));
        });
        api.MapPost("/request/{id:int}/approve", (int id) => Answer(id, true));
        api.MapPost("/request/{id:int}/decline", (int id) => Answer(id, false));
        foreach (var (kind, profiles) in new[] { ("radarr", new[] { "HD-1080p", "Ultra-HD" }), ("sonarr", ["HD-720p"]) })
        {
            api.MapGet($"/service/{kind}", () => Json(new JsonArray(new JsonObject { ["id"] = 0, ["name"] = $"{kind} of the house", ["is4k"] = false, ["isDefault"] = true, ["activeProfileId"] = 4 })));
            api.MapGet($"/service/{kind}/0", () => Json(new JsonObject { ["profiles"] = new JsonArray([.. profiles.Select((name, index) => (JsonNode)new JsonObject { ["id"] = index + 4, ["name"] = name })]) }));
        }
    }

    private JsonObject Found(IEnumerable<SimulatedTitle> titles)
    {
        JsonNode[] results = [.. titles.Select(title => (JsonNode)Title(title, true))];
        return new() { ["page"] = 1, ["totalPages"] = 1, ["totalResults"] = results.Length, ["results"] = new JsonArray(results.Length == 0 ? [] : [.. results, new JsonObject { ["id"] = 9, ["mediaType"] = "person", ["name"] = "Somebody" }]) };
    }

    private JsonObject Title(SimulatedTitle title, bool inSearch)
    {
        var json = new JsonObject { ["id"] = title.Id, [title.IsSeries ? "name" : "title"] = title.Name, [title.IsSeries ? "firstAirDate" : "releaseDate"] = title.Date, ["overview"] = title.Overview };
        if (inSearch)
        {
            json["mediaType"] = title.IsSeries ? "tv" : "movie";
        }
        else if (title.IsSeries)
        {
            json["seasons"] = new JsonArray([.. title.Seasons.Select((episodes, number) => (JsonNode)new JsonObject { ["id"] = number, ["seasonNumber"] = number, ["name"] = number == 0 ? "Specials" : $"Season {number}", ["episodeCount"] = episodes })]);
        }

        if (Media.TryGetValue(title.Id, out var status))
        {
            json["mediaInfo"] = MediaOf(title.Id, title.IsSeries, status, !inSearch);
        }

        return json;
    }

    private JsonObject MediaOf(int id, bool isSeries, int status, bool withRequests)
    {
        var json = new JsonObject
        {
            ["id"] = id + 1000, ["tmdbId"] = id, ["mediaType"] = isSeries ? "tv" : "movie", ["status"] = status, ["status4k"] = 1,
            ["seasons"] = new JsonArray([.. Seasons.Where(one => one.Key.Id == id).Select(one => (JsonNode)new JsonObject { ["seasonNumber"] = one.Key.Season, ["status"] = one.Value })]),
        };
        if (withRequests)
        {
            json["requests"] = new JsonArray([.. Requests.Where(one => one.MediaId == id).Select(one => (JsonNode)Request(one))]);
        }

        return json;
    }

    private JsonObject Request(SimulatedRequest one)
    {
        var isSeries = Titles.Find(title => title.Id == one.MediaId)?.IsSeries == true;
        return new()
        {
            ["id"] = one.Number, ["status"] = one.Status, ["type"] = isSeries ? "tv" : "movie", ["is4k"] = false, ["createdAt"] = one.At.UtcDateTime.ToString("O"), ["updatedAt"] = one.At.AddHours(1).UtcDateTime.ToString("O"),
            ["media"] = MediaOf(one.MediaId, isSeries, Media.GetValueOrDefault(one.MediaId, 1), false),
            ["seasons"] = new JsonArray([.. one.Seasons.Select(number => (JsonNode)new JsonObject { ["seasonNumber"] = number, ["status"] = one.Status })]),
            ["requestedBy"] = new JsonObject { ["id"] = 2, ["displayName"] = one.By }, ["modifiedBy"] = one.AnsweredBy is null ? null : new JsonObject { ["id"] = 1, ["displayName"] = one.AnsweredBy },
            ["serverId"] = null, ["profileId"] = null, ["profileName"] = one.Profile,
        };
    }

    private IResult Details(string type, int id)
    {
        Lookups++;
        return HasTmdb && Titles.Find(title => title.Id == id && title.IsSeries == (type == "tv")) is { } found
            ? Json(Title(found, false))
            : Failed(500, type == "tv" ? "Unable to retrieve series." : "Unable to retrieve movie.");
    }

    private IResult List(int take, int skip, string? filter)
    {
        var all = Requests.Where(one => filter != "pending" || one.Status == 1).OrderByDescending(one => one.At).ToArray();
        return Json(new JsonObject
        {
            ["pageInfo"] = new JsonObject { ["pages"] = (all.Length + take - 1) / take, ["pageSize"] = take, ["results"] = all.Length, ["page"] = skip / take + 1 },
            ["results"] = new JsonArray([.. all.Skip(skip).Take(take).Select(one => (JsonNode)Request(one))]),
        });
    }

    private IResult Count() => Json(new JsonObject
    {
        ["total"] = Requests.Count,
        ["movie"] = Requests.Count(one => one.Seasons.Count == 0),
        ["tv"] = Requests.Count(one => one.Seasons.Count > 0),
        ["pending"] = Requests.Count(one => one.Status == 1),
        ["approved"] = Requests.Count(one => one.Status == 2),
        ["declined"] = Requests.Count(one => one.Status == 3),
        ["processing"] = Requests.Count(one => one.Status == 2 && Media.GetValueOrDefault(one.MediaId) != 5),
        ["available"] = Requests.Count(one => one.Status == 2 && Media.GetValueOrDefault(one.MediaId) == 5),
        ["completed"] = Requests.Count(one => one.Status == 5),
    });

    private IResult Order(JsonElement order)
    {
        lock (gate)
        {
            Ordered = order;
            var id = order.GetProperty("mediaId").GetInt32();
            if (!HasTmdb || Titles.Find(one => one.Id == id) is not { } title)
            {
                return Failed(500, "[TMDB] Failed to fetch movie details: getaddrinfo ENOTFOUND api.themoviedb.org");
            }

            if (Media.GetValueOrDefault(id) == 6)
            {
                return Failed(403, "This media is blocklisted.");
            }

            var earlier = Requests.Where(one => one.MediaId == id && one.Status is not (3 or 5)).ToArray();
            if (!title.IsSeries && earlier.Length > 0)
            {
                return Failed(409, "Request for this media already exists.");
            }

            int[] seasons = title.IsSeries
                ? [.. order.GetProperty("seasons").EnumerateArray().Select(one => one.GetInt32()).Where(number => earlier.All(one => !one.Seasons.Contains(number)) && Seasons.GetValueOrDefault((id, number), 1) is 1 or 7)]
                : [];
            if (title.IsSeries && seasons.Length == 0)
            {
                return Failed(202, "No seasons available to request");
            }

            var made = Ask(id, Permissions == 2 ? 2 : 1, "ada", DateTimeOffset.UtcNow, seasons);
            made.Profile = order.TryGetProperty("profileId", out var profile) ? profile.GetInt32() == 5 ? "Ultra-HD" : "other" : null;
            return Results.Text(Request(made).ToJsonString(), "application/json", statusCode: 201);
        }
    }

    private IResult Answer(int id, bool approve)
    {
        if (Requests.Find(one => one.Number == id) is not { } found)
        {
            return Failed(404, "Request not found.");
        }

        if (!IsDeaf)
        {
            // It says yes first.
            _ = Task.Delay(Lag).ContinueWith(
                _ =>
                {
                    found.Status = approve ? Forwards ? 2 : 4 : 3;
                    found.AnsweredBy = "ada";
                    Media[found.MediaId] = approve ? 3 : 1;
                },
                TaskScheduler.Default);
        }

        return Json(Request(found));
    }

    private static IResult Json(JsonNode json) => Results.Text(json.ToJsonString(), "application/json");

    private static IResult Failed(int status, string message) =>
        Results.Text(new JsonObject { ["status"] = status, ["message"] = message }.ToJsonString(), "application/json", statusCode: status);
}

/// <summary>Something that TMDB has.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Date">When it came out.</param>
public sealed record SimulatedTitle(int Id, string Name, string Date)
{
    /// <summary>How many episodes each season has, the specials first; none for a film.</summary>
    public IReadOnlyList<int> Seasons { get; init; } = [];

    public string Overview { get; init; } = "What it is about.";

    public bool IsSeries => Seasons.Count > 0;
}

/// <summary>Something that somebody requested.</summary>
/// <param name="Number">Its number.</param>
/// <param name="MediaId">What, by its id at TMDB.</param>
/// <param name="By">Who.</param>
/// <param name="At">When.</param>
/// <param name="Seasons">Which seasons.</param>
public sealed record SimulatedRequest(int Number, int MediaId, string By, DateTimeOffset At, IReadOnlyList<int> Seasons)
{
    /// <summary>1 pending, 2 approved, 3 declined, 4 failed, 5 completed.</summary>
    public int Status { get; set; }

    public string? AnsweredBy { get; set; }

    public string? Profile { get; set; }
}
