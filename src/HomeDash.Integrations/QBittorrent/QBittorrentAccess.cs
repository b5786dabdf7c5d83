using System.Net;
using HomeDash.Procedures;

namespace HomeDash.Integrations.QBittorrent;

/// <summary>Makes calls as somebody whom qBittorrent knows: by a session of its WebUI, or by the API key that versions from 5.2 on have.</summary>
internal sealed class QBittorrentAccess : IDisposable
{
    private readonly ServiceHttp http;
    private readonly Integration integration;
    private readonly ServiceSession<Pass> session;
    private readonly Pass? key;

    public QBittorrentAccess(ServiceHttp http, Integration integration)
    {
        (this.http, this.integration) = (http, integration);
        session = new(http.Errors, SignInAsync);
        key = integration.Credentials.ApiKey is { } secret ? new("Authorization", $"Bearer {secret.Reveal()}") : null;
    }

    /// <summary>Makes a call.</summary>
    /// <param name="send">Sends what the pass made.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="ProcedureException">The credentials were refused, now or before.</exception>
    public Task<ServiceResponse> SendAsync(Func<Pass, Task<ServiceResponse>> send, CancellationToken cancellationToken) =>
        key is null ? session.SendAsync(send, IsRefused, cancellationToken) : SendWithKeyAsync(key, send);

    public void Dispose() => session.Dispose();

    private async Task<ServiceResponse> SendWithKeyAsync(Pass pass, Func<Pass, Task<ServiceResponse>> send)
    {
        var answer = await send(pass).ConfigureAwait(false);
        return IsRefused(answer) ? throw http.Errors.CredentialsRefused("qBittorrent knows keys from version 5.2 on, and only the one that was made last.") : answer;
    }

    private async Task<Pass> SignInAsync(CancellationToken cancellationToken)
    {
        var (user, password) = (integration.Credentials.Username ?? "", integration.Credentials.Password?.Reveal() ?? "");
        var answer = await http.WriteAsync(
            new(HttpMethod.Post, "/api/v2/auth/login") { Content = new FormUrlEncodedContent([new("username", user), new("password", password)]) }, cancellationToken).ConfigureAwait(false);
        if (answer.Status == HttpStatusCode.Forbidden)
        {
            throw new ProcedureException(new(ProcedureErrorCode.TooManyRequests, ErrorReason.TooManyCalls,
                $"{integration.Name} has banned this machine after too many failed sign-ins. Wait for the ban to end, an hour by default, or restart qBittorrent."));
        }

        // From 5.2 on, it is a 401.
        if (answer.Succeeded().Text.StartsWith("Fails", StringComparison.Ordinal))
        {
            throw http.Errors.CredentialsRefused();
        }

        // The cookie's name is SID, and from 5.2 on QBT_SID_ with the port.
        return answer.Headers.TryGetValues("Set-Cookie", out var cookies) && cookies.FirstOrDefault() is { } cookie
            ? new("Cookie", cookie.Split(';')[0])
            : throw http.Errors.MakesNoSense("no cookie to its sign-in");
    }

    private static bool IsRefused(ServiceResponse answer) => answer.Status is HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized;

    /// <summary>What shows who is calling.</summary>
    /// <param name="Header">The header that it stands in.</param>
    /// <param name="Value">A cookie or a key.</param>
    internal sealed record Pass(string Header, string Value)
    {
        /// <summary>A request with it.</summary>
        /// <param name="method">The method.</param>
        /// <param name="path">Below the address of the API; begins with a slash.</param>
        public HttpRequestMessage Request(HttpMethod method, string path) => new(method, "/api/v2" + path) { Headers = { { Header, Value } } };
    }
}
