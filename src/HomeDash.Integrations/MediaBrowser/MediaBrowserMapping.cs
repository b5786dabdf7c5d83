namespace HomeDash.Integrations.MediaBrowser;

/// <summary>Puts what these servers say into the words of the house.</summary>
internal static class MediaBrowserMapping
{
    private static readonly SessionControl[] All = [SessionControl.Pause, SessionControl.Resume, SessionControl.Stop];

    /// <summary>What a device plays.</summary>
    public static MediaSession ToSession(MediaBrowserSession session, MediaBrowserItem item, string integration) => new()
    {
        Id = session.Id,
        Integration = integration,
        Title = item.Name ?? item.SeriesName ?? "Untitled",
        Kind = KindOf(item.Type),
        State = session.PlayState?.IsPaused == true ? PlaybackState.Paused : PlaybackState.Playing,
        User = session.UserName,
        Client = session.Client,
        Device = session.DeviceName,
        Series = item.SeriesName,
        Season = item.SeriesName is null ? null : item.ParentIndexNumber,
        Episode = item.SeriesName is null ? null : item.IndexNumber,
        Artist = ArtistOf(item),
        Album = item.Album,
        Year = item.ProductionYear,
        PositionSeconds = Seconds(session.PlayState?.PositionTicks),
        LengthSeconds = Seconds(item.RunTimeTicks),
        Delivery = DeliveryOf(session),
        BitsPerSecond = session.TranscodingInfo?.Bitrate ?? item.Bitrate ?? SumOfStreams(item, session.PlayState?.AudioStreamIndex),
        Controls = session.SupportsRemoteControl ? All : [],
    };

    /// <summary>What came in.</summary>
    public static AddedMedia ToAdded(MediaBrowserItem item, string integration) => new()
    {
        Id = item.Id,
        Integration = integration,
        Title = item.Name ?? item.SeriesName ?? "Untitled",
        Kind = KindOf(item.Type),
        AddedAt = item.DateCreated?.ToUniversalTime(),
        Series = item.SeriesName,
        Season = item.SeriesName is null ? null : item.ParentIndexNumber,
        Episode = item.SeriesName is null ? null : item.IndexNumber,
        Artist = ArtistOf(item),
        Year = item.ProductionYear,
        LengthSeconds = Seconds(item.RunTimeTicks),
    };

    private static MediaKind KindOf(string? type) => type switch
    {
        "Movie" => MediaKind.Movie,
        "Episode" => MediaKind.Episode,
        "Season" => MediaKind.Season,
        "Series" => MediaKind.Series,
        "Audio" => MediaKind.Track,
        "MusicAlbum" => MediaKind.Album,
        "AudioBook" => MediaKind.Audiobook,
        "TvChannel" or "LiveTvChannel" or "LiveTvProgram" or "Program" => MediaKind.LiveTv,
        "Video" or "Trailer" or "MusicVideo" => MediaKind.Video,
        _ => MediaKind.Other,
    };

    private static MediaDelivery? DeliveryOf(MediaBrowserSession session) => (session.PlayState?.PlayMethod, session.TranscodingInfo) switch
    {
        ("DirectPlay", _) => MediaDelivery.Direct,
        ("DirectStream", _) or ("Transcode", { IsVideoDirect: true, IsAudioDirect: true }) => MediaDelivery.Remux,
        ("Transcode", _) => MediaDelivery.Transcode,
        _ => null,
    };

    private static string? ArtistOf(MediaBrowserItem item) =>
        item.Artists is { Count: > 0 } artists ? string.Join(", ", artists) : string.IsNullOrEmpty(item.AlbumArtist) ? null : item.AlbumArtist;

    /// <summary>The picture and the sound that is heard: a file may have sound in many languages.</summary>
    private static long? SumOfStreams(MediaBrowserItem item, int? audio)
    {
        var heard = (item.MediaStreams ?? []).Where(stream => stream.Type == "Video" || (stream.Type == "Audio" && (audio is null || stream.Index == audio)));
        return heard.GroupBy(stream => stream.Type).Sum(group => group.First().BitRate ?? 0) is > 0 and var sum ? sum : null;
    }

    private static long? Seconds(long? ticks) => ticks is { } given ? given / TimeSpan.TicksPerSecond : null;
}
