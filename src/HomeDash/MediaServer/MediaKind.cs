namespace HomeDash;

/// <summary>What a piece of media is.</summary>
public enum MediaKind
{
    /// <summary>A film.</summary>
    Movie,

    /// <summary>An episode of a series.</summary>
    Episode,

    /// <summary>A season of a series.</summary>
    Season,

    /// <summary>A series as a whole.</summary>
    Series,

    /// <summary>A piece of music.</summary>
    Track,

    /// <summary>An album.</summary>
    Album,

    /// <summary>A book that is read out.</summary>
    Audiobook,

    /// <summary>A channel of television or radio.</summary>
    LiveTv,

    /// <summary>A trailer, a clip or a video of one's own.</summary>
    Video,

    /// <summary>Anything else, such as photos.</summary>
    Other,
}
