using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace HomeDash.Mcp;

/// <summary>Lets pages of the configured hosts, and no others, read what is answered to them (CORS).</summary>
internal sealed class CrossOrigin(IOptionsMonitor<McpOptions> options)
{
    private const string Methods = "GET, POST, DELETE";
    private const string Headers =
        "Authorization, ApiKey, Content-Type, Accept, MCP-Protocol-Version, Mcp-Session-Id, Mcp-Method, Mcp-Name, Last-Event-ID";

    /// <summary>Marks an answer as readable, when it goes to a page that may.</summary>
    /// <returns>Whether it does.</returns>
    public bool Allow(HttpContext http)
    {
        var origin = http.Request.Headers.Origin.ToString();
        if (!Uri.TryCreate(origin, UriKind.Absolute, out var page) || page.Scheme is not ("http" or "https")
            || !options.CurrentValue.Hosts.Contains(page.Host, StringComparer.OrdinalIgnoreCase))
        {
            return false;
        }

        var headers = http.Response.Headers;
        headers.AccessControlAllowOrigin = origin;
        headers.AccessControlExposeHeaders = $"{SessionHeaders.Id}, WWW-Authenticate";
        headers.Vary = "Origin";
        return true;
    }

    /// <summary>Answers the question that a browser asks before it calls.</summary>
    public Task AnswerPreflightAsync(HttpContext http)
    {
        if (!Allow(http))
        {
            return Refusal.Of(StatusCodes.Status403Forbidden, "Pages of this origin may not call HomeDash. Add its host to HomeDash's allowed hosts if it should.")
                .WriteAsync(http.Response, http.RequestAborted);
        }

        var headers = http.Response.Headers;
        headers.AccessControlAllowMethods = Methods;
        headers.AccessControlAllowHeaders = Headers;
        headers.AccessControlMaxAge = "7200";
        http.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }
}
