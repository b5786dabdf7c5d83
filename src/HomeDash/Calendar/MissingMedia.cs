using HomeDash.Procedures;

namespace HomeDash;

/// <summary>Something that is out and wanted, and not there. What is unknown is left out.</summary>
public sealed record MissingMedia
{
    /// <summary>Its id in its service.</summary>
    public required string Id { get; init; }

    /// <summary>What kind of media it is.</summary>
    public required CollectedKind Kind { get; init; }

    /// <summary>The series, film, artist or author.</summary>
    public required string Title { get; init; }

    /// <summary>The title of the episode, album or book.</summary>
    public string? Detail { get; init; }

    /// <summary>The season of an episode.</summary>
    public int? Season { get; init; }

    /// <summary>The number of an episode in its season.</summary>
    public int? Episode { get; init; }

    /// <summary>The day since which it is out, in UTC where the time is known.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>When it was aired, UTC; absent when only the day is known.</summary>
    public DateTimeOffset? StartsAt { get; init; }

    /// <summary>The address of its page, for a browser.</summary>
    public string? Link { get; init; }

    /// <summary>The name of the integration that looks for it.</summary>
    public required string Integration { get; init; }
}

/// <summary>One page of what is out and wanted, and not there.</summary>
/// <param name="Items">The newest first.</param>
/// <param name="Total">How much there is in all.</param>
/// <param name="Integrations">How each integration fared: what one that did not answer contributes is old, or missing.</param>
/// <param name="Next">Give this as <c>cursor</c> to get the next page; absent on the last one.</param>
public sealed record MissingList(IReadOnlyList<MissingMedia> Items, int Total, IReadOnlyList<IntegrationReport> Integrations, string? Next = null) : IOutcomes
{
    bool IOutcomes.AllFailed => IntegrationReport.NoneAnswered(Integrations);
}
