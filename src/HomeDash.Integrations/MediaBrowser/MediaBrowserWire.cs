namespace HomeDash.Integrations.MediaBrowser;

/// <summary>What a server of this family says of itself.</summary>
/// <param name="Version">Its version.</param>
/// <param name="ProductName"><c>Jellyfin Server</c>; Emby leaves it out.</param>
internal sealed record MediaBrowserSystem(string Version, string? ProductName = null);

/// <summary>A device that is connected.</summary>
/// <param name="Id">The id that orders name.</param>
/// <param name="UserName">Who has signed in; null for a device of nobody.</param>
/// <param name="Client">The program.</param>
/// <param name="DeviceName">The device.</param>
/// <param name="SupportsRemoteControl">Whether it obeys orders, as Emby tells; Jellyfin tells the same.</param>
/// <param name="NowPlayingItem">What it plays; null when it plays nothing.</param>
/// <param name="PlayState">Where it is.</param>
/// <param name="TranscodingInfo">How it is converted; null when it is not.</param>
internal sealed record MediaBrowserSession(
    string Id,
    string? UserName = null,
    string? Client = null,
    string? DeviceName = null,
    bool SupportsRemoteControl = false,
    MediaBrowserItem? NowPlayingItem = null,
    MediaBrowserPlayState? PlayState = null,
    MediaBrowserTranscoding? TranscodingInfo = null);

/// <summary>Where a device is.</summary>
/// <param name="PositionTicks">In ticks of 100 ns.</param>
/// <param name="IsPaused">Whether it is held.</param>
/// <param name="PlayMethod"><c>DirectPlay</c>, <c>DirectStream</c> or <c>Transcode</c>.</param>
/// <param name="AudioStreamIndex">The sound that is heard.</param>
internal sealed record MediaBrowserPlayState(long? PositionTicks = null, bool IsPaused = false, string? PlayMethod = null, int? AudioStreamIndex = null);

/// <summary>How something is converted.</summary>
/// <param name="IsVideoDirect">Whether the picture is left as it is.</param>
/// <param name="IsAudioDirect">Whether the sound is left as it is.</param>
/// <param name="Bitrate">What comes out, in bits per second.</param>
internal sealed record MediaBrowserTranscoding(bool IsVideoDirect = false, bool IsAudioDirect = false, long? Bitrate = null);

/// <summary>A thing in a library.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Type">What it is: <c>Movie</c>, <c>Episode</c>, <c>Audio</c>…</param>
/// <param name="RunTimeTicks">How long it is, in ticks of 100 ns.</param>
/// <param name="ProductionYear">When it was made.</param>
/// <param name="IndexNumber">The number of the episode, or of the season when it is one.</param>
/// <param name="ParentIndexNumber">The number of the season.</param>
/// <param name="SeriesName">The series.</param>
/// <param name="Album">The album.</param>
/// <param name="AlbumArtist">Whose album it is.</param>
/// <param name="Artists">Who plays.</param>
/// <param name="DateCreated">When it came in; only when it is asked for.</param>
/// <param name="Bitrate">Of the file, in bits per second; Emby only.</param>
/// <param name="MediaStreams">Picture, sound and subtitles.</param>
internal sealed record MediaBrowserItem(
    string Id,
    string? Name = null,
    string? Type = null,
    long? RunTimeTicks = null,
    int? ProductionYear = null,
    int? IndexNumber = null,
    int? ParentIndexNumber = null,
    string? SeriesName = null,
    string? Album = null,
    string? AlbumArtist = null,
    IReadOnlyList<string>? Artists = null,
    DateTimeOffset? DateCreated = null,
    long? Bitrate = null,
    IReadOnlyList<MediaBrowserStream>? MediaStreams = null);

/// <summary>A part of a file.</summary>
/// <param name="Type"><c>Video</c>, <c>Audio</c> or <c>Subtitle</c>.</param>
/// <param name="Index">What <see cref="MediaBrowserPlayState.AudioStreamIndex"/> names.</param>
/// <param name="BitRate">In bits per second.</param>
internal sealed record MediaBrowserStream(string? Type = null, int Index = 0, long? BitRate = null);

/// <summary>A part of a library.</summary>
internal sealed record MediaBrowserItems(IReadOnlyList<MediaBrowserItem> Items);

/// <summary>Who signs in.</summary>
/// <param name="Username">The user.</param>
/// <param name="Pw">The password.</param>
internal sealed record MediaBrowserSignIn(string Username, string Pw);

/// <summary>What a sign-in leaves.</summary>
/// <param name="AccessToken">What lets in from then on.</param>
/// <param name="User">Who has signed in.</param>
internal sealed record MediaBrowserSignedIn(string AccessToken, MediaBrowserSignedIn.Account User)
{
    internal sealed record Account(string Id);
}
