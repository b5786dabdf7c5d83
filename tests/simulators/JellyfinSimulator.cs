using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace HomeDash.Simulators;

/// <summary>Jellyfin 10.10: keys and sign-ins in the header Authorization, 401 without a body, and one sign-in for each user and device.</summary>
public sealed partial class JellyfinSimulator : MediaBrowserSimulator
{
    private readonly Dictionary<string, string> tokens = [];

    /// <summary>The password of the user <c>ada</c>.</summary>
    public string Password { get; set; } = "secret: pässword";

    /// <summary>How often somebody has signed in.</summary>
    public int SignIns { get; private set; }

    /// <summary>How many sign-ins still hold.</summary>
    public int SignedIn => tokens.Count;

    protected override string Prefix => "";

    protected override JsonObject System => new() { ["ServerName"] = "nas", ["Version"] = "10.10.7", ["ProductName"] = "Jellyfin Server", ["Id"] = "77", ["StartupWizardCompleted"] = true };

    /// <summary>Starts one.</summary>
    public static async Task<JellyfinSimulator> StartAsync()
    {
        var simulator = new JellyfinSimulator();
        await simulator.ServeAsync();
        return simulator;
    }

    /// <summary>Ends every sign-in, as an administrator can.</summary>
    public void SignEverybodyOut() => tokens.Clear();

    protected override IResult? Refusal(HttpRequest request) =>
        TokenOf(request) is { } token && (token == Key || tokens.ContainsValue(token)) ? null : Results.StatusCode(401);

    protected override void MapMore(WebApplication app)
    {
        app.MapPost("/Users/AuthenticateByName", async (HttpRequest request) =>
        {
            using var reader = new StreamReader(request.Body);
            var body = JsonElement.Parse(await reader.ReadToEndAsync());
            var device = Field().Matches(request.Headers.Authorization.ToString()).FirstOrDefault(match => match.Groups[1].Value == "DeviceId")?.Groups[2].Value;
            if (device is null)
            {
                return Results.Text("Error processing request.", statusCode: 400);
            }

            if (body.GetProperty("Username").GetString() != "ada" || body.GetProperty("Pw").GetString() != Password)
            {
                return Results.Text("Error processing request.", statusCode: 401);
            }

            SignIns++;
            tokens[device] = $"token-{SignIns}";
            return Json(new JsonObject { ["User"] = new JsonObject { ["Name"] = "ada", ["Id"] = "ada-id" }, ["AccessToken"] = tokens[device], ["ServerId"] = "77" });
        });
        app.MapPost("/Sessions/Logout", (HttpRequest request) =>
        {
            var device = tokens.FirstOrDefault(one => one.Value == TokenOf(request)).Key;
            return device is not null && tokens.Remove(device) ? Results.StatusCode(204) : Results.StatusCode(401);
        });
    }

    protected override JsonObject Item(SimulatedPlayback one)
    {
        var item = base.Item(one);
        item["MediaStreams"] = new JsonArray(
            new JsonObject { ["Type"] = "Video", ["Index"] = 0, ["BitRate"] = one.KilobitsPerSecond * 1000 - 384_000 },
            new JsonObject { ["Type"] = "Audio", ["Index"] = 1, ["BitRate"] = 384_000 },
            new JsonObject { ["Type"] = "Audio", ["Index"] = 2, ["BitRate"] = 640_000 });
        return item;
    }

    private static string? TokenOf(HttpRequest request) => request.Headers.Authorization.ToString() is var header && header.StartsWith("MediaBrowser ", StringComparison.Ordinal)
        ? Field().Matches(header).FirstOrDefault(match => match.Groups[1].Value == "Token") is { } token ? Uri.UnescapeDataString(token.Groups[2].Value) : null
        : null;

    [GeneratedRegex("(\\w+)=\"([^\"]*)\"")]
    private static partial Regex Field();
}
