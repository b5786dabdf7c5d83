using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace HomeDash.Simulators;

/// <summary>The Subsonic API of Navidrome 0.53: HTTP 200 for every failure, and lists that are left out when they are empty.</summary>
public sealed class NavidromeSimulator : IAsyncDisposable
{
    private LoopbackServer server = null!;

    /// <summary>Where it is.</summary>
    public Uri Url => server.Url;

    /// <summary>The password of the user <c>ada</c>.</summary>
    public string Password { get; set; } = "secret: pässword";

    /// <summary>What every call fails with; null for none.</summary>
    public (int Code, string Message)? Failure { get; set; }

    /// <summary>How many credentials were wrong.</summary>
    public int Wrong { get; private set; }

    /// <summary>What is listened to.</summary>
    public List<SimulatedPlayback> Playing { get; } = [];

    /// <summary>What it has.</summary>
    public List<SimulatedMedia> Library { get; } = [];

    /// <summary>Starts one.</summary>
    public static async Task<NavidromeSimulator> StartAsync()
    {
        var simulator = new NavidromeSimulator();
        simulator.server = await LoopbackServer.StartAsync(app => app.MapPost("/rest/{method}", simulator.AnswerAsync));
        return simulator;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => server.DisposeAsync();

    private async Task<IResult> AnswerAsync(HttpRequest request, string method)
    {
        var form = await request.ReadFormAsync();
        if (!IsIn(form))
        {
            Wrong++;
            return Failed(40, "Wrong username or password");
        }

        return Failure is var (code, message) ? Failed(code, message) : method switch
        {
            "ping.view" => Say("ok"),
            "getNowPlaying.view" => Say("ok", ("nowPlaying", List("entry", Playing.Where(one => !one.HasEnded).Select(Entry)))),
            "getAlbumList2.view" when form["type"] == "newest" => Say("ok", ("albumList2", List("album", Library.OrderByDescending(one => one.AddedAt).Take(int.Parse(form["size"].ToString())).Select(Album)))),
            "getAlbumList2.view" => Failed(10, "Missing parameter: type"),
            _ => Results.Text("404 page not found", statusCode: 404),
        };
    }

    private bool IsIn(IFormCollection form)
    {
#pragma warning disable CA5351 // The API asks for it.
        var token = Convert.ToHexStringLower(MD5.HashData(Encoding.UTF8.GetBytes(Password + form["s"])));
#pragma warning restore CA5351
        return form["u"] == "ada" && form["t"] == token && form["f"] == "json" && form["s"].ToString().Length >= 6;
    }

    private static JsonNode Entry(SimulatedPlayback one, int number) => new JsonObject
    {
        ["id"] = $"song-{one.Id}", ["isDir"] = false, ["title"] = one.Title, ["album"] = one.Album, ["artist"] = one.Artist, ["track"] = 3, ["year"] = one.Year, ["duration"] = one.LengthSeconds,
        ["bitRate"] = one.KilobitsPerSecond, ["suffix"] = "flac", ["username"] = one.User, ["minutesAgo"] = 1, ["playerId"] = number + 1, ["playerName"] = one.Client,
    };

    private static JsonNode Album(SimulatedMedia one) => new JsonObject
    {
        ["id"] = $"id of {one.Title}", ["name"] = one.Title, ["artist"] = one.Artist, ["year"] = one.Year ?? 0, ["duration"] = one.LengthSeconds, ["created"] = one.AddedAt.UtcDateTime.ToString("O"),
    };

    private static JsonObject List(string name, IEnumerable<JsonNode> items)
    {
        JsonNode[] all = [.. items];
        return all.Length == 0 ? [] : new() { [name] = new JsonArray(all) };
    }

    private static IResult Failed(int code, string message) => Say("failed", ("error", new JsonObject { ["code"] = code, ["message"] = message }));

    private static IResult Say(string status, params (string Name, JsonNode Value)[] more)
    {
        var response = new JsonObject { ["status"] = status, ["version"] = "1.16.1", ["type"] = "navidrome", ["serverVersion"] = "0.53.3 (13af8ed4)", ["openSubsonic"] = true };
        foreach (var (name, value) in more)
        {
            response[name] = value;
        }

        return Results.Text(new JsonObject { ["subsonic-response"] = response }.ToJsonString(), "application/json");
    }
}
