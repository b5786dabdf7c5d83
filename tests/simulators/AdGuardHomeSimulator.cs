using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace HomeDash.Simulators;

/// <summary>The interface of AdGuard Home 0.107: Basic passwords with a lock-out, milliseconds, and null for an empty list.</summary>
public sealed class AdGuardHomeSimulator : IAsyncDisposable
{
    private const int MostWrong = 5;
    private static readonly TimeSpan LockOut = TimeSpan.FromMinutes(15);

    private readonly Lock gate = new();
    private readonly SteppedClock clock;
    private int wrong;
    private DateTimeOffset lockedUntil;
    private LoopbackServer server = null!;

    private AdGuardHomeSimulator(SteppedClock clock) => (this.clock, Switch) = (clock, new(clock));

    /// <summary>Where it is.</summary>
    public Uri Url => server.Url;

    /// <summary>Whether it blocks.</summary>
    public FlipSwitch Switch { get; }

    /// <summary>The password of the user <c>admin</c>.</summary>
    public string Password { get; set; } = "secret: pässword";

    /// <summary>How many passwords were wrong.</summary>
    public int Wrong
    {
        get
        {
            lock (gate)
            {
                return wrong;
            }
        }
    }

    /// <summary>Whether it is from before 2023: it cannot pause, and says 403 to a wrong password.</summary>
    public bool IsOld { get; set; }

    /// <summary>Whether it has no lists and has counted nothing yet.</summary>
    public bool IsNew { get; set; }

    /// <summary>Whether it uses its lists.</summary>
    public bool Filtering { get; set; } = true;

    /// <summary>For how many days it keeps its counts; up to seven are told by the hour.</summary>
    public int Days { get; set; } = 1;

    /// <summary>Starts one.</summary>
    public static async Task<AdGuardHomeSimulator> StartAsync(SteppedClock? clock = null)
    {
        var simulator = new AdGuardHomeSimulator(clock ?? new());
        simulator.server = await LoopbackServer.StartAsync(simulator.Map);
        return simulator;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => server.DisposeAsync();

    private void Map(WebApplication app)
    {
        app.MapGet("/control/status", (HttpRequest request) => Answer(request, () => Json(new()
        {
            ["version"] = IsOld ? "v0.107.6" : "v0.107.57",
            ["language"] = "en",
            ["dns_addresses"] = new JsonArray("127.0.0.1"),
            ["dns_port"] = 53,
            ["http_port"] = 3000,
            ["start_time"] = 1786713564601.578,
            ["protection_disabled_duration"] = Math.Max(0, (Switch.SecondsLeft ?? 0) * 1000),
            ["protection_enabled"] = Switch.On,
            ["dhcp_available"] = false,
            ["running"] = true,
        })));
        app.MapGet("/control/stats", (HttpRequest request) => Answer(request, () => Json(Stats())));
        app.MapGet("/control/filtering/status", (HttpRequest request) => Answer(request, () => Json(new()
        {
            ["filters"] = IsNew ? null : new JsonArray(List(true, 60_123), List(true, 1_000), List(false, 999_999)),
            ["whitelist_filters"] = null,
            ["user_rules"] = new JsonArray(),
            ["interval"] = 24,
            ["enabled"] = Filtering,
        })));
        app.MapPost("/control/protection", async (HttpRequest request) =>
        {
            using var reader = new StreamReader(request.Body);
            var body = await reader.ReadToEndAsync();
            return Answer(request, () => Order(request, body));
        });
        app.MapFallback((HttpRequest request) => Answer(request, () => Results.Text("404 page not found\n", statusCode: 404)));
    }

    private IResult Answer(HttpRequest request, Func<IResult> answer)
    {
        lock (gate)
        {
            return IsIn(request) ? answer() : IsOld ? Results.Text("Forbidden", statusCode: 403) : Results.StatusCode(401);
        }
    }

    private bool IsIn(HttpRequest request)
    {
        if (!AuthenticationHeaderValue.TryParse(request.Headers.Authorization, out var header) || header is not { Scheme: "Basic", Parameter: { } basic } || lockedUntil > clock.GetUtcNow())
        {
            return false;
        }

        if (Encoding.UTF8.GetString(Convert.FromBase64String(basic)) == $"admin:{Password}")
        {
            wrong = 0;
            return true;
        }

        if (++wrong % MostWrong == 0)
        {
            lockedUntil = clock.GetUtcNow() + LockOut;
        }

        return false;
    }

    private IResult Order(HttpRequest request, string body)
    {
        if (IsOld)
        {
            return Results.Text("404 page not found\n", statusCode: 404);
        }

        if (request.ContentType?.StartsWith("application/json", StringComparison.Ordinal) is not true)
        {
            return Results.Text("only content-type application/json is allowed\n", statusCode: 415);
        }

        var order = JsonElement.Parse(body);
        var enabled = order.GetProperty("enabled").GetBoolean();
        var duration = order.TryGetProperty("duration", out var given) ? given.GetUInt64() : 0;
        if (enabled && duration > 0)
        {
            return Results.Text("Setting a duration is only allowed with protection disabling\n", statusCode: 400);
        }

        Switch.Set(enabled, duration > 0 ? duration / 1000.0 : null);
        return Results.Text("OK\n");
    }

    private JsonObject Stats()
    {
        var byDay = Days > 7;
        var units = byDay ? Days : Days * 24;
        return new()
        {
            ["time_units"] = byDay ? "days" : "hours",
            ["top_queried_domains"] = new JsonArray(),
            ["top_blocked_domains"] = IsNew ? new JsonArray() : new JsonArray(Top("ads.example.com", 77), Top("metrics.example.net", 41), Top("x.example.org", 2)),
            ["dns_queries"] = new JsonArray([.. Enumerable.Range(0, units).Select(unit => JsonValue.Create(IsNew ? 0 : unit))]),
            ["blocked_filtering"] = new JsonArray([.. Enumerable.Range(0, units).Select(_ => JsonValue.Create(0))]),
            ["num_dns_queries"] = IsNew ? 0 : 1000,
            ["num_blocked_filtering"] = IsNew ? 0 : 200,
            ["num_replaced_safebrowsing"] = IsNew ? 0 : 30,
            ["num_replaced_safesearch"] = IsNew ? 0 : 500,
            ["num_replaced_parental"] = IsNew ? 0 : 20,
            ["avg_processing_time"] = 0.018206,
        };
    }

    private static JsonObject Top(string domain, int count) => new() { [domain] = count };

    private static JsonObject List(bool enabled, int rules) => new() { ["url"] = "https://lists.example/filter.txt", ["name"] = "Filter", ["id"] = 1, ["rules_count"] = rules, ["enabled"] = enabled };

    private static IResult Json(JsonObject json) => Results.Text(json.ToJsonString(), "application/json");
}
