using HomeDash.Procedures;

namespace HomeDash;

/// <summary>How the search for subtitles goes.</summary>
public sealed record SubtitleBadges
{
    /// <summary>The name of the integration that searches.</summary>
    public required string Integration { get; init; }

    /// <summary>How many episodes lack subtitles that are wanted.</summary>
    public required int Episodes { get; init; }

    /// <summary>How many films lack subtitles that are wanted.</summary>
    public required int Movies { get; init; }

    /// <summary>Whether it hears from Sonarr at once what is new; absent when it does not tell.</summary>
    public bool? SonarrLive { get; init; }

    /// <summary>Whether it hears from Radarr at once what is new; absent when it does not tell.</summary>
    public bool? RadarrLive { get; init; }

    /// <summary>The providers of subtitles that are left alone for a while because they failed.</summary>
    public required IReadOnlyList<ThrottledProvider> Throttled { get; init; }

    /// <summary>What it says is wrong with it.</summary>
    public required IReadOnlyList<SubtitleIssue> Issues { get; init; }
}

/// <summary>A provider of subtitles that is left alone for a while.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Reason">Why, in the service's words.</param>
/// <param name="Retry">When it is asked again, in the service's words.</param>
public sealed record ThrottledProvider(string Name, string? Reason, string? Retry);

/// <summary>Something that is wrong.</summary>
/// <param name="Subject">What it is about.</param>
/// <param name="Message">What is wrong, in the service's words.</param>
public sealed record SubtitleIssue(string? Subject, string Message);

/// <summary>How the search for subtitles goes in the house.</summary>
/// <param name="Items">One per integration that answered, now or lately.</param>
/// <param name="Integrations">How each integration fared.</param>
public sealed record SubtitleBadgesList(IReadOnlyList<SubtitleBadges> Items, IReadOnlyList<IntegrationReport> Integrations) : IOutcomes
{
    bool IOutcomes.AllFailed => IntegrationReport.NoneAnswered(Integrations);
}

/// <summary>An episode or a film that lacks subtitles.</summary>
/// <param name="Id">Its id in its service.</param>
/// <param name="Kind">Whether it is an episode or a film.</param>
/// <param name="Title">The series or film.</param>
/// <param name="Detail">The title of the episode.</param>
/// <param name="Number">The season and number of the episode, for example 2x5.</param>
/// <param name="Languages">In which languages subtitles are wanted; with "forced" or "HI" where only such are.</param>
/// <param name="Integration">The name of the integration that looks for them.</param>
public sealed record WantedSubtitles(
    string Id, CollectedKind Kind, string Title, string? Detail, string? Number, IReadOnlyList<string> Languages, string Integration);

/// <summary>One page of what lacks subtitles.</summary>
/// <param name="Items">By title, then by number.</param>
/// <param name="Total">How much there is in all.</param>
/// <param name="Integrations">How each integration fared: what one that did not answer contributes is old, or missing.</param>
/// <param name="Next">Give this as <c>cursor</c> to get the next page; absent on the last one.</param>
public sealed record WantedSubtitlesList(IReadOnlyList<WantedSubtitles> Items, int Total, IReadOnlyList<IntegrationReport> Integrations, string? Next = null) : IOutcomes
{
    bool IOutcomes.AllFailed => IntegrationReport.NoneAnswered(Integrations);
}
