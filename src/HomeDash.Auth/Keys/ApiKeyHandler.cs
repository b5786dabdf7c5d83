using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace HomeDash.Auth;

/// <summary>Signs in with <c>ApiKey: &lt;id&gt;.&lt;token&gt;</c> or <c>Authorization: Bearer &lt;id&gt;.&lt;token&gt;</c>.</summary>
internal sealed class ApiKeyHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory loggers, UrlEncoder encoder, ApiKeyVerifier keys)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder)
{
    private const string Header = "ApiKey";
    private const string Bearer = "Bearer ";

    /// <summary>Longer than any key: a header this long is not even looked up.</summary>
    private const int Longest = 128;

    /// <summary>Whether the request wants to be known by a key, good or bad.</summary>
    public static bool Speaks(HttpRequest request) => request.Headers.ContainsKey(Header) || BearerOf(request) is not null;

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if ((Request.Headers[Header] is [{ } header, ..] ? header : BearerOf(Request)) is not { } text)
        {
            return AuthenticateResult.NoResult();
        }

        var dot = text.IndexOf('.');
        if (text.Length > Longest || dot < 0
            || await keys.VerifyAsync(text[..dot], text[(dot + 1)..], Context.RequestAborted).ConfigureAwait(false) is not { } key)
        {
            return AuthenticateResult.Fail("The API key is wrong or revoked.");
        }

        return AuthenticateResult.Success(new(HomeDashClaims.ForKey(key, AuthSchemes.ApiKey), Scheme.Name));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.StatusCode = StatusCodes.Status401Unauthorized;
        // RFC 9110, 11.6.1: a 401 says which scheme would do.
        Response.Headers[HeaderNames.WWWAuthenticate] = "Bearer realm=\"HomeDash\"";
        return Task.CompletedTask;
    }

    private static string? BearerOf(HttpRequest request) =>
        request.Headers.Authorization is [{ } value, ..] && value.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) ? value[Bearer.Length..].Trim() : null;
}
