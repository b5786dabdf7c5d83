namespace HomeDash;

/// <summary>Something that is being played. What the server does not tell is left out.</summary>
public sealed record MediaSession
{
    /// <summary>Its id on its server.</summary>
    public required string Id { get; init; }

    /// <summary>The name of the integration that plays it.</summary>
    public required string Integration { get; init; }

    /// <summary>What is played: the name of the film, episode, piece or channel.</summary>
    public required string Title { get; init; }

    /// <summary>What kind of media it is.</summary>
    public required MediaKind Kind { get; init; }

    /// <summary>Whether it runs.</summary>
    public required PlaybackState State { get; init; }

    /// <summary>Who plays it.</summary>
    public string? User { get; init; }

    /// <summary>The program that it is played with.</summary>
    public string? Client { get; init; }

    /// <summary>The device that it is played on.</summary>
    public string? Device { get; init; }

    /// <summary>The series, of an episode.</summary>
    public string? Series { get; init; }

    /// <summary>The number of the season; 0 is the specials.</summary>
    public int? Season { get; init; }

    /// <summary>The number of the episode in its season.</summary>
    public int? Episode { get; init; }

    /// <summary>Who made the music.</summary>
    public string? Artist { get; init; }

    /// <summary>The album of a piece of music.</summary>
    public string? Album { get; init; }

    /// <summary>The year in which it came out.</summary>
    public int? Year { get; init; }

    /// <summary>Where it is, in seconds from its beginning.</summary>
    public long? PositionSeconds { get; init; }

    /// <summary>How long it is, in seconds; absent for live television.</summary>
    public long? LengthSeconds { get; init; }

    /// <summary>How much of it has been played, 0 to 1.</summary>
    public double? Progress => PositionSeconds is { } position && LengthSeconds is { } length and > 0 ? Math.Round(Math.Clamp((double)position / length, 0, 1), 4) : null;

    /// <summary>How it reaches the device.</summary>
    public MediaDelivery? Delivery { get; init; }

    /// <summary>What is sent to the device, in bits per second.</summary>
    public long? BitsPerSecond { get; init; }

    /// <summary>What can be done to it from here.</summary>
    public IReadOnlyList<SessionControl> Controls { get; init; } = [];
}

/// <summary>Whether something that is played runs, in the order in which a list shows it.</summary>
public enum PlaybackState
{
    /// <summary>It runs.</summary>
    Playing,

    /// <summary>It would run, and waits for data.</summary>
    Buffering,

    /// <summary>Somebody holds it.</summary>
    Paused,
}

/// <summary>How media reaches a device.</summary>
public enum MediaDelivery
{
    /// <summary>As the file is.</summary>
    Direct,

    /// <summary>In another container, picture and sound as they are.</summary>
    Remux,

    /// <summary>Picture or sound are converted, which costs the server computing time.</summary>
    Transcode,
}

/// <summary>What can be done to something that is played.</summary>
public enum SessionControl
{
    /// <summary>Hold it.</summary>
    Pause,

    /// <summary>Let it go on.</summary>
    Resume,

    /// <summary>End it.</summary>
    Stop,
}
