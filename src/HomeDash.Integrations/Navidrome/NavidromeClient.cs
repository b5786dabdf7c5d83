using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace HomeDash.Integrations.Navidrome;

/// <summary>
/// Navidrome by the Subsonic API 1.16.1. It tells who listens to what, not where they are in it, and cannot tell a player
/// anything. Failures come with HTTP 200.
/// </summary>
internal sealed class NavidromeClient(ServiceHttp http, Integration integration) : IMediaServer, IIntegrationClient, IDisposable
{
    private const int WrongCredentials = 40;
    private const int NoTokensForThisUser = 41;
    private const int NotAllowed = 50;

    public async Task<ServiceVersion> TestAsync(CancellationToken cancellationToken)
    {
        var server = await CallAsync("ping", [], cancellationToken).ConfigureAwait(false);
        return new(server.Type == "navidrome" ? "Navidrome" : server.Type ?? "Subsonic", server.ServerVersion?.Split(' ')[0]);
    }

    public async Task<MediaSessions> SessionsAsync(CancellationToken cancellationToken)
    {
        var entries = (await CallAsync("getNowPlaying", [], cancellationToken).ConfigureAwait(false)).NowPlaying?.Entry ?? [];
        return new([.. entries.Select(entry => new MediaSession
        {
            // The numbers of players are their places in this list: they say nothing the next time.
            Id = $"{entry.Username}.{entry.PlayerName}.{entry.Id}",
            Integration = integration.Name,
            Title = entry.Title ?? "Untitled",
            Kind = MediaKind.Track,
            State = PlaybackState.Playing,
            User = entry.Username,
            Client = entry.PlayerName,
            Artist = entry.Artist,
            Album = entry.Album,
            Year = entry.Year,
            LengthSeconds = entry.Duration,
            BitsPerSecond = entry.BitRate * 1000,
        })]);
    }

    public async Task<AddedMediaPage> RecentAsync(int limit, CancellationToken cancellationToken)
    {
        var albums = (await CallAsync("getAlbumList2", [("type", "newest"), ("size", limit.ToString(CultureInfo.InvariantCulture))], cancellationToken).ConfigureAwait(false)).AlbumList2?.Album ?? [];
        return new([.. albums.Take(limit).Select(album => new AddedMedia
        {
            Id = album.Id,
            Integration = integration.Name,
            Title = album.Name ?? "Untitled",
            Kind = MediaKind.Album,
            AddedAt = album.Created?.ToUniversalTime(),
            Artist = album.Artist,
            Year = album.Year is > 0 ? album.Year : null,
            LengthSeconds = album.Duration,
        })]);
    }

    public Task<MediaSessions> ControlAsync(string sessionId, SessionControl control, CancellationToken cancellationToken) =>
        throw new NotSupportedException("A session of Navidrome has no controls.");

    public void Dispose() => http.Dispose();

    private async Task<SubsonicResponse> CallAsync(string method, (string Name, string Value)[] values, CancellationToken cancellationToken)
    {
        var response = await http.ReadAsync(() => Request(method, values), cancellationToken).ConfigureAwait(false);
        var answer = response.Json(NavidromeJson.Default.SubsonicAnswer).Response;
        return answer switch
        {
            { Status: "ok" } => answer,
            { Error.Code: WrongCredentials } => throw http.Errors.CredentialsRefused(),
            { Error.Code: NoTokensForThisUser } => throw http.Errors.CredentialsRefused("This user's password is checked elsewhere (LDAP); HomeDash needs a user of Navidrome's own."),
            { Error.Code: NotAllowed } => throw http.Errors.PermissionRefused(),
            { Error.Message: { Length: > 0 } message } => throw http.Errors.Says(message),
            _ => throw http.Errors.MakesNoSense("an answer that is not ok and does not say why"),
        };
    }

    /// <summary>The password itself never leaves HomeDash: a digest of it and of a new salt does, in a form, which no log of addresses keeps.</summary>
    private HttpRequestMessage Request(string method, (string Name, string Value)[] values)
    {
        var salt = RandomNumberGenerator.GetHexString(16, lowercase: true);

        // Subsonic 1.13 and later asks for MD5.
#pragma warning disable CA5351
        var token = Convert.ToHexStringLower(MD5.HashData(Encoding.UTF8.GetBytes(integration.Credentials.Password?.Reveal() + salt)));
#pragma warning restore CA5351
        return new(HttpMethod.Post, $"/rest/{method}.view")
        {
            Content = new FormUrlEncodedContent(
            [
                new("u", integration.Credentials.Username ?? ""), new("t", token), new("s", salt), new("v", "1.16.1"), new("c", "HomeDash"), new("f", "json"),
                .. values.Select(value => KeyValuePair.Create(value.Name, value.Value)),
            ]),
        };
    }
}
