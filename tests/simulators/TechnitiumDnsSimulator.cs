using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace HomeDash.Simulators;

/// <summary>The interface of Technitium DNS Server 13.4.3: 200 and ok to everything, stack traces, minutes, and a timer that survives being switched off.</summary>
public sealed class TechnitiumDnsSimulator : IAsyncDisposable
{
    private const int MostWrong = 5;
    private static readonly TimeSpan Idle = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan Blocked = TimeSpan.FromMinutes(5);

    private readonly Lock gate = new();
    private readonly SteppedClock clock;
    private readonly Dictionary<string, DateTimeOffset> sessions = [];
    private int wrong;
    private DateTimeOffset blockedUntil;
    private LoopbackServer server = null!;

    private TechnitiumDnsSimulator(SteppedClock clock)
    {
        (this.clock, Switch) = (clock, new(clock));
        sessions[ApiToken] = DateTimeOffset.MaxValue;
    }

    /// <summary>Where it is.</summary>
    public Uri Url => server.Url;

    /// <summary>Whether it blocks.</summary>
    public FlipSwitch Switch { get; }

    /// <summary>The password of the user <c>admin</c>.</summary>
    public string Password { get; } = "secret&password=1";

    /// <summary>A token that a person has made; it does not end by itself.</summary>
    public string ApiToken { get; } = "5ec2e7" + new string('a', 58);

    /// <summary>Whether it is of the newer versions, which read the token from the header alone.</summary>
    public bool IsNewer { get; set; }

    /// <summary>Whether the password alone does not suffice.</summary>
    public bool TwoFactor { get; set; }

    /// <summary>Whether the user may look and not touch.</summary>
    public bool MayOnlyView { get; set; }

    /// <summary>The tokens that are good, that of a person too.</summary>
    public int GoodTokens
    {
        get
        {
            lock (gate)
            {
                return sessions.Count;
            }
        }
    }

    /// <summary>Addresses as they were asked for: where a log would show them.</summary>
    public List<string> Addresses { get; } = [];

    /// <summary>Starts one.</summary>
    public static async Task<TechnitiumDnsSimulator> StartAsync(SteppedClock? clock = null)
    {
        var simulator = new TechnitiumDnsSimulator(clock ?? new());
        simulator.server = await LoopbackServer.StartAsync(app => app.MapMethods("/{**path}", ["GET", "POST"], (Delegate)simulator.AnswerAsync));
        return simulator;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => server.DisposeAsync();

    private async Task<IResult> AnswerAsync(HttpContext context)
    {
        var request = context.Request;
        var form = request.HasFormContentType ? await request.ReadFormAsync() : null;
        context.Response.Headers.Date = clock.GetUtcNow().ToString("R", CultureInfo.InvariantCulture);
        lock (gate)
        {
            Addresses.Add(request.Path + request.QueryString);
            return Answer(request, name => request.Query[name].FirstOrDefault() ?? form?[name].FirstOrDefault());
        }
    }

    private IResult Answer(HttpRequest request, Func<string, string?> value)
    {
        if (request.Path == "/api/user/login")
        {
            return SignIn(value("user"), value("pass"));
        }

        var token = IsNewer ? request.Headers.Authorization.ToString() is ['B', 'e', 'a', 'r', 'e', 'r', ' ', .. var bearer] ? bearer : null : value("token");
        if (string.IsNullOrEmpty(token))
        {
            return Error("Parameter 'token' missing.");
        }

        if (!sessions.TryGetValue(token, out var end) || end <= clock.GetUtcNow())
        {
            sessions.Remove(token);
            return Results.Json(new { status = "invalid-token", errorMessage = "Invalid token or session expired." });
        }

        sessions[token] = end == DateTimeOffset.MaxValue ? end : clock.GetUtcNow() + Idle;
        switch (request.Path.Value)
        {
            case "/api/user/session/get":
                return Results.Json(new { displayName = "Administrator", username = "admin", token, status = "ok" });
            case "/api/user/logout":
                sessions.Remove(token);
                return Ok(new { });
            case "/api/settings/get":
                return Settings();
            case "/api/settings/set":
                return Change(() =>
                {
                    if (bool.Parse(value("enableBlocking")!))
                    {
                        Switch.Set(true);
                    }
                    else
                    {
                        Switch.SetBesidesTimer(false);
                    }

                    return Settings();
                });
            case "/api/settings/temporaryDisableBlocking":
                return !int.TryParse(value("minutes"), CultureInfo.InvariantCulture, out var minutes)
                    ? Error("Parameter 'minutes' missing.")
                    : Change(() =>
                    {
                        Switch.Set(false, minutes * 60);
                        return Ok(new { temporaryDisableBlockingTill = Switch.FlipsAt!.Value.UtcDateTime });
                    });
            case "/api/dashboard/stats/get":
                return Ok(new { stats = new { totalQueries = 4000, totalNoError = 3000, totalBlocked = 500, blockedZones = 4, blockListZones = 93_211, clients = 6 }, mainChartData = new { } });
            case "/api/dashboard/stats/getTop":
                var top = new[] { ("ads.example.com", 99), ("pixel.example.org", 7) }.Select(one => new { name = one.Item1, hits = one.Item2 });
                return value("statsType") == "TopBlockedDomains" ? Ok(new { topBlockedDomains = top.Take(int.Parse(value("limit")!, CultureInfo.InvariantCulture)) }) : Ok(new { topDomains = top });
            default:
                return Ok(new { });
        }
    }

    private IResult Change(Func<IResult> change) => MayOnlyView ? Error("Access was denied.") : change();

    private IResult SignIn(string? user, string? password)
    {
        if (blockedUntil > clock.GetUtcNow())
        {
            return Error("Max limit of 5 attempts exceeded. Access blocked for 5 minutes.");
        }

        if (user != "admin" || password != Password)
        {
            if (++wrong % MostWrong == 0)
            {
                blockedUntil = clock.GetUtcNow() + Blocked;
            }

            return Error($"Invalid username or password for user: {user}");
        }

        if (TwoFactor)
        {
            return Results.Json(new { status = "2fa-required", errorMessage = "A time-based one-time password (TOTP) is required for user: admin" });
        }

        var token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        sessions[token] = clock.GetUtcNow() + Idle;
        return Results.Json(new { displayName = "Administrator", username = "admin", token, status = "ok" });
    }

    private IResult Settings() => Switch.FlipsAt is { } end
        ? Ok(new { version = "13.4.3", enableBlocking = Switch.On, temporaryDisableBlockingTill = end.UtcDateTime })
        : Ok(new { version = "13.4.3", enableBlocking = Switch.On });

    private static IResult Ok(object response) => Results.Json(new { response, status = "ok" });

    private static IResult Error(string message) => Results.Json(new
    {
        status = "error",
        errorMessage = message,
        stackTrace = "   at DnsServerCore.DnsWebService.<>c.b__0() in Z:\\Technitium\\DnsWebService.cs:line 1", // The real ones carry it.
        innerErrorMessage = (string?)null,
    });
}
