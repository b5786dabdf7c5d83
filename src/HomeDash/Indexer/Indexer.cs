using HomeDash.Procedures;

namespace HomeDash;

/// <summary>An indexer: where releases are looked for. What is unknown is left out.</summary>
public sealed record Indexer
{
    /// <summary>Its id in its service.</summary>
    public required string Id { get; init; }

    /// <summary>What it is called.</summary>
    public required string Name { get; init; }

    /// <summary>Whether it is used and works.</summary>
    public required IndexerStatus Status { get; init; }

    /// <summary>Whether it is switched on in its service.</summary>
    public required bool Enabled { get; init; }

    /// <summary>What it has: torrents or Usenet posts.</summary>
    public DownloadType? Protocol { get; init; }

    /// <summary>Who may use it.</summary>
    public IndexerPrivacy? Privacy { get; init; }

    /// <summary>In which order it is preferred, 1 before 50.</summary>
    public int? Priority { get; init; }

    /// <summary>Until when its service leaves it alone because it failed, UTC.</summary>
    public DateTimeOffset? DisabledUntil { get; init; }

    /// <summary>Since when it has been failing, UTC.</summary>
    public DateTimeOffset? FailingSince { get; init; }

    /// <summary>When it failed last, UTC.</summary>
    public DateTimeOffset? LastFailureAt { get; init; }

    /// <summary>What went wrong in its last test by indexer.testAll, in its service's words; the service itself keeps no words.</summary>
    public string? LastError { get; init; }

    /// <summary>The name of the integration that looks after it.</summary>
    public required string Integration { get; init; }
}

/// <summary>Whether an indexer is used and works, in the order in which a list shows it.</summary>
public enum IndexerStatus
{
    /// <summary>It failed, and is left alone for a while.</summary>
    Failing,

    /// <summary>It is used, and did not fail lately.</summary>
    Working,

    /// <summary>Somebody switched it off.</summary>
    Disabled,
}

/// <summary>Who may use an indexer.</summary>
public enum IndexerPrivacy
{
    /// <summary>Everybody may.</summary>
    Public,

    /// <summary>Whoever registers may.</summary>
    SemiPrivate,

    /// <summary>Only members may.</summary>
    Private,
}

/// <summary>The indexers of the house.</summary>
/// <param name="Items">What fails first, then what works, then what is switched off; by name.</param>
/// <param name="Integrations">How each integration fared: what one that did not answer contributes is old, or missing.</param>
public sealed record IndexerList(IReadOnlyList<Indexer> Items, IReadOnlyList<IntegrationReport> Integrations) : IOutcomes
{
    bool IOutcomes.AllFailed => IntegrationReport.NoneAnswered(Integrations);
}

/// <summary>What the test of an indexer said.</summary>
/// <param name="Name">What the indexer is called.</param>
/// <param name="Ok">Whether it works.</param>
/// <param name="Error">Why not, in its service's words.</param>
/// <param name="Status">Whether its service uses it after the test.</param>
/// <param name="DisabledUntil">Until when its service leaves it alone after the test, UTC.</param>
public sealed record IndexerTest(string Name, bool Ok, string? Error, IndexerStatus Status, DateTimeOffset? DisabledUntil = null);

/// <summary>What the tests of all indexers said.</summary>
/// <param name="Integration">The name of the integration that tested them.</param>
/// <param name="Working">How many indexers work.</param>
/// <param name="Failing">How many indexers do not.</param>
/// <param name="Items">The indexers that are enabled: those that do not work first, by name.</param>
public sealed record IndexerTests(string Integration, int Working, int Failing, IReadOnlyList<IndexerTest> Items);
