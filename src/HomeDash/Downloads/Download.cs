namespace HomeDash;

/// <summary>A download, as a list shows it. What is unknown or nothing is left out.</summary>
public sealed record Download
{
    /// <summary>Its id in its client: the info hash of a torrent, otherwise the client's own.</summary>
    public required string Id { get; init; }

    /// <summary>What it is called.</summary>
    public required string Name { get; init; }

    /// <summary>The name of the integration that downloads it.</summary>
    public required string Integration { get; init; }

    /// <summary>Over what it comes.</summary>
    public required DownloadType Type { get; init; }

    /// <summary>What it is doing.</summary>
    public required DownloadState State { get; init; }

    /// <summary>How much of it is there, 0 to 1.</summary>
    public required double Progress { get; init; }

    /// <summary>Its size in bytes, without what is not wanted of it; absent while unknown.</summary>
    public long? SizeBytes { get; init; }

    /// <summary>How much of it is there, in bytes.</summary>
    public long? DoneBytes { get; init; }

    /// <summary>What comes in, in bytes per second; absent while nothing does.</summary>
    public long? DownBytesPerSecond { get; init; }

    /// <summary>What goes out to others, in bytes per second; absent while nothing does.</summary>
    public long? UpBytesPerSecond { get; init; }

    /// <summary>When it will be there, in seconds from now; absent while unknown.</summary>
    public long? EtaSeconds { get; init; }

    /// <summary>Its category or label in the client.</summary>
    public string? Category { get; init; }

    /// <summary>When it was added, UTC.</summary>
    public DateTimeOffset? AddedAt { get; init; }

    /// <summary>What is wrong with it, in the client's words.</summary>
    public string? Error { get; init; }

    /// <summary>The info hash of a torrent whose client gives it another id.</summary>
    public string? Hash { get; init; }
}

/// <summary>Over what a download comes.</summary>
public enum DownloadType
{
    /// <summary>BitTorrent.</summary>
    Torrent,

    /// <summary>News servers.</summary>
    Usenet,

    /// <summary>The web, or a file server.</summary>
    Web,
}

/// <summary>What a download is doing, in the order in which a list shows it.</summary>
public enum DownloadState
{
    /// <summary>Data comes in, or is about to.</summary>
    Downloading,

    /// <summary>It would download, and nobody sends anything.</summary>
    Stalled,

    /// <summary>What is there is compared with what it should be.</summary>
    Checking,

    /// <summary>All is there and is being repaired, unpacked or moved.</summary>
    Processing,

    /// <summary>It waits for its turn.</summary>
    Queued,

    /// <summary>Held, and not complete.</summary>
    Paused,

    /// <summary>It cannot go on; the error says why.</summary>
    Failed,

    /// <summary>Complete, and offered to others.</summary>
    Seeding,

    /// <summary>Complete, and nothing more happens.</summary>
    Completed,

    /// <summary>The client uses a word that HomeDash does not know.</summary>
    Unknown,
}

/// <summary>What states have in common.</summary>
public static class DownloadStates
{
    /// <summary>Whether nothing moves because somebody held it, or because it is complete.</summary>
    public static bool IsHeld(this DownloadState state) => state is DownloadState.Paused or DownloadState.Completed;

    /// <summary>Whether nothing of it is missing any more.</summary>
    public static bool IsComplete(this DownloadState state) => state is DownloadState.Seeding or DownloadState.Completed;

    /// <summary>The state as a word of a sentence: <c>downloading</c>.</summary>
    public static string ToWords(this DownloadState state) => state.ToString().ToLowerInvariant();
}
