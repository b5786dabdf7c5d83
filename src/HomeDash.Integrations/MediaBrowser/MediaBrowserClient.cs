using System.Globalization;
using System.Net;

namespace HomeDash.Integrations.MediaBrowser;

/// <summary>What Jellyfin and Emby have in common: both come from Media Browser, and answer much the same.</summary>
/// <param name="http">HTTP with the server.</param>
/// <param name="name">What people call the integration.</param>
/// <param name="clock">Measures how long an order takes.</param>
internal abstract class MediaBrowserClient(ServiceHttp http, string name, TimeProvider clock) : IMediaServer, IIntegrationClient, IAsyncDisposable
{
    private const string Added = "Movie,Episode,MusicAlbum,AudioBook,MusicVideo,Video";

    public async Task<ServiceVersion> TestAsync(CancellationToken cancellationToken)
    {
        var system = (await ReadAsync("/System/Info", false, cancellationToken).ConfigureAwait(false)).Json(MediaBrowserJson.Default.MediaBrowserSystem);
        return IsOurs(system) ? new(Product, system.Version) : throw http.Errors.MakesNoSense($"the name of {system.ProductName ?? "another server"}");
    }

    public async Task<MediaSessions> SessionsAsync(CancellationToken cancellationToken)
    {
        var sessions = (await ReadAsync("/Sessions", false, cancellationToken).ConfigureAwait(false)).Json(MediaBrowserJson.Default.MediaBrowserSessionArray);
        return new([.. sessions.Where(session => session.NowPlayingItem is not null).Select(session => MediaBrowserMapping.ToSession(session, session.NowPlayingItem!, name))]);
    }

    public async Task<AddedMediaPage> RecentAsync(int limit, CancellationToken cancellationToken)
    {
        // Items of series that nobody has yet are virtual.
        var path = string.Create(
            CultureInfo.InvariantCulture,
            $"/Items?Recursive=true&SortBy=DateCreated&SortOrder=Descending&IncludeItemTypes={Added}&ExcludeLocationTypes=Virtual&Fields=DateCreated&EnableImages=false&EnableTotalRecordCount=false&Limit={limit}");
        var found = (await ReadAsync(path, true, cancellationToken).ConfigureAwait(false)).Json(MediaBrowserJson.Default.MediaBrowserItems);
        return new([.. found.Items.Take(limit).Select(item => MediaBrowserMapping.ToAdded(item, name))]);
    }

    public async Task<MediaSessions> ControlAsync(string sessionId, SessionControl control, CancellationToken cancellationToken)
    {
        var order = control == SessionControl.Resume ? "Unpause" : control.ToString();
        var response = await WriteAsync($"/Sessions/{Uri.EscapeDataString(sessionId)}/Playing/{order}", cancellationToken).ConfigureAwait(false);
        if (response.Status != HttpStatusCode.NotFound)
        {
            response.Succeeded();
        }

        // The server passes the order on, and shows what the device reports of itself next.
        return (await Settling.UntilAsync(SessionsAsync, sessions => sessions.Shows(sessionId, control), clock, cancellationToken).ConfigureAwait(false)).State;
    }

    public abstract ValueTask DisposeAsync();

    /// <summary>What the server calls itself.</summary>
    protected abstract string Product { get; }

    /// <summary>Whether this is the server that was meant, and not its sister.</summary>
    protected virtual bool IsOurs(MediaBrowserSystem system) => true;

    /// <summary>Reads something.</summary>
    /// <param name="path">What, with its query.</param>
    /// <param name="asUser">Whether it depends on who looks at it; a key is nobody, and sees everything.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    protected abstract Task<ServiceResponse> ReadAsync(string path, bool asUser, CancellationToken cancellationToken);

    /// <summary>Gives an order.</summary>
    protected abstract Task<ServiceResponse> WriteAsync(string path, CancellationToken cancellationToken);
}
