using System.Xml.Linq;

namespace HomeDash.Integrations.Plex;

/// <summary>Puts what Plex says into the words of the house.</summary>
internal static class PlexMapping
{
    private const long BitsPerKilobit = 1000;

    /// <summary>What is played. <c>Session id</c> is the one that ends it; players without one cannot be told.</summary>
    public static MediaSession ToSession(XElement item, string integration)
    {
        var player = item.Element("Player");
        var sessionId = item.Element("Session")?.Text("id");
        var kind = KindOf(item);
        return new()
        {
            Id = sessionId ?? $"key-{item.Text("sessionKey") ?? item.Text("ratingKey")}",
            Integration = integration,
            Title = item.Text("title") ?? "Untitled",
            Kind = kind,
            State = player?.Text("state") switch { "paused" => PlaybackState.Paused, "buffering" => PlaybackState.Buffering, _ => PlaybackState.Playing },
            User = item.Element("User")?.Text("title"),
            Client = player?.Text("product"),
            Device = player?.Text("title") ?? player?.Text("device"),
            Series = kind == MediaKind.Episode ? item.Text("grandparentTitle") : null,
            Season = kind == MediaKind.Episode ? (int?)item.Number("parentIndex") : null,
            Episode = kind == MediaKind.Episode ? (int?)item.Number("index") : null,
            Artist = kind == MediaKind.Track ? item.Text("originalTitle") ?? item.Text("grandparentTitle") : null,
            Album = kind == MediaKind.Track ? item.Text("parentTitle") : null,
            Year = (int?)item.Number("year"),
            PositionSeconds = item.Number("viewOffset") / 1000,
            LengthSeconds = kind == MediaKind.LiveTv ? null : item.Number("duration") / 1000,
            Delivery = DeliveryOf(item.Element("TranscodeSession")),
            BitsPerSecond = (item.Elements("Media").FirstOrDefault(media => media.Text("selected") == "1") ?? item.Element("Media"))?.Number("bitrate") * BitsPerKilobit,
            Controls = sessionId is null ? [] : [SessionControl.Stop],
        };
    }

    /// <summary>What came in: Plex tells of a season or an album as a whole.</summary>
    public static AddedMedia ToAdded(XElement item, string integration)
    {
        var kind = KindOf(item);
        return new()
        {
            Id = item.Text("ratingKey") ?? item.Text("key") ?? "",
            Integration = integration,
            Title = item.Text("title") ?? "Untitled",
            Kind = kind,
            AddedAt = item.Number("addedAt") is { } seconds and > 0 ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null,
            Series = kind switch { MediaKind.Episode => item.Text("grandparentTitle"), MediaKind.Season => item.Text("parentTitle"), _ => null },
            Season = (int?)(kind switch { MediaKind.Episode => item.Number("parentIndex"), MediaKind.Season => item.Number("index"), _ => null }),
            Episode = kind == MediaKind.Episode ? (int?)item.Number("index") : null,
            Artist = kind switch { MediaKind.Album => item.Text("parentTitle"), MediaKind.Track => item.Text("grandparentTitle"), _ => null },
            Year = (int?)item.Number("year"),
            LengthSeconds = item.Number("duration") / 1000,
        };
    }

    private static MediaKind KindOf(XElement item) => item.Text("live") == "1" ? MediaKind.LiveTv : item.Text("type") switch
    {
        "movie" => MediaKind.Movie,
        "episode" => MediaKind.Episode,
        "season" => MediaKind.Season,
        "show" => MediaKind.Series,
        "track" => MediaKind.Track,
        "album" => MediaKind.Album,
        "clip" => MediaKind.Video,
        _ => MediaKind.Other,
    };

    private static MediaDelivery DeliveryOf(XElement? conversion) =>
        conversion is null ? MediaDelivery.Direct
        : conversion.Text("videoDecision") == "transcode" || conversion.Text("audioDecision") == "transcode" ? MediaDelivery.Transcode
        : MediaDelivery.Remux;
}
