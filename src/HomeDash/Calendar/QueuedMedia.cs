using HomeDash.Procedures;

namespace HomeDash;

/// <summary>Something that a service is fetching. What is unknown is left out.</summary>
public sealed record QueuedMedia
{
    /// <summary>Its id in its service.</summary>
    public required string Id { get; init; }

    /// <summary>What kind of media it is.</summary>
    public required CollectedKind Kind { get; init; }

    /// <summary>The series, film, artist or author.</summary>
    public required string Title { get; init; }

    /// <summary>The title of the episode, album or book, when it is one.</summary>
    public string? Detail { get; init; }

    /// <summary>The season of an episode, or of all of them.</summary>
    public int? Season { get; init; }

    /// <summary>The number of an episode in its season, when it is one.</summary>
    public int? Episode { get; init; }

    /// <summary>How many episodes come with it, when there are several.</summary>
    public int? Count { get; init; }

    /// <summary>What is happening to it.</summary>
    public required QueuedState State { get; init; }

    /// <summary>How much of it is there, 0 to 1.</summary>
    public required double Progress { get; init; }

    /// <summary>Its size in bytes; absent while unknown.</summary>
    public long? SizeBytes { get; init; }

    /// <summary>When it will be there, in seconds from now.</summary>
    public long? EtaSeconds { get; init; }

    /// <summary>What is wrong with it, in the service's words.</summary>
    public string? Error { get; init; }

    /// <summary>What the release calls itself.</summary>
    public string? Release { get; init; }

    /// <summary>The download client that fetches it.</summary>
    public string? Client { get; init; }

    /// <summary>The address of its page, for a browser.</summary>
    public string? Link { get; init; }

    /// <summary>The name of the integration that wants it.</summary>
    public required string Integration { get; init; }
}

/// <summary>What is happening to something that is fetched, in the order in which a list shows it.</summary>
public enum QueuedState
{
    /// <summary>It cannot be had this way; the error says why.</summary>
    Failed,

    /// <summary>It is there, and the service does not know how to take it in: somebody has to look.</summary>
    Blocked,

    /// <summary>The download client is in trouble with it, or nobody sends anything.</summary>
    Stalled,

    /// <summary>Data comes in.</summary>
    Downloading,

    /// <summary>It is there and is being taken in.</summary>
    Importing,

    /// <summary>It waits for its turn.</summary>
    Queued,

    /// <summary>The service waits whether something better comes.</summary>
    Delayed,

    /// <summary>Somebody holds it in the download client.</summary>
    Paused,

    /// <summary>The service uses a word that HomeDash does not know.</summary>
    Unknown,
}

/// <summary>One page of what is being fetched.</summary>
/// <param name="Items">What needs a look first, then what moves, then what waits.</param>
/// <param name="Total">How much there is in all.</param>
/// <param name="Integrations">How each integration fared: what one that did not answer contributes is old, or missing.</param>
/// <param name="Next">Give this as <c>cursor</c> to get the next page; absent on the last one.</param>
public sealed record QueuedList(IReadOnlyList<QueuedMedia> Items, int Total, IReadOnlyList<IntegrationReport> Integrations, string? Next = null) : IOutcomes
{
    bool IOutcomes.AllFailed => IntegrationReport.NoneAnswered(Integrations);
}
