using HomeDash.Procedures;

namespace HomeDash;

/// <summary>A film or a series that a search found.</summary>
/// <param name="Id">Its id at TMDB, which mediaRequests.options and request take.</param>
/// <param name="Type">Whether it is a film or a series.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Availability">Whether it is there, requested or missing.</param>
/// <param name="Integration">The name of the integration that knows this.</param>
/// <param name="Year">The year in which it came out.</param>
/// <param name="Overview">What it is about, in at most 240 characters.</param>
public sealed record FoundMedia(int Id, RequestedType Type, string Title, MediaAvailability Availability, string Integration, int? Year = null, string? Overview = null);

/// <summary>Whether something is a film or a series.</summary>
public enum RequestedType
{
    /// <summary>A film.</summary>
    Movie,

    /// <summary>A series.</summary>
    Series,
}

/// <summary>Whether a film, a series or a season is there.</summary>
public enum MediaAvailability
{
    /// <summary>It is not there, and nobody has requested it.</summary>
    Missing,

    /// <summary>Somebody has requested it, and it is not there yet.</summary>
    Requested,

    /// <summary>It is being looked for or downloaded.</summary>
    Processing,

    /// <summary>Some of it is there.</summary>
    Partial,

    /// <summary>All of it is there.</summary>
    Available,

    /// <summary>It is on the list of what nobody may request.</summary>
    Blocked,

    /// <summary>It was there and was deleted; it can be requested again.</summary>
    Deleted,
}

/// <summary>What availabilities have in common.</summary>
public static class MediaAvailabilities
{
    /// <summary>Whether it can be requested.</summary>
    public static bool IsOpen(this MediaAvailability availability) => availability is MediaAvailability.Missing or MediaAvailability.Deleted;

    /// <summary>Why it cannot be requested, after "is": <c>available already</c>.</summary>
    internal static string Taken(this MediaAvailability availability) => availability switch
    {
        MediaAvailability.Available => "available already",
        MediaAvailability.Partial => "partly there already",
        MediaAvailability.Blocked => "on the list of what nobody may request",
        MediaAvailability.Processing => "requested already, and being fetched",
        _ => "requested already",
    };
}

/// <summary>What a search found.</summary>
/// <param name="Items">What fits best first, service by service.</param>
/// <param name="Integrations">How each service fared.</param>
public sealed record FoundMediaList(IReadOnlyList<FoundMedia> Items, IReadOnlyList<IntegrationReport> Integrations) : IOutcomes
{
    bool IOutcomes.AllFailed => IntegrationReport.NoneAnswered(Integrations);
}
