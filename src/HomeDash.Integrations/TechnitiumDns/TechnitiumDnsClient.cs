using System.Globalization;
using System.Net;

namespace HomeDash.Integrations.TechnitiumDns;

/// <summary>Technitium DNS Server. It counts pauses in minutes, and says ok to what it does not know.</summary>
internal sealed class TechnitiumDnsClient : IDnsHole, IIntegrationClient, IAsyncDisposable
{
    private static readonly TimeSpan Counted = TimeSpan.FromDays(1);

    private readonly ServiceHttp http;
    private readonly Credentials credentials;
    private readonly TimeProvider clock;
    private readonly ServiceSession<Token> session;

    public TechnitiumDnsClient(ServiceHttp http, Credentials credentials, TimeProvider clock)
    {
        (this.http, this.credentials, this.clock) = (http, credentials, clock);
        session = new(http.Errors, SignInAsync);
    }

    public async Task<ServiceVersion> TestAsync(CancellationToken cancellationToken)
    {
        var settings = (await AskAsync("/api/settings/get", [], cancellationToken).ConfigureAwait(false)).Json(TechnitiumDnsJson.Default.Settings).Response;
        return new("Technitium DNS", settings.Version);
    }

    public async Task<Blocking> BlockingAsync(CancellationToken cancellationToken)
    {
        var response = await AskAsync("/api/settings/get", [], cancellationToken).ConfigureAwait(false);
        var settings = response.Json(TechnitiumDnsJson.Default.Settings).Response;

        // The end of a pause is a time of its clock, which need not go like ours.
        var left = settings.TemporaryDisableBlockingTill - (response.Headers.Date ?? clock.GetUtcNow());
        return settings.EnableBlocking ? new(BlockingStatus.Enabled) : new(BlockingStatus.Disabled, left > TimeSpan.Zero ? clock.GetUtcNow() + left : null);
    }

    public async Task<DnsHoleReading> ReadAsync(CancellationToken cancellationToken)
    {
        var blocking = await BlockingAsync(cancellationToken).ConfigureAwait(false);
        var stats = (await AskAsync("/api/dashboard/stats/get", [("type", "LastDay"), ("utc", "true")], cancellationToken).ConfigureAwait(false))
            .Json(TechnitiumDnsJson.Default.Dashboard).Response.Stats;
        return new(blocking, stats.TotalQueries, stats.TotalBlocked, stats.BlockedZones + stats.BlockListZones, Counted);
    }

    public async Task<TopBlocked> TopBlockedAsync(int limit, CancellationToken cancellationToken)
    {
        var top = (await AskAsync(
            "/api/dashboard/stats/getTop",
            [("type", "LastDay"), ("statsType", "TopBlockedDomains"), ("limit", limit.ToString(CultureInfo.InvariantCulture))], cancellationToken).ConfigureAwait(false))
            .Json(TechnitiumDnsJson.Default.Top).Response;
        return new([.. top.TopBlockedDomains.Select(one => new BlockedDomain(one.Name, one.Hits)).OrderByDescending(one => one.Count).Take(limit)], Counted);
    }

    public async Task<Blocking> EnableAsync(CancellationToken cancellationToken)
    {
        await SetAsync(true, cancellationToken).ConfigureAwait(false);
        return await SettledAsync(state => state.Status == BlockingStatus.Enabled, "still blocks nothing", cancellationToken).ConfigureAwait(false);
    }

    public async Task<Blocking> DisableAsync(TimeSpan? pause, CancellationToken cancellationToken)
    {
        if (pause is not { } span)
        {
            // Switching off leaves the timer of a pause running, which would switch on again; switching on ends it.
            if ((await BlockingAsync(cancellationToken).ConfigureAwait(false)).FlipsAt is not null)
            {
                await SetAsync(true, cancellationToken).ConfigureAwait(false);
            }

            await SetAsync(false, cancellationToken).ConfigureAwait(false);
            return await SettledAsync(state => state is { Status: BlockingStatus.Disabled, FlipsAt: null }, "has not switched blocking off for good", cancellationToken).ConfigureAwait(false);
        }

        var minutes = (int)Math.Ceiling(span.TotalMinutes);
        (await OrderAsync("/api/settings/temporaryDisableBlocking", [("minutes", minutes.ToString(CultureInfo.InvariantCulture))], cancellationToken).ConfigureAwait(false))
            .Json(TechnitiumDnsJson.Default.Pause);
        var state = await SettledAsync(found => found is { Status: BlockingStatus.Disabled, FlipsAt: not null }, "has not switched blocking off for that time", cancellationToken).ConfigureAwait(false);
        return span.TotalMinutes == minutes ? state : state with { Note = $"Technitium DNS counts in minutes: {span.TotalSeconds:0} s were rounded up to {minutes} min." };
    }

    public async ValueTask DisposeAsync()
    {
        // Only what HomeDash signed in for: to end a token that a person made would delete it.
        await session.EndAsync((token, patience) => token.IsOurs ? http.WriteAsync(Request("/api/user/logout", [], token), patience) : Task.CompletedTask, clock).ConfigureAwait(false);
        session.Dispose();
        http.Dispose();
    }

    private async Task SetAsync(bool blocking, CancellationToken cancellationToken) =>
        (await OrderAsync("/api/settings/set", [("enableBlocking", blocking ? "true" : "false")], cancellationToken).ConfigureAwait(false)).Json(TechnitiumDnsJson.Default.Settings);

    private Task<Blocking> SettledAsync(Func<Blocking, bool> settled, string otherwise, CancellationToken cancellationToken) =>
        Settling.OrFailAsync(BlockingAsync, settled, http.Errors, $"it {otherwise}", clock, cancellationToken);

    private async Task<ServiceResponse> AskAsync(string path, (string, string)[] values, CancellationToken cancellationToken) =>
        Checked(await session.SendAsync(token => http.ReadAsync(() => Request(path, values, token), cancellationToken), HasEnded, cancellationToken).ConfigureAwait(false));

    private async Task<ServiceResponse> OrderAsync(string path, (string, string)[] values, CancellationToken cancellationToken) =>
        Checked(await session.SendAsync(token => http.WriteAsync(Request(path, values, token), cancellationToken), HasEnded, cancellationToken).ConfigureAwait(false));

    private async Task<Token> SignInAsync(CancellationToken cancellationToken)
    {
        if (credentials.ApiKey is { } key)
        {
            var made = new Token(key.Reveal(), IsOurs: false);
            var response = await http.ReadAsync(() => Request("/api/user/session/get", [], made), cancellationToken).ConfigureAwait(false);
            return HasEnded(response) ? throw http.Errors.CredentialsRefused("It does not know this API token.") : made;
        }

        using var request = Request("/api/user/login", [("user", credentials.Username ?? ""), ("pass", credentials.Password?.Reveal() ?? "")], null);
        var answer = await http.WriteAsync(request, cancellationToken).ConfigureAwait(false);
        var status = answer.Json(TechnitiumDnsJson.Default.TechnitiumStatus);
        return status switch
        {
            { Status: "ok" } => new(answer.Json(TechnitiumDnsJson.Default.TechnitiumSignIn).Token, IsOurs: true),
            { Status: "error", ErrorMessage: { } message } when message.Contains("attempts", StringComparison.OrdinalIgnoreCase) => throw http.Errors.TooManyCalls(TimeSpan.FromMinutes(5)),
            { Status: "error", ErrorMessage: { } message } when !message.StartsWith("Invalid username or password", StringComparison.OrdinalIgnoreCase) => throw http.Errors.Says(message),
            { Status: "error" } => throw http.Errors.CredentialsRefused(),
            _ => throw http.Errors.CredentialsRefused("Its sign-in needs a second factor: create an API token and use that."),
        };
    }

    private ServiceResponse Checked(ServiceResponse response) => response.Json(TechnitiumDnsJson.Default.TechnitiumStatus) switch
    {
        { Status: "ok" } => response,
        { ErrorMessage: { } message } when message.StartsWith("Access was denied", StringComparison.OrdinalIgnoreCase) => throw http.Errors.PermissionRefused(),
        { ErrorMessage: { } message } => throw http.Errors.Says(message),
        _ => throw http.Errors.MakesNoSense("an answer that is not ok and does not say why"),
    };

    private static bool HasEnded(ServiceResponse response) =>
        response.Status == HttpStatusCode.Unauthorized || response.TryJson(TechnitiumDnsJson.Default.TechnitiumStatus) is { Status: "invalid-token" };

    /// <summary>Version 13 reads the token from the form alone, newer ones from the header. Neither writes a form into a log.</summary>
    private static HttpRequestMessage Request(string path, (string Name, string Value)[] values, Token? token)
    {
        var form = values.Select(value => KeyValuePair.Create(value.Name, value.Value));
        var request = new HttpRequestMessage(HttpMethod.Post, path);
        if (token is not null)
        {
            form = form.Append(KeyValuePair.Create("token", token.Text));
            request.Headers.Authorization = new("Bearer", token.Text);
        }

        request.Content = new FormUrlEncodedContent(form);
        return request;
    }

    /// <summary>What lets us in.</summary>
    /// <param name="Text">The token.</param>
    /// <param name="IsOurs">Whether HomeDash signed in for it, and ends it.</param>
    private sealed record Token(string Text, bool IsOurs);
}
