using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace HomeDash.Simulators;

/// <summary>The interface of Pi-hole 6 (FTL 6.4.1): sessions with few seats, a limit for wrong passwords, and a timer with its traps.</summary>
public sealed class PiHoleSixSimulator : IAsyncDisposable
{
    private const int MostWrong = 3;
    private static readonly TimeSpan Validity = TimeSpan.FromSeconds(1800);

    private readonly Lock gate = new();
    private readonly SteppedClock clock;
    private readonly Dictionary<string, DateTimeOffset> sessions = [];
    private readonly Queue<DateTimeOffset> wrong = [];
    private LoopbackServer server = null!;

    private PiHoleSixSimulator(SteppedClock clock) => (this.clock, Switch) = (clock, new(clock));

    /// <summary>Where it is.</summary>
    public Uri Url => server.Url;

    /// <summary>Whether it blocks.</summary>
    public FlipSwitch Switch { get; }

    /// <summary>The password; null when none is set.</summary>
    public string? Password { get; set; } = "secret-password";

    /// <summary>A second password, for programs.</summary>
    public string AppPassword { get; } = "secret/app+password=";

    /// <summary>Whether the password alone does not suffice.</summary>
    public bool TwoFactor { get; set; }

    /// <summary>How many sessions it keeps.</summary>
    public int Seats { get; set; } = 16;

    /// <summary>How many sessions are open.</summary>
    public int OpenSessions
    {
        get
        {
            lock (gate)
            {
                return sessions.Count;
            }
        }
    }

    /// <summary>Whether it was built from source: it does not know its version.</summary>
    public bool FromSource { get; set; }

    /// <summary>Whether its DNS server has failed.</summary>
    public bool Failed { get; set; }

    /// <summary>Whether it says yes to orders and does nothing.</summary>
    public bool Lies { get; set; }

    /// <summary>Domains on its lists; negative when it does not know.</summary>
    public long Domains { get; set; } = 151_234;

    /// <summary>What was called, in order: <c>POST /api/auth</c>.</summary>
    public List<string> Calls { get; } = [];

    /// <summary>Starts one.</summary>
    public static async Task<PiHoleSixSimulator> StartAsync(SteppedClock? clock = null)
    {
        var simulator = new PiHoleSixSimulator(clock ?? new());
        simulator.server = await LoopbackServer.StartAsync(simulator.Map);
        return simulator;
    }

    /// <summary>Lets every session end, as a restart of FTL does.</summary>
    public void EndSessions()
    {
        lock (gate)
        {
            sessions.Clear();
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => server.DisposeAsync();

    private void Map(WebApplication app)
    {
        app.MapGet("/api/auth", (HttpRequest request) => Answer(request, () => IsIn(request) ? Session(200, true, Password is null ? null : Sid(request), "") : Session(401, false, null, "no SID provided"), open: true));
        app.MapPost("/api/auth", async (HttpRequest request) =>
        {
            var password = (await JsonDocument.ParseAsync(request.Body)).RootElement.GetProperty("password").GetString();
            return Answer(request, () => SignIn(password!), open: true);
        });
        app.MapDelete("/api/auth", (HttpRequest request) => Answer(request, () => sessions.Remove(Sid(request) ?? "") ? Results.NoContent() : Results.StatusCode(410)));
        app.MapGet("/api/dns/blocking", (HttpRequest request) => Answer(request, State));
        app.MapPost("/api/dns/blocking", async (HttpRequest request) =>
        {
            using var reader = new StreamReader(request.Body);
            var body = await reader.ReadToEndAsync();
            return Answer(request, () => Order(body));
        });
        app.MapGet("/api/stats/summary", (HttpRequest request) => Answer(request, () => Results.Json(new
        {
            queries = new { total = 7497, blocked = 1874, percent_blocked = 24.9966, unique_domains = 445, forwarded = 4574, cached = 1049, frequency = 1.1, types = new { A = 3643 } },
            clients = new { active = 10, total = 22 },
            gravity = new { domains_being_blocked = Domains, last_update = 1725194639 },
            took = 0.00009,
        })));
        app.MapGet("/api/stats/top_domains", (HttpRequest request, bool blocked, int count) => Answer(request, () => Results.Json(new
        {
            domains = new[] { ("ads.example.com", 812), ("telemetry.example.net", 330), ("pixel.example.org", 12) }.Where(_ => blocked).Take(count).Select(one => new { domain = one.Item1, count = one.Item2 }),
            total_queries = 7497,
            blocked_queries = 1874,
            took = 0.0001,
        })));
        app.MapGet("/api/info/version", (HttpRequest request) => Answer(request, () => FromSource
            ? Problem(500, "internal_error", "Failed to read /etc/pihole/versions")
            : Results.Json(new { version = new { core = new { local = new { branch = "master", version = "v6.2.1", hash = "0f0d1b1" } }, ftl = new { local = new { version = "v6.4.1" } } }, took = 0.001 })));
        app.MapFallback("/api/{**path}", (HttpRequest request) => Answer(request, () => Problem(404, "not_found", "Not found"), open: true));
        app.MapFallback(() => Results.Text("<!DOCTYPE html><title>Pi-hole</title>", "text/html", statusCode: 404));
    }

    private IResult Answer(HttpRequest request, Func<IResult> answer, bool open = false)
    {
        lock (gate)
        {
            Calls.Add($"{request.Method} {request.Path}");
            foreach (var ended in sessions.Where(session => session.Value <= clock.GetUtcNow()).ToArray())
            {
                sessions.Remove(ended.Key);
            }

            return open || IsIn(request) ? answer() : Problem(401, "unauthorized", "Unauthorized");
        }
    }

    private static string? Sid(HttpRequest request) => request.Headers["X-FTL-SID"].FirstOrDefault() ?? request.Query["sid"].FirstOrDefault();

    private bool IsIn(HttpRequest request)
    {
        if (Password is null)
        {
            return true;
        }

        if (Sid(request) is not { } sid || !sessions.ContainsKey(sid))
        {
            return false;
        }

        sessions[sid] = clock.GetUtcNow() + Validity;
        return true;
    }

    private IResult SignIn(string password)
    {
        if (Password is null)
        {
            return Session(200, true, null, "password incorrect");
        }

        while (wrong.TryPeek(out var first) && first <= clock.GetUtcNow().AddSeconds(-1))
        {
            wrong.Dequeue();
        }

        if (wrong.Count >= MostWrong)
        {
            return Problem(429, "rate_limiting", "Rate-limiting login attempts");
        }

        if (password != Password && password != AppPassword)
        {
            wrong.Enqueue(clock.GetUtcNow());
            return Session(401, false, null, "password incorrect");
        }

        if (TwoFactor && password != AppPassword)
        {
            return Problem(400, "bad_request", "No 2FA token found in JSON payload");
        }

        if (sessions.Count >= Seats)
        {
            return Problem(429, "api_seats_exceeded", "API seats exceeded", "increase webserver.api.max_sessions");
        }

        var sid = Convert.ToBase64String(RandomNumberGenerator.GetBytes(16));
        sessions[sid] = clock.GetUtcNow() + Validity;
        return Session(200, true, sid, password == AppPassword ? "app-password correct" : "password correct");
    }

    private IResult State() => Results.Json(new { blocking = Failed ? "failure" : Switch.On ? "enabled" : "disabled", timer = Switch.SecondsLeft, took = 0.000012 });

    private IResult Order(string body)
    {
        JsonElement order;
        try
        {
            order = JsonElement.Parse(body);
        }
        catch (JsonException)
        {
            return Problem(400, "bad_request", "Invalid request body data (no valid JSON)");
        }

        if (!order.TryGetProperty("blocking", out var wanted) || wanted.ValueKind is not (JsonValueKind.True or JsonValueKind.False))
        {
            return Problem(400, "body_error", "No \"blocking\" boolean in body data");
        }

        if (!Lies)
        {
            // FTL 6: told what it does already, it drops the timer that runs and does not take the new one.
            var timer = order.TryGetProperty("timer", out var given) && given.ValueKind == JsonValueKind.Number && given.GetDouble() > 0 ? given.GetDouble() : (double?)null;
            Switch.Set(wanted.GetBoolean(), wanted.GetBoolean() == Switch.On ? null : timer);
        }

        return State();
    }

    private static IResult Session(int status, bool valid, string? sid, string message) => Results.Json(
        new { session = new { valid, totp = false, sid, csrf = sid is null ? null : "Ux87YTIiMOf/GKCefVIOMw=", validity = valid ? 1800 : -1, message }, took = 0.0004 }, statusCode: status);

    private static IResult Problem(int status, string key, string message, string? hint = null) => Results.Json(new { error = new { key, message, hint }, took = 0.0003 }, statusCode: status);
}
