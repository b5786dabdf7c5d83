using Microsoft.AspNetCore.Http.Features;

namespace HomeDash.Auth;

/// <summary>The secret that stood in the path of a request, and stands there no longer.</summary>
/// <param name="Text">Id, dot, token; or whatever else was sent.</param>
internal sealed record SecretPathFeature(string Text)
{
    private const string Prefix = "/api/mcp/s/";

    /// <summary>Takes the secret out of the path of a request, and keeps it where only the check of secret paths looks.</summary>
    public static void TakeOut(IFeatureCollection features)
    {
        if (features.Get<IHttpRequestFeature>() is not { } request || request.Path.IndexOf(Prefix, StringComparison.OrdinalIgnoreCase) is not (>= 0 and var start))
        {
            return;
        }

        var end = start + Prefix.Length;
        features.Set(new SecretPathFeature(request.Path[end..].TrimEnd('/')));
        request.Path = request.Path[..(end - 1)];
        request.RawTarget = request.PathBase + request.Path;
    }
}
