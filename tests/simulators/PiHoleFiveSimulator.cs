using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace HomeDash.Simulators;

/// <summary>The interface of Pi-hole 5 (<c>api.php</c>): 200 to everything, arrays where PHP has nothing to say, and a pause that is taken only once.</summary>
public sealed class PiHoleFiveSimulator : IAsyncDisposable
{
    private readonly Lock gate = new();
    private readonly SteppedClock clock;
    private string? timerFile;
    private LoopbackServer server = null!;

    private PiHoleFiveSimulator(SteppedClock clock) => (this.clock, Switch) = (clock, new(clock));

    /// <summary>Where it is.</summary>
    public Uri Url => server.Url;

    /// <summary>Whether it blocks.</summary>
    public FlipSwitch Switch { get; }

    /// <summary>Its token.</summary>
    public string Token { get; } = "secret0123456789abcdef";

    /// <summary>What its web server does with a path that it does not have: by an address it shows a page, by the name pi.hole it leads to <c>/admin</c>.</summary>
    public Func<IResult> Elsewhere { get; set; } = () => Results.Text("<!doctype html><title>404 Not Found</title>", "text/html", statusCode: 404);

    /// <summary>Whether it leaves the end of a pause where it can be read.</summary>
    public bool TellsTimer { get; set; } = true;

    /// <summary>Whether it has counted anything.</summary>
    public bool IsNew { get; set; }

    /// <summary>Starts one.</summary>
    public static async Task<PiHoleFiveSimulator> StartAsync(SteppedClock? clock = null)
    {
        var simulator = new PiHoleFiveSimulator(clock ?? new());
        simulator.server = await LoopbackServer.StartAsync(simulator.Map);
        return simulator;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => server.DisposeAsync();

    private void Map(WebApplication app)
    {
        app.MapGet("/admin/api.php", (HttpRequest request, HttpResponse response) => Answer(request.Query, response));
        app.MapGet("/admin/{**path}", () => Results.Text("<!doctype html><title>Pi-hole</title>", "text/html"));
        app.MapGet("/custom_disable_timer", (HttpResponse response) =>
        {
            response.Headers.Date = clock.GetUtcNow().ToString("R", CultureInfo.InvariantCulture);
            lock (gate)
            {
                return timerFile is null ? Elsewhere() : Results.Bytes(System.Text.Encoding.ASCII.GetBytes(timerFile), "application/octet-stream");
            }
        });
        app.MapFallback(() => Elsewhere());
    }

    private IResult Answer(IQueryCollection query, HttpResponse response)
    {
        response.Headers.Date = clock.GetUtcNow().ToString("R", CultureInfo.InvariantCulture);
        var known = query["auth"] == Token;
        var answer = new JsonObject();
        lock (gate)
        {
            if (query.ContainsKey("enable") && known)
            {
                Switch.Set(true);
                timerFile = null;
                answer["status"] = "enabled";
            }
            else if (query.ContainsKey("disable") && known)
            {
                Disable(int.TryParse(query["disable"], CultureInfo.InvariantCulture, out var seconds) ? seconds : 0);
                answer["status"] = "disabled";
            }
            else if (query.ContainsKey("versions"))
            {
                (answer["core_update"], answer["core_current"], answer["web_current"], answer["FTL_current"]) = (false, "v5.18.3", "v5.21", "v5.25.2");
            }

            if (query.ContainsKey("version"))
            {
                answer["version"] = 3;
            }

            if (query.ContainsKey("status") && known)
            {
                answer["status"] = Switch.On ? "enabled" : "disabled";
            }

            if (query.ContainsKey("summaryRaw") && known)
            {
                answer["domains_being_blocked"] = IsNew ? "N/A" : 126_712;
                (answer["dns_queries_today"], answer["ads_blocked_today"], answer["ads_percentage_today"]) = IsNew ? (0, 0, 0.0) : (20_012, 2_501, 12.497501);
                (answer["unique_clients"], answer["status"]) = (9, Switch.On ? "enabled" : "disabled");
            }

            if (query.ContainsKey("topItems") && known)
            {
                answer["top_queries"] = IsNew ? new JsonArray() : new JsonObject { ["example.com"] = 400 };
                answer["top_ads"] = IsNew ? new JsonArray() : new JsonObject { ["ads.example.com"] = 1200, ["pixel.example.org"] = 3 };
            }
        }

        return Results.Text(answer.Count == 0 ? "[]" : answer.ToJsonString(), "application/json");
    }

    private void Disable(int seconds)
    {
        // "Blocking already disabled, nothing to do", says the program behind it; the page has written the file all the same.
        if (Switch.On)
        {
            Switch.Set(false, seconds > 0 ? seconds : null);
        }

        timerFile = seconds > 0 && TellsTimer ? ((clock.GetUtcNow().ToUnixTimeSeconds() + seconds) * 1000).ToString(CultureInfo.InvariantCulture) : null;
    }
}
