namespace HomeDash;

/// <summary>A request for a film, or for seasons of a series.</summary>
public sealed record MediaRequest
{
    /// <summary>Its number in its service.</summary>
    public required int Id { get; init; }

    /// <summary>The name of the integration that has it.</summary>
    public required string Integration { get; init; }

    /// <summary>What was requested.</summary>
    public required string Title { get; init; }

    /// <summary>Whether it is a film or a series.</summary>
    public required RequestedType Type { get; init; }

    /// <summary>The id of the film or series at TMDB.</summary>
    public required int MediaId { get; init; }

    /// <summary>What became of the request.</summary>
    public required RequestStatus Status { get; init; }

    /// <summary>Whether what was requested is there.</summary>
    public required MediaAvailability Availability { get; init; }

    /// <summary>The year in which it came out.</summary>
    public int? Year { get; init; }

    /// <summary>The numbers of the requested seasons of a series.</summary>
    public IReadOnlyList<int>? Seasons { get; init; }

    /// <summary>Who requested it.</summary>
    public string? RequestedBy { get; init; }

    /// <summary>When it was requested, UTC.</summary>
    public DateTimeOffset? RequestedAt { get; init; }

    /// <summary>Who changed it last, mostly by an answer.</summary>
    public string? ChangedBy { get; init; }

    /// <summary>When it was changed last, UTC.</summary>
    public DateTimeOffset? ChangedAt { get; init; }

    /// <summary>The profile of quality, where one was chosen.</summary>
    public string? Profile { get; init; }
}

/// <summary>What became of a request.</summary>
public enum RequestStatus
{
    /// <summary>Nobody has answered it.</summary>
    Pending,

    /// <summary>Somebody said yes; it is looked for.</summary>
    Approved,

    /// <summary>Somebody said no.</summary>
    Declined,

    /// <summary>It was approved, and Radarr or Sonarr did not take it.</summary>
    Failed,

    /// <summary>It is there.</summary>
    Completed,
}
