using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace HomeDash.Simulators;

/// <summary>
/// The WebUI of qBittorrent 5.2, WebAPI 2.14.1: an API key beside the session, whose cookie is named after the port; 204 for
/// orders without an answer; JSON for what was added. As its source and its wiki page on API keys say.
/// </summary>
public sealed class QBittorrentSimulator : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, Torrent> torrents = [];
    private readonly ConcurrentDictionary<string, long> limits = [];
    private readonly string session = Guid.NewGuid().ToString("n");
    private LoopbackServer server = null!;

    private QBittorrentSimulator()
    {
    }

    /// <summary>Where it is.</summary>
    public Uri Url => server.Url;

    /// <summary>The password of the user <c>admin</c>.</summary>
    public string Password { get; } = "secret of the simulator";

    /// <summary>The API key: <c>qbt_</c> and 28 more; a new one ends the one before.</summary>
    public string ApiKey { get; private set; } = NewKey();

    /// <summary>What was asked for, with the scheme of what showed who asks: <c>Bearer GET app/version</c>.</summary>
    public ConcurrentQueue<string> Asked { get; } = [];

    private string Cookie => $"QBT_SID_{Url.Port}";

    /// <summary>Starts one.</summary>
    public static async Task<QBittorrentSimulator> StartAsync()
    {
        var simulator = new QBittorrentSimulator();
        simulator.server = await LoopbackServer.StartAsync(app => app.MapMethods("/api/v2/{**call}", ["GET", "POST"], (Delegate)simulator.AnswerAsync));
        return simulator;
    }

    /// <summary>Makes a new key, as its page does.</summary>
    public void Rotate() => ApiKey = NewKey();

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => server.DisposeAsync();

    private async Task<IResult> AnswerAsync(HttpContext context, string call)
    {
        var request = context.Request;
        var form = request.HasFormContentType ? await request.ReadFormAsync() : FormCollection.Empty;
        var bearer = request.Headers.Authorization.ToString() is ['B', 'e', 'a', 'r', 'e', 'r', ' ', .. var key] ? key : null;
        Asked.Enqueue($"{(bearer is not null ? "Bearer" : request.Cookies.ContainsKey(Cookie) ? "Cookie" : "Nobody")} {request.Method} {call}");
        if (call == "auth/login")
        {
            return bearer is null ? SignIn(context.Response, form) : Forbidden();
        }

        return (bearer is null ? request.Cookies[Cookie] == session : bearer == ApiKey)
            ? request.Method == "GET" ? Read(call, request.Query["hash"].ToString()) : Write(call, form)
            : Forbidden();
    }

    private IResult SignIn(HttpResponse response, IFormCollection form)
    {
        if (form["username"] != "admin" || form["password"] != Password)
        {
            return Results.Text("Unauthorized", statusCode: 401);
        }

        response.Headers.SetCookie = $"{Cookie}={session}; HttpOnly; path=/; SameSite=Lax";
        return Results.NoContent();
    }

    private IResult Read(string call, string hash) => call switch
    {
        "app/version" => Results.Text("v5.2.0"),
        "sync/maindata" => Results.Json(new
        {
            full_update = true,
            server_state = new { dl_info_speed = 0, up_info_speed = 0, dl_rate_limit = Limit("setDownloadLimit"), up_rate_limit = Limit("setUploadLimit"), free_space_on_disk = 1L << 40 },
            torrents = torrents.ToDictionary(torrent => torrent.Key, torrent => new
            {
                name = torrent.Value.Name,
                state = torrent.Value.Stopped ? "stoppedDL" : "stalledDL",
                progress = 0.0,
                size = 100_000,
                completed = 0,
                amount_left = 100_000,
                dlspeed = 0,
                upspeed = 0,
                eta = 8_640_000,
                added_on = 1_700_000_000,
                category = torrent.Value.Category,
            }),
        }),
        "torrents/properties" when torrents.ContainsKey(hash) => Results.Json(new { save_path = "/downloads", completion_date = -1, total_uploaded = 0, seeds = 0, peers = 0 }),
        "torrents/files" when torrents.TryGetValue(hash, out var found) => Results.Json(new[] { new { name = found.Name, size = 100_000, progress = 0.0 } }),
        _ => Results.Text("Not Found", statusCode: 404),
    };

    private IResult Write(string call, IFormCollection form)
    {
        switch (call)
        {
            case "torrents/add":
                return Add(form);
            case "torrents/stop" or "torrents/start":
                foreach (var hash in Named(form))
                {
                    torrents[hash] = torrents[hash] with { Stopped = call == "torrents/stop" };
                }

                return Results.NoContent();
            case "torrents/delete":
                foreach (var hash in Named(form))
                {
                    torrents.TryRemove(hash, out _);
                }

                return Results.NoContent();
            case "transfer/setDownloadLimit" or "transfer/setUploadLimit":
                limits[call["transfer/".Length..]] = long.Parse(form["limit"]!, CultureInfo.InvariantCulture);
                return Results.NoContent();
            default:
                return Results.Text("Not Found", statusCode: 404);
        }
    }

    // Magnet links only: reading a .torrent file is no part of what differs from 5.1, which runs for real.
    private IResult Add(IFormCollection form)
    {
        var link = Uri.TryCreate(form["urls"], UriKind.Absolute, out var given) && given.Scheme == "magnet" ? System.Web.HttpUtility.ParseQueryString(given.Query) : null;
        var hash = link?["xt"]?.Split(':')[^1].ToLowerInvariant();
        var added = hash is not null && torrents.TryAdd(hash, new(link!["dn"] ?? hash, form["stopped"] == "true", form["category"].ToString()));
        return Results.Json(
            new { success_count = added ? 1 : 0, pending_count = 0, failure_count = added ? 0 : 1, added_torrent_ids = added ? new[] { hash } : [] },
            statusCode: added ? 200 : 409);
    }

    private IEnumerable<string> Named(IFormCollection form) =>
        form["hashes"] == "all" ? torrents.Keys : form["hashes"].ToString().Split('|').Where(torrents.ContainsKey);

    private long Limit(string which) => limits.GetValueOrDefault(which);

    private static IResult Forbidden() => Results.Text("Forbidden", statusCode: 403);

    private static string NewKey() => $"qbt_{Guid.NewGuid():n}"[..32];

    private sealed record Torrent(string Name, bool Stopped, string Category);
}
