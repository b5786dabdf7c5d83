using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;

namespace HomeDash.Integrations.AdGuardHome;

/// <summary>
/// AdGuard Home. Five wrong passwords, Basic ones too, lock this machine out for a quarter of an hour: whether the password
/// is right is found out once, and one that is wrong is not sent again.
/// </summary>
internal sealed class AdGuardHomeClient : IDnsHole, IIntegrationClient, IDisposable
{
    private readonly ServiceHttp http;
    private readonly TimeProvider clock;
    private readonly ServiceSession<AuthenticationHeaderValue> session;

    public AdGuardHomeClient(ServiceHttp http, Credentials credentials, TimeProvider clock)
    {
        (this.http, this.clock) = (http, clock);
        session = new(http.Errors, token => SignInAsync(credentials, token));
    }

    public async Task<ServiceVersion> TestAsync(CancellationToken cancellationToken) =>
        new("AdGuard Home", (await StatusAsync(cancellationToken).ConfigureAwait(false)).Version.TrimStart('v'));

    public async Task<Blocking> BlockingAsync(CancellationToken cancellationToken) => Read(await StatusAsync(cancellationToken).ConfigureAwait(false));

    public async Task<DnsHoleReading> ReadAsync(CancellationToken cancellationToken)
    {
        var blocking = await BlockingAsync(cancellationToken).ConfigureAwait(false);
        var stats = await StatsAsync(cancellationToken).ConfigureAwait(false);
        var filtering = (await GetAsync("/control/filtering/status", cancellationToken).ConfigureAwait(false)).Json(AdGuardHomeJson.Default.AdGuardFiltering);
        return new(
            blocking.Status == BlockingStatus.Enabled && !filtering.Enabled
                ? blocking with { Note = "Its protection is on, but the use of its lists is switched off (Settings, General settings, Block domains using filters)." }
                : blocking,
            (long)stats.Queries,
            (long)(stats.Filtered + stats.Dangerous + stats.Adult),
            (filtering.Filters ?? []).Where(list => list.Enabled).Sum(list => list.RulesCount),
            PeriodOf(stats));
    }

    public async Task<TopBlocked> TopBlockedAsync(int limit, CancellationToken cancellationToken)
    {
        var stats = await StatsAsync(cancellationToken).ConfigureAwait(false);
        var domains = (stats.TopBlocked ?? []).SelectMany(one => one).Select(one => new BlockedDomain(one.Key, (long)one.Value));
        return new([.. domains.OrderByDescending(one => one.Count).Take(limit)], PeriodOf(stats));
    }

    public async Task<Blocking> EnableAsync(CancellationToken cancellationToken)
    {
        await OrderAsync(new(true, null), cancellationToken).ConfigureAwait(false);
        return await SettledAsync(state => state.Status == BlockingStatus.Enabled, "still blocks nothing", cancellationToken).ConfigureAwait(false);
    }

    public async Task<Blocking> DisableAsync(TimeSpan? pause, CancellationToken cancellationToken)
    {
        await OrderAsync(new(false, (long?)pause?.TotalMilliseconds), cancellationToken).ConfigureAwait(false);
        return await SettledAsync(
            state => state.Status == BlockingStatus.Disabled && state.FlipsAt is null == pause is null,
            pause is null ? "has not switched blocking off for good" : "has not switched blocking off for that time", cancellationToken).ConfigureAwait(false);
    }

    public void Dispose()
    {
        session.Dispose();
        http.Dispose();
    }

    private async Task<AdGuardStatus> StatusAsync(CancellationToken cancellationToken) =>
        (await GetAsync("/control/status", cancellationToken).ConfigureAwait(false)).Json(AdGuardHomeJson.Default.AdGuardStatus);

    private async Task<AdGuardStats> StatsAsync(CancellationToken cancellationToken) =>
        (await GetAsync("/control/stats", cancellationToken).ConfigureAwait(false)).Json(AdGuardHomeJson.Default.AdGuardStats);

    private Task<ServiceResponse> GetAsync(string path, CancellationToken cancellationToken) => session.SendAsync(
        basic => http.ReadAsync(() => Request(HttpMethod.Get, path, basic), cancellationToken), IsRefused, cancellationToken);

    private async Task OrderAsync(AdGuardOrder order, CancellationToken cancellationToken)
    {
        var response = await session.SendAsync(
            basic =>
            {
                var request = Request(HttpMethod.Post, "/control/protection", basic);
                request.Content = JsonContent.Create(order, AdGuardHomeJson.Default.AdGuardOrder);
                return http.WriteAsync(request, cancellationToken);
            },
            IsRefused, cancellationToken).ConfigureAwait(false);
        if (response.Status == HttpStatusCode.NotFound)
        {
            throw http.Errors.Unsupported((await StatusAsync(cancellationToken).ConfigureAwait(false)).Version, "v0.107.27 or newer to switch blocking");
        }

        response.Succeeded();
    }

    private Task<Blocking> SettledAsync(Func<Blocking, bool> settled, string otherwise, CancellationToken cancellationToken) =>
        Settling.OrFailAsync(BlockingAsync, settled, http.Errors, $"it {otherwise}", clock, cancellationToken);

    private async Task<AuthenticationHeaderValue> SignInAsync(Credentials credentials, CancellationToken cancellationToken)
    {
        var basic = new AuthenticationHeaderValue(
            "Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{credentials.Username}:{credentials.Password?.Reveal()}")));
        var response = await http.ReadAsync(() => Request(HttpMethod.Get, "/control/status", basic), cancellationToken).ConfigureAwait(false);
        if (IsRefused(response))
        {
            throw http.Errors.CredentialsRefused("After five wrong ones it refuses the right one too, for 15 minutes.");
        }

        response.Json(AdGuardHomeJson.Default.AdGuardStatus);
        return basic;
    }

    /// <summary>Older versions say 403 where newer ones say 401; it knows no rights that a user could lack.</summary>
    private static bool IsRefused(ServiceResponse response) => response.Status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden;

    private static HttpRequestMessage Request(HttpMethod method, string path, AuthenticationHeaderValue basic) =>
        new(method, path) { Headers = { Authorization = basic } };

    private Blocking Read(AdGuardStatus status) => status.ProtectionEnabled
        ? new(BlockingStatus.Enabled)
        : new(BlockingStatus.Disabled, status.PauseMilliseconds is { } left and > 0 ? clock.GetUtcNow().AddMilliseconds(left) : null);

    private static TimeSpan? PeriodOf(AdGuardStats stats) => (stats.TimeUnits, stats.QueriesByTime?.Count) switch
    {
        ("hours", { } hours and > 0) => TimeSpan.FromHours(hours),
        ("days", { } days and > 0) => TimeSpan.FromDays(days),
        _ => null,
    };
}
