using System.Net;
using System.Net.Http.Json;
using HomeDash.Integrations.MediaBrowser;

namespace HomeDash.Integrations.Jellyfin;

/// <summary>Jellyfin. A sign-in with a password is kept, and ended when HomeDash stops: each leaves a device in Jellyfin's list.</summary>
internal sealed class JellyfinClient : MediaBrowserClient
{
    private readonly ServiceHttp http;
    private readonly Integration integration;
    private readonly TimeProvider clock;
    private readonly ServiceSession<Token> session;

    public JellyfinClient(ServiceHttp http, Integration integration, TimeProvider clock)
        : base(http, integration.Name, clock)
    {
        (this.http, this.integration, this.clock) = (http, integration, clock);
        session = new(http.Errors, SignInAsync);
    }

    protected override string Product => "Jellyfin";

    public override async ValueTask DisposeAsync()
    {
        await session.EndAsync(
            (token, patience) => token.UserId is null ? Task.CompletedTask : http.WriteAsync(Request(HttpMethod.Post, "/Sessions/Logout", token), patience), clock).ConfigureAwait(false);
        session.Dispose();
        http.Dispose();
    }

    protected override bool IsOurs(MediaBrowserSystem system) => system.ProductName?.Contains("Jellyfin", StringComparison.OrdinalIgnoreCase) == true;

    protected override Task<ServiceResponse> ReadAsync(string path, bool asUser, CancellationToken cancellationToken) => session.SendAsync(
        token => http.ReadAsync(() => Request(HttpMethod.Get, asUser && token.UserId is { } user ? $"{path}&UserId={user}" : path, token), cancellationToken), HasEnded, cancellationToken);

    protected override Task<ServiceResponse> WriteAsync(string path, CancellationToken cancellationToken) => session.SendAsync(
        token => http.WriteAsync(Request(HttpMethod.Post, path, token), cancellationToken), HasEnded, cancellationToken);

    private async Task<Token> SignInAsync(CancellationToken cancellationToken)
    {
        if (integration.Credentials.ApiKey is { } key)
        {
            var given = new Token(key.Reveal(), null);
            var answer = await http.ReadAsync(() => Request(HttpMethod.Get, "/System/Info", given), cancellationToken).ConfigureAwait(false);
            if (HasEnded(answer))
            {
                throw http.Errors.CredentialsRefused("It does not know this API key.");
            }

            answer.Json(MediaBrowserJson.Default.MediaBrowserSystem);
            return given;
        }

        using var request = Request(HttpMethod.Post, "/Users/AuthenticateByName", null);
        request.Content = JsonContent.Create(
            new(integration.Credentials.Username ?? "", integration.Credentials.Password?.Reveal() ?? ""), MediaBrowserJson.Default.MediaBrowserSignIn);
        var response = await http.WriteAsync(request, cancellationToken).ConfigureAwait(false);
        if (response.Status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden)
        {
            throw http.Errors.CredentialsRefused("After several wrong ones it locks the user.");
        }

        var signedIn = response.Json(MediaBrowserJson.Default.MediaBrowserSignedIn);
        return new(signedIn.AccessToken, signedIn.User.Id);
    }

    private static bool HasEnded(ServiceResponse response) => response.Status == HttpStatusCode.Unauthorized;

    /// <summary>The device is one for each integration: Jellyfin ends the earlier sign-in of a user on the same device.</summary>
    private HttpRequestMessage Request(HttpMethod method, string path, Token? token)
    {
        var request = new HttpRequestMessage(method, path);
        request.Headers.TryAddWithoutValidation(
            "Authorization",
            $"MediaBrowser Client=\"HomeDash\", Device=\"HomeDash\", DeviceId=\"homedash-{integration.Id}\", Version=\"1.0\"{(token is null ? "" : $", Token=\"{Uri.EscapeDataString(token.Text)}\"")}");
        return request;
    }

    /// <summary>What lets us in.</summary>
    /// <param name="Text">The token.</param>
    /// <param name="UserId">Who has signed in for it; null for a key.</param>
    private sealed record Token(string Text, string? UserId);
}
