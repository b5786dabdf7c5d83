using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace HomeDash.Mcp;

/// <summary>
/// Keeps web pages of others out. A page whose name has been made to point at this machine (DNS rebinding) betrays itself
/// by its <c>Host</c>, and any other page by its <c>Origin</c>, which servers MUST check and answer with 403
/// (Streamable HTTP, Security, 1).
/// </summary>
internal sealed class LocalGuard(IOptionsMonitor<McpOptions> options)
{
    public Refusal? Check(HttpRequest request)
    {
        var host = request.Host;
        if (!IsOurs(host.Host) && !IPAddress.TryParse(host.Host.Trim('[', ']'), out _))
        {
            // An address is no name, and only names can be made to point elsewhere.
            return Forbidden($"HomeDash does not answer to the host '{host.Host}'. Call it by localhost, by its IP address, or add the name to HomeDash's allowed hosts.");
        }

        var origin = request.Headers.Origin.ToString();
        return origin.Length == 0 || IsAllowed(origin, host)
            ? null
            : Forbidden("Pages of this origin may not call HomeDash. Add its host to HomeDash's allowed hosts if it should.");
    }

    private static Refusal Forbidden(string message) => Refusal.Of(StatusCodes.Status403Forbidden, message);

    private bool IsAllowed(string origin, HostString host) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var page)
        && page.Scheme is "http" or "https"
        && (IsOurs(page.Host) || string.Equals(page.Authority, host.Value, StringComparison.OrdinalIgnoreCase));

    private bool IsOurs(string name) =>
        string.Equals(name, "localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(name.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address))
        || options.CurrentValue.Hosts.Contains(name, StringComparer.OrdinalIgnoreCase);
}
