using System.Globalization;
using System.Net;

namespace HomeDash.Integrations.Plex;

/// <summary>Plex Media Server. It can end what is played, but not pause it: only the player itself can.</summary>
internal sealed class PlexClient(ServiceHttp http, Integration integration, TimeProvider clock) : IMediaServer, IIntegrationClient, IDisposable
{
    private readonly string token = integration.Credentials.ApiKey?.Reveal() ?? "";

    public async Task<ServiceVersion> TestAsync(CancellationToken cancellationToken)
    {
        var server = (await ReadAsync("/", cancellationToken).ConfigureAwait(false)).Container();
        if (server.Text("machineIdentifier") is null)
        {
            throw http.Errors.MakesNoSense("XML of another shape");
        }

        // Whoever shares the server may look at it, but not at what others play.
        await SessionsAsync(cancellationToken).ConfigureAwait(false);
        return new("Plex", server.Text("version"));
    }

    public async Task<MediaSessions> SessionsAsync(CancellationToken cancellationToken)
    {
        var container = (await ReadAsync("/status/sessions", cancellationToken).ConfigureAwait(false)).Container();
        return new([.. container.Elements().Where(item => item.Name.LocalName is "Video" or "Track" or "Photo").Select(item => PlexMapping.ToSession(item, integration.Name))]);
    }

    public async Task<AddedMediaPage> RecentAsync(int limit, CancellationToken cancellationToken)
    {
        var path = string.Create(CultureInfo.InvariantCulture, $"/library/recentlyAdded?X-Plex-Container-Start=0&X-Plex-Container-Size={limit}");
        var container = (await ReadAsync(path, cancellationToken).ConfigureAwait(false)).Container();
        return new([.. container.Elements().Where(item => item.Name.LocalName is "Video" or "Directory" or "Track")
            .Select(item => PlexMapping.ToAdded(item, integration.Name)).OrderByDescending(item => item.AddedAt).Take(limit)]);
    }

    public async Task<MediaSessions> ControlAsync(string sessionId, SessionControl control, CancellationToken cancellationToken)
    {
        if (control != SessionControl.Stop)
        {
            throw new NotSupportedException($"A session of Plex has no {control} among its controls.");
        }

        using var request = Request($"/status/sessions/terminate?sessionId={Uri.EscapeDataString(sessionId)}&reason={Uri.EscapeDataString("Stopped from HomeDash")}");
        var response = await http.WriteAsync(request, cancellationToken).ConfigureAwait(false);
        switch (response.Status)
        {
            case HttpStatusCode.NotFound:
                break;

            // It says so of a server without the feature; the token has just been good enough to see the session.
            case HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden:
                throw http.Errors.PermissionRefused("Plex stops what others play only on a server whose owner has a Plex Pass, and only for the owner.");
            default:
                response.Succeeded();
                break;
        }

        return (await Settling.UntilAsync(SessionsAsync, sessions => sessions.Shows(sessionId, control), clock, cancellationToken).ConfigureAwait(false)).State;
    }

    public void Dispose() => http.Dispose();

    private Task<ServiceResponse> ReadAsync(string path, CancellationToken cancellationToken) => http.ReadAsync(() => Request(path), cancellationToken);

    private HttpRequestMessage Request(string path) => new(HttpMethod.Get, path)
    {
        Headers = { { "X-Plex-Token", token }, { "X-Plex-Product", "HomeDash" }, { "X-Plex-Client-Identifier", $"homedash-{integration.Id}" }, { "Accept", "application/xml" } },
    };
}
