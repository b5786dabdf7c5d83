using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace HomeDash.Simulators;

/// <summary>
/// What Sonarr, Radarr, Lidarr, Readarr and Prowlarr have in common: a key in a header, lists in pages that fall back to
/// their own order when they do not know the one asked for, and answers that are too long for what is needed of them.
/// </summary>
public abstract class ArrSimulator : IAsyncDisposable
{
    private readonly string name;
    private readonly string path;
    private LoopbackServer server = null!;

    private protected ArrSimulator(string name, string path, string version) => (this.name, this.path, Version) = (name, path, version);

    /// <summary>Where it is.</summary>
    public Uri Url => new(server.Url, BasePath.TrimStart('/'));

    /// <summary>What it is set to as its URL base; the address without it is redirected there.</summary>
    public string BasePath { get; init; } = "";

    /// <summary>Its API key.</summary>
    public string Key { get; set; } = "secret0123456789abcdef0123456789";

    /// <summary>Its version.</summary>
    public string Version { get; set; }

    /// <summary>What the queue holds.</summary>
    public List<JsonObject> Queue { get; } = [];

    /// <summary>The addresses that were asked, with their queries.</summary>
    public List<string> Asked { get; } = [];

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private protected async Task StartServerAsync() => server = await LoopbackServer.StartAsync(app =>
    {
        app.Use(async (context, next) =>
        {
            lock (Asked)
            {
                Asked.Add(context.Request.Path + context.Request.QueryString);
            }

            if (BasePath.Length > 0 && !context.Request.Path.StartsWithSegments(BasePath, StringComparison.Ordinal))
            {
                context.Response.StatusCode = 307;
                context.Response.Headers.Location = BasePath + context.Request.Path + context.Request.QueryString;
                return;
            }

            if (context.Request.Path.StartsWithSegments(BasePath + "/api", StringComparison.Ordinal) && context.Request.Headers["X-Api-Key"] != Key)
            {
                context.Response.StatusCode = 401;
                await context.Response.WriteAsJsonAsync(new { error = "Unauthorized" });
                return;
            }

            await next();
        });
        app.UseRouting();
        var api = BasePath + path;
        app.MapGet(api + "/system/status", () => Json(new JsonObject
        {
            ["appName"] = name,
            ["instanceName"] = name,
            ["version"] = Version,
            ["isProduction"] = true,
            ["osName"] = "debian",
            ["authentication"] = "forms",
            ["urlBase"] = BasePath,
        }));
        Map(app, api);
        app.MapFallback((HttpRequest request) => request.Path.StartsWithSegments(BasePath + "/api", StringComparison.Ordinal)
            ? Results.Json(new { message = "NotFound" }, statusCode: 404)
            : Results.Text($"<!doctype html><html><head><title>{name}</title></head><body><div id=\"root\"></div></body></html>", "text/html"));
    });

    /// <summary>Says what it answers beside its status.</summary>
    private protected abstract void Map(WebApplication app, string api);

    /// <summary>One page of a list.</summary>
    /// <param name="request">Says which.</param>
    /// <param name="items">The whole list.</param>
    /// <param name="keys">The orders it knows, the first one being its own.</param>
    private protected static IResult Page(HttpRequest request, IEnumerable<JsonObject> items, params IReadOnlyList<(string Key, Func<JsonObject, IComparable?> Of)> keys)
    {
        var (page, size) = (Number(request, "page", 1), Number(request, "pageSize", 10));
        var asked = (string?)request.Query["sortKey"] ?? "";
        var (key, of) = keys.FirstOrDefault(one => one.Key.Equals(asked, StringComparison.OrdinalIgnoreCase)) is { Key: not null } known ? known : keys[0];
        var descending = string.Equals(request.Query["sortDirection"], "descending", StringComparison.OrdinalIgnoreCase);
        var all = items.ToArray();
        var ordered = descending ? all.OrderByDescending(of) : all.OrderBy(of);
        return Json(new JsonObject
        {
            ["page"] = page,
            ["pageSize"] = size,
            ["sortKey"] = key,
            ["sortDirection"] = descending ? "descending" : "ascending",
            ["totalRecords"] = all.Length,
            ["records"] = new JsonArray([.. ordered.Skip((page - 1) * size).Take(size).Select(item => item.DeepClone())]),
        });
    }

    /// <summary>The queue, without what only comes on request.</summary>
    private protected IResult QueuePage(HttpRequest request, params IReadOnlyList<(string Parameter, string Property)> includes) => Page(
        request,
        Queue.Select(item =>
        {
            var shown = (JsonObject)item.DeepClone();
            foreach (var (_, property) in includes.Where(include => !Flag(request, include.Parameter)))
            {
                shown.Remove(property);
            }

            return shown;
        }),
        ("timeleft", item => (string?)item["timeleft"]));

    /// <summary>Whether a time lies between the start and the end that a request names.</summary>
    private protected static bool IsAsked(HttpRequest request, DateTimeOffset? time) =>
        time >= Time(request, "start") && time <= Time(request, "end");

    private protected static bool Flag(HttpRequest request, string parameter) => string.Equals(request.Query[parameter], "true", StringComparison.OrdinalIgnoreCase);

    private protected static IResult Json(JsonNode json, int status = 200) => Results.Text(json.ToJsonString(), "application/json", statusCode: status);

    private protected static JsonArray List(IEnumerable<JsonObject> items) => new([.. items.Select(item => item.DeepClone())]);

    /// <summary>A time as these programs write it.</summary>
    private protected static string? Written(DateTimeOffset? time) => time?.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

    /// <summary>A day as these programs write it.</summary>
    private protected static string? Written(DateOnly? day) => day?.ToString("yyyy-MM-dd'T00:00:00Z'", CultureInfo.InvariantCulture);

    /// <summary>A time that was written so.</summary>
    private protected static DateTimeOffset? TimeOf(JsonNode? written) => (string?)written is { } text ? DateTimeOffset.Parse(text, CultureInfo.InvariantCulture) : null;

    /// <summary>Parts of an answer that nobody needs, and that make it long.</summary>
    private protected static JsonArray Images() => new(new JsonObject { ["coverType"] = "poster", ["url"] = "/MediaCover/1/poster.jpg?lastWrite=638000000000000000", ["remoteUrl"] = "https://artworks.example/poster.jpg" });

    /// <summary>An entry of a queue.</summary>
    /// <param name="item">What it is about, by property.</param>
    /// <param name="id">Its id.</param>
    /// <param name="release">The release.</param>
    /// <param name="size">Its size in bytes.</param>
    /// <param name="left">How much is left.</param>
    /// <param name="status">What the download client says.</param>
    /// <param name="state">What the program does.</param>
    /// <param name="tracked">How that is.</param>
    /// <param name="problem">What is wrong.</param>
    /// <param name="download">What the download client calls it.</param>
    public JsonObject Enqueue(
        JsonObject item, int id, string release, double size, double left, string status = "downloading", string state = "downloading", string tracked = "ok", string? problem = null, string? download = null)
    {
        item["id"] = id;
        item["title"] = release;
        item["size"] = size;
        item["sizeleft"] = left;
        item["timeleft"] = status == "downloading" ? "00:10:00" : null;
        item["status"] = status;
        item["trackedDownloadStatus"] = tracked;
        item["trackedDownloadState"] = state;
        item["statusMessages"] = problem is null ? new JsonArray() : new JsonArray(new JsonObject { ["title"] = release, ["messages"] = new JsonArray(problem) });
        item["downloadId"] = download ?? $"HASH{id}";
        item["protocol"] = "torrent";
        item["downloadClient"] = "qBittorrent";
        item["indexer"] = "Indexer (Prowlarr)";
        Queue.Add(item);
        return item;
    }

    private static int Number(HttpRequest request, string parameter, int otherwise) =>
        int.TryParse(request.Query[parameter], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : otherwise;

    private static DateTimeOffset Time(HttpRequest request, string parameter) =>
        DateTimeOffset.Parse(request.Query[parameter]!, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
