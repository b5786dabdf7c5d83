using System.Globalization;

namespace HomeDash.Integrations.Seerr;

/// <summary>Puts what the Seerr family says into the words of the house.</summary>
/// <param name="integration">What people call the integration.</param>
/// <param name="sixIsDeleted">Whether 6 stands for what was deleted, as in Overseerr.</param>
internal sealed class SeerrMapping(string integration, bool sixIsDeleted)
{
    private const int LongestOverview = 240;

    /// <summary>The word of these services for a film or a series.</summary>
    public static string WordOf(RequestedType type) => type == RequestedType.Movie ? "movie" : "tv";

    /// <summary>What a search found.</summary>
    public FoundMedia ToFound(SeerrTitle found)
    {
        var type = found.MediaType == "movie" ? RequestedType.Movie : RequestedType.Series;
        return new(found.Id, type, TitleOf(found), AvailabilityOf(found.MediaInfo?.Status), integration, YearOf(found), Short(found.Overview));
    }

    /// <summary>What can be requested of a film or a series.</summary>
    public MediaRequestOptions ToOptions(RequestedType type, SeerrTitle details, IReadOnlyList<RequestProfile> profiles)
    {
        var asked = (details.MediaInfo?.Requests ?? []).Where(request => request is { Is4k: false, Status: 1 or 2 or 4 }).ToArray();
        var whole = AvailabilityOf(details.MediaInfo?.Status);
        return new()
        {
            Id = details.Id,
            Integration = integration,
            Type = type,
            Title = TitleOf(details),
            Year = YearOf(details),
            Overview = details.Overview is { Length: > 0 } overview ? overview : null,
            Availability = whole.IsOpen() && type == RequestedType.Movie && asked.Length > 0 ? MediaAvailability.Requested : whole,
            Seasons = [.. (details.Seasons ?? []).OrderBy(season => season.SeasonNumber).Select(season => new SeasonOption(
                season.SeasonNumber, AvailabilityOf(season.SeasonNumber, details.MediaInfo, asked), season.EpisodeCount, season.Name is { Length: > 0 } name ? name : null))],
            Profiles = profiles,
        };
    }

    /// <summary>A request, with the title that it does not have itself.</summary>
    public MediaRequest ToRequest(SeerrRequest request, SeerrTitles.Entry? title) => new()
    {
        Id = request.Id,
        Integration = integration,
        Type = request.Type == "tv" ? RequestedType.Series : RequestedType.Movie,
        MediaId = request.Media?.TmdbId ?? 0,
        Title = title?.Title ?? $"TMDB {(request.Media?.TmdbId ?? 0).ToString(CultureInfo.InvariantCulture)}",
        Year = title?.Year,
        Status = StatusOf(request.Status),
        Availability = AvailabilityOf(request.Media?.Status),
        Seasons = request.Type == "tv" ? [.. (request.Seasons ?? []).Select(season => season.SeasonNumber).Order()] : null,
        RequestedBy = request.RequestedBy?.DisplayName,
        RequestedAt = request.CreatedAt?.ToUniversalTime(),
        ChangedBy = request.ModifiedBy?.DisplayName,
        ChangedAt = request.ModifiedBy is null ? null : request.UpdatedAt?.ToUniversalTime(),
        Profile = request.ProfileName,
    };

    /// <summary>What a film or a series is called, and when it came out.</summary>
    public static SeerrTitles.Entry ToEntry(SeerrTitle details) => new(TitleOf(details), YearOf(details));

    /// <summary>The status of a request; what nobody knows waits for somebody to look at it.</summary>
    public static RequestStatus StatusOf(int status) => status switch
    {
        2 => RequestStatus.Approved,
        3 => RequestStatus.Declined,
        4 => RequestStatus.Failed,
        5 => RequestStatus.Completed,
        _ => RequestStatus.Pending,
    };

    private MediaAvailability AvailabilityOf(int season, SeerrMedia? media, SeerrRequest[] asked)
    {
        var there = AvailabilityOf(media?.Seasons?.FirstOrDefault(one => one.SeasonNumber == season)?.Status);
        return there.IsOpen() && asked.Any(request => request.Seasons?.Any(one => one.SeasonNumber == season) == true) ? MediaAvailability.Requested : there;
    }

    private MediaAvailability AvailabilityOf(int? status) => status switch
    {
        2 => MediaAvailability.Requested,
        3 => MediaAvailability.Processing,
        4 => MediaAvailability.Partial,
        5 => MediaAvailability.Available,
        6 => sixIsDeleted ? MediaAvailability.Deleted : MediaAvailability.Blocked,
        7 => MediaAvailability.Deleted,
        _ => MediaAvailability.Missing,
    };

    private static string TitleOf(SeerrTitle title) => title.Title ?? title.Name ?? "Untitled";

    private static int? YearOf(SeerrTitle title) =>
        (title.ReleaseDate ?? title.FirstAirDate) is { Length: >= 4 } date && int.TryParse(date.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : null;

    private static string? Short(string? overview) => overview switch
    {
        null or "" => null,
        { Length: > LongestOverview } => $"{overview.AsSpan(0, LongestOverview - 1)}…",
        _ => overview,
    };
}
