using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using HomeDash.Procedures;

namespace HomeDash.Integrations.PiHole;

/// <summary>
/// Pi-hole 6, whose FTL has the interface under <c>/api</c>. It has only 16 seats for sessions and keeps each for half an
/// hour: one session is kept between calls and ended with the client.
/// </summary>
internal sealed class PiHoleSix : IPiHoleApi, IDisposable
{
    private static readonly TimeSpan FarewellPatience = TimeSpan.FromSeconds(2);

    private readonly ServiceHttp http;
    private readonly string name;
    private readonly Secret? password;
    private readonly TimeProvider clock;
    private readonly ServiceSession<Seat> session;

    public PiHoleSix(ServiceHttp http, string name, Secret? password, TimeProvider clock)
    {
        (this.http, this.name, this.password, this.clock) = (http, name, password, clock);
        session = new(http.Errors, SignInAsync);
    }

    /// <summary>Whether it has ever let us in.</summary>
    public bool SignedIn => session.Current is not null;

    public async Task<ServiceVersion> TestAsync(CancellationToken cancellationToken)
    {
        await BlockingAsync(cancellationToken).ConfigureAwait(false);

        // One built from source does not know its own version and answers 500.
        var versions = await GetAsync("/api/info/version", cancellationToken).ConfigureAwait(false);
        return new("Pi-hole", versions.IsSuccess ? versions.Json(PiHoleJson.Default.SixVersions).Version.Core?.Local?.Version ?? "6" : "6");
    }

    public async Task<Blocking> BlockingAsync(CancellationToken cancellationToken) =>
        Read(await GetAsync("/api/dns/blocking", cancellationToken).ConfigureAwait(false));

    public async Task<DnsHoleReading> ReadAsync(CancellationToken cancellationToken)
    {
        var blocking = await BlockingAsync(cancellationToken).ConfigureAwait(false);
        var summary = (await GetAsync("/api/stats/summary", cancellationToken).ConfigureAwait(false)).Json(PiHoleJson.Default.SixSummary);
        return new(blocking, summary.Queries.Total, summary.Queries.Blocked, summary.Gravity?.DomainsBeingBlocked is { } domains and >= 0 ? domains : null, PiHolePeriod.Counted);
    }

    public async Task<TopBlocked> TopBlockedAsync(int limit, CancellationToken cancellationToken)
    {
        var top = (await GetAsync(string.Create(CultureInfo.InvariantCulture, $"/api/stats/top_domains?blocked=true&count={limit}"), cancellationToken).ConfigureAwait(false))
            .Json(PiHoleJson.Default.SixTopDomains);
        return new([.. top.Domains.Select(one => new BlockedDomain(one.Domain, one.Count))], PiHolePeriod.Counted);
    }

    public async Task<Blocking> EnableAsync(CancellationToken cancellationToken)
    {
        // With a timer it would switch blocking off when that ends.
        await OrderAsync(new(true, null), cancellationToken).ConfigureAwait(false);
        return await SettledAsync(state => state is { Status: BlockingStatus.Enabled, FlipsAt: null }, "blocking is not on for good", cancellationToken).ConfigureAwait(false);
    }

    public async Task<Blocking> DisableAsync(TimeSpan? pause, CancellationToken cancellationToken)
    {
        // Told what it does already, FTL drops the timer that runs and ignores the new one: a pause is only set from blocking.
        if (pause is not null && (await BlockingAsync(cancellationToken).ConfigureAwait(false)).Status != BlockingStatus.Enabled)
        {
            await OrderAsync(new(true, null), cancellationToken).ConfigureAwait(false);
        }

        await OrderAsync(new(false, pause?.TotalSeconds), cancellationToken).ConfigureAwait(false);
        return await SettledAsync(
            state => state.Status == BlockingStatus.Disabled && state.FlipsAt is null == pause is null,
            pause is null ? "blocking is not off for good" : "blocking is not off for that time", cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Gives the seat back.</summary>
    public async Task EndSessionAsync()
    {
        if (session.Current is not { Sid: not null } seat)
        {
            return;
        }

        using var patience = new CancellationTokenSource(FarewellPatience, clock);
        try
        {
            await http.WriteAsync(seat.Request(HttpMethod.Delete, "/api/auth"), patience.Token).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is ProcedureException or OperationCanceledException)
        {
            // The seat is free by itself after half an hour.
        }
    }

    public void Dispose() => session.Dispose();

    private Task<ServiceResponse> GetAsync(string path, CancellationToken cancellationToken) => session.SendAsync(
        seat => http.ReadAsync(() => seat.Request(HttpMethod.Get, path), cancellationToken), HasEnded, cancellationToken);

    private async Task OrderAsync(SixOrder order, CancellationToken cancellationToken)
    {
        var response = await session.SendAsync(
            seat =>
            {
                var request = seat.Request(HttpMethod.Post, "/api/dns/blocking");
                request.Content = JsonContent.Create(order, PiHoleJson.Default.SixOrder);
                return http.WriteAsync(request, cancellationToken);
            },
            HasEnded, cancellationToken).ConfigureAwait(false);
        if (!response.IsSuccess && Problem(response) is { Message: { } message })
        {
            throw response.Status == HttpStatusCode.Forbidden ? http.Errors.PermissionRefused() : http.Errors.Says(message);
        }

        response.Succeeded();
    }

    private async Task<Blocking> SettledAsync(Func<Blocking, bool> settled, string otherwise, CancellationToken cancellationToken)
    {
        var (state, isSettled) = await Settling.UntilAsync(BlockingAsync, settled, clock, cancellationToken).ConfigureAwait(false);
        return isSettled ? state : throw http.Errors.NotDone(otherwise);
    }

    private async Task<Seat> SignInAsync(CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/auth")
        {
            Content = JsonContent.Create(new SixSignIn(password?.Reveal() ?? ""), PiHoleJson.Default.SixSignIn),
        };
        var response = await http.WriteAsync(request, cancellationToken).ConfigureAwait(false);
        switch (response.Status, Problem(response))
        {
            case (HttpStatusCode.TooManyRequests, { Key: "api_seats_exceeded" }):
                throw TooMany($"{name} has no seat left for another session. Sign out elsewhere, wait half an hour until idle ones end, or raise webserver.api.max_sessions in Pi-hole.");
            case (HttpStatusCode.TooManyRequests, { Key: "rate_limiting" }):
                throw TooMany($"{name} has had too many wrong passwords in a short time. Wait a minute, and check which program sends them.");
            case (HttpStatusCode.BadRequest, { Message: { } message }) when message.Contains("2FA", StringComparison.Ordinal):
                throw http.Errors.CredentialsRefused("Its sign-in needs a second factor: make an app password in Pi-hole and use that.");
            case (HttpStatusCode.Unauthorized, _):
                throw http.Errors.CredentialsRefused();
        }

        var state = response.Json(PiHoleJson.Default.SixAuth).Session;
        return state.Valid ? new(state.Sid) : throw http.Errors.CredentialsRefused();
    }

    private static ProcedureException TooMany(string message) => new(new(ProcedureErrorCode.TooManyRequests, ErrorReason.TooManyCalls, message));

    private static SixProblem.Details? Problem(ServiceResponse response) => response.IsSuccess ? null : response.TryJson(PiHoleJson.Default.SixProblem)?.Error;

    private static bool HasEnded(ServiceResponse response) => response.Status == HttpStatusCode.Unauthorized;

    private Blocking Read(ServiceResponse response)
    {
        var state = response.Json(PiHoleJson.Default.SixBlocking);
        DateTimeOffset? flipsAt = state.Timer is { } seconds and >= 0 ? clock.GetUtcNow().AddSeconds(seconds) : null;
        return state.Blocking switch
        {
            "enabled" => new(BlockingStatus.Enabled, flipsAt),
            "disabled" => new(BlockingStatus.Disabled, flipsAt),
            _ => new(BlockingStatus.Unknown, Note: "The DNS server of Pi-hole has failed, or is starting. Its page Tools, Pi-hole diagnosis, tells why."),
        };
    }

    /// <summary>A session.</summary>
    /// <param name="Sid">Names it; null where no password is set.</param>
    private sealed record Seat(string? Sid)
    {
        public HttpRequestMessage Request(HttpMethod method, string path)
        {
            var request = new HttpRequestMessage(method, path);
            if (Sid is not null)
            {
                request.Headers.Add("X-FTL-SID", Sid);
            }

            return request;
        }
    }
}

/// <summary>Over which time Pi-hole counts: both versions keep 24 hours in memory.</summary>
internal static class PiHolePeriod
{
    public static readonly TimeSpan Counted = TimeSpan.FromHours(24);
}
