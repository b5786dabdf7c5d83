using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace HomeDash.Auth;

/// <summary>Signs in by a secret path: the address itself is the key.</summary>
internal sealed class SecretPathHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory loggers, UrlEncoder encoder, SecretPathVerifier paths)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder)
{
    /// <summary>Longer than any secret path: what is this long is not even looked up.</summary>
    private const int Longest = 128;

    /// <summary>Whether the request came by a secret path, good or bad. No other credential counts then.</summary>
    public static bool Speaks(HttpContext context) => context.Features.Get<SecretPathFeature>() is not null;

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Context.Features.Get<SecretPathFeature>() is not { Text: var text })
        {
            return AuthenticateResult.NoResult();
        }

        var dot = text.IndexOf('.');
        return text.Length <= Longest && dot > 0
            && await paths.VerifyAsync(text[..dot], text[(dot + 1)..], Context.RequestAborted).ConfigureAwait(false) is { } key
            ? AuthenticateResult.Success(new(HomeDashClaims.ForKey(key, AuthSchemes.SecretPath), Scheme.Name))
            : AuthenticateResult.Fail("The secret path is wrong.");
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        // There is nothing here for whoever does not know the path.
        Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}
