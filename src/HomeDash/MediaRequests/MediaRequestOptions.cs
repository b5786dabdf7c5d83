namespace HomeDash;

/// <summary>What can be requested of a film or a series.</summary>
public sealed record MediaRequestOptions
{
    /// <summary>Its id at TMDB.</summary>
    public required int Id { get; init; }

    /// <summary>The name of the integration that knows this.</summary>
    public required string Integration { get; init; }

    /// <summary>Whether it is a film or a series.</summary>
    public required RequestedType Type { get; init; }

    /// <summary>What it is called.</summary>
    public required string Title { get; init; }

    /// <summary>Whether it is there, requested or missing.</summary>
    public required MediaAvailability Availability { get; init; }

    /// <summary>The year in which it came out.</summary>
    public int? Year { get; init; }

    /// <summary>What it is about.</summary>
    public string? Overview { get; init; }

    /// <summary>The seasons of a series; none for a film.</summary>
    public IReadOnlyList<SeasonOption> Seasons { get; init; } = [];

    /// <summary>The profiles of quality to choose from; none where the service does not let its user choose.</summary>
    public IReadOnlyList<RequestProfile> Profiles { get; init; } = [];
}

/// <summary>A season that can be requested, or not.</summary>
/// <param name="Number">Its number; 0 is the specials.</param>
/// <param name="Availability">Whether it is there, requested or missing.</param>
/// <param name="Episodes">How many episodes it has.</param>
/// <param name="Name">What it is called.</param>
public sealed record SeasonOption(int Number, MediaAvailability Availability, int? Episodes = null, string? Name = null);

/// <summary>A profile of quality.</summary>
/// <param name="Name">What it is called; give this to mediaRequests.request.</param>
/// <param name="Server">The Radarr or Sonarr that it belongs to.</param>
/// <param name="IsDefault">Whether it is taken when none is named.</param>
public sealed record RequestProfile(string Name, string Server, bool IsDefault);
