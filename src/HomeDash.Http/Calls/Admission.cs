using HomeDash.Procedures;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace HomeDash.Http;

/// <summary>Who may come in at all: somebody who is signed in, and no page of others that uses a visitor's session.</summary>
internal static class Admission
{
    /// <summary>The caller of a request, or why nobody is let in.</summary>
    public static async ValueTask<(Caller Caller, ProcedureError? Refusal)> AdmitAsync(HttpContext http)
    {
        var caller = await http.RequestServices.GetRequiredService<ICallerSource>().GetAsync(http.RequestAborted).ConfigureAwait(false);
        if (!caller.SignedIn)
        {
            // RFC 9110, 11.6.1: a 401 says which scheme would do.
            http.Response.Headers.WWWAuthenticate = "Bearer realm=\"HomeDash\"";
            return (caller, new(ProcedureErrorCode.Unauthorized, ErrorReason.NotSignedIn,
                "Send an API key of HomeDash: the header 'ApiKey: <id>.<token>' or 'Authorization: Bearer <id>.<token>'. The dashboard makes keys."));
        }

        // A key is never sent by a browser of its own accord; a session cookie is.
        return caller.KeyId is null && IsFromElsewhere(http.Request)
            ? (caller, new(ProcedureErrorCode.Forbidden, ErrorReason.NotAllowed, "Pages of other sites may not call HomeDash with your session. Use an API key."))
            : (caller, null);
    }

    /// <summary>
    /// What a browser says of the page that sends a request (Fetch Metadata; RFC 6454). No such header means no browser:
    /// those send Origin with every POST, and the cookie is SameSite=Lax besides.
    /// </summary>
    private static bool IsFromElsewhere(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        var origin = request.Headers.Origin.ToString();
        return site is not ("" or "same-origin" or "none")
            || (origin.Length > 0
                && !(Uri.TryCreate(origin, UriKind.Absolute, out var page) && string.Equals(page.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase)));
    }
}
