using HomeDash.Procedures;

namespace HomeDash;

/// <summary>Something that came into a library.</summary>
public sealed record AddedMedia
{
    /// <summary>Its id on its server.</summary>
    public required string Id { get; init; }

    /// <summary>The name of the integration that has it.</summary>
    public required string Integration { get; init; }

    /// <summary>What it is called.</summary>
    public required string Title { get; init; }

    /// <summary>What kind of media it is.</summary>
    public required MediaKind Kind { get; init; }

    /// <summary>When it was added, UTC.</summary>
    public DateTimeOffset? AddedAt { get; init; }

    /// <summary>The series, of an episode or a season.</summary>
    public string? Series { get; init; }

    /// <summary>The number of the season; 0 is the specials.</summary>
    public int? Season { get; init; }

    /// <summary>The number of the episode in its season.</summary>
    public int? Episode { get; init; }

    /// <summary>Who made the music.</summary>
    public string? Artist { get; init; }

    /// <summary>The year in which it came out.</summary>
    public int? Year { get; init; }

    /// <summary>How long it is, in seconds.</summary>
    public long? LengthSeconds { get; init; }
}

/// <summary>What was added lately.</summary>
/// <param name="Items">The newest first, over all servers.</param>
/// <param name="Integrations">How each server fared.</param>
public sealed record RecentMedia(IReadOnlyList<AddedMedia> Items, IReadOnlyList<IntegrationReport> Integrations) : IOutcomes
{
    bool IOutcomes.AllFailed => IntegrationReport.NoneAnswered(Integrations);
}
