using System.Text.Json.Serialization;

namespace HomeDash.Integrations.Seerr;

/// <summary>Who a key acts as.</summary>
/// <param name="Id">The user's number; 1 is the owner.</param>
/// <param name="Permissions">Bits: 2 administrator, 16 manages requests, 8192 chooses profiles.</param>
/// <param name="DisplayName">What the user is called.</param>
/// <param name="RequestCount">How many requests the user has made, in lists of users.</param>
internal sealed record SeerrUser(int Id, int Permissions = 0, string? DisplayName = null, int RequestCount = 0);

/// <summary>Users.</summary>
internal sealed record SeerrUsers(IReadOnlyList<SeerrUser> Results);

/// <summary>What it says of itself.</summary>
internal sealed record SeerrStatus(string Version);

/// <summary>Why it refuses; written for people.</summary>
internal sealed record SeerrMessage(string? Message = null);

/// <summary>What a search found, people and collections too.</summary>
internal sealed record SeerrSearch(IReadOnlyList<SeerrTitle> Results);

/// <summary>A film (with a title) or a series (with a name).</summary>
/// <param name="Id">Its id at TMDB.</param>
/// <param name="MediaType"><c>movie</c>, <c>tv</c>, <c>person</c> or <c>collection</c>; only in searches.</param>
/// <param name="Title">What a film is called.</param>
/// <param name="Name">What a series is called.</param>
/// <param name="ReleaseDate">When a film came out; may be empty.</param>
/// <param name="FirstAirDate">When a series began; may be empty.</param>
/// <param name="Overview">What it is about.</param>
/// <param name="Seasons">The seasons of a series; only when it is asked for by its id.</param>
/// <param name="MediaInfo">What is there and requested; null when neither is anything.</param>
internal sealed record SeerrTitle(
    int Id,
    string? MediaType = null,
    string? Title = null,
    string? Name = null,
    string? ReleaseDate = null,
    string? FirstAirDate = null,
    string? Overview = null,
    IReadOnlyList<SeerrSeason>? Seasons = null,
    SeerrMedia? MediaInfo = null);

/// <summary>A season, of a series, of what is there, or of a request.</summary>
/// <param name="SeasonNumber">Its number.</param>
/// <param name="Status">How it stands; not of a series.</param>
/// <param name="Name">What it is called; of a series.</param>
/// <param name="EpisodeCount">How many episodes it has; of a series.</param>
internal sealed record SeerrSeason(int SeasonNumber, int? Status = null, string? Name = null, int? EpisodeCount = null);

/// <summary>What is there of a film or a series.</summary>
/// <param name="TmdbId">Its id at TMDB.</param>
/// <param name="Status">How it stands.</param>
/// <param name="MediaType"><c>movie</c> or <c>tv</c>.</param>
/// <param name="Seasons">How its seasons stand.</param>
/// <param name="Requests">What was requested of it; only when it is asked for by its id.</param>
internal sealed record SeerrMedia(
    int TmdbId = 0, int Status = 1, string? MediaType = null, IReadOnlyList<SeerrSeason>? Seasons = null, IReadOnlyList<SeerrRequest>? Requests = null);

/// <summary>A request. It has no title.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Status">1 pending, 2 approved, 3 declined, 4 failed, 5 completed.</param>
/// <param name="Type"><c>movie</c> or <c>tv</c>.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="UpdatedAt">When it was changed.</param>
/// <param name="Is4k">Whether it is for a version in 4K beside the other one.</param>
/// <param name="Media">What it is for.</param>
/// <param name="Seasons">The seasons of a series.</param>
/// <param name="RequestedBy">Who made it.</param>
/// <param name="ModifiedBy">Who changed it.</param>
/// <param name="ProfileName">The profile of quality; newer versions only, in lists.</param>
internal sealed record SeerrRequest(
    int Id,
    int Status,
    string? Type = null,
    DateTimeOffset? CreatedAt = null,
    DateTimeOffset? UpdatedAt = null,
    [property: JsonPropertyName("is4k")] bool Is4k = false,
    SeerrMedia? Media = null,
    IReadOnlyList<SeerrSeason>? Seasons = null,
    SeerrUser? RequestedBy = null,
    SeerrUser? ModifiedBy = null,
    string? ProfileName = null);

/// <summary>A page of requests.</summary>
/// <param name="PageInfo">How many there are.</param>
/// <param name="Results">Those of the page.</param>
internal sealed record SeerrRequests(SeerrPage PageInfo, IReadOnlyList<SeerrRequest> Results);

/// <summary>How many there are.</summary>
internal sealed record SeerrPage(int Results);

/// <summary>How many requests there are.</summary>
/// <param name="Total">In all.</param>
/// <param name="Movie">For films.</param>
/// <param name="Tv">For series.</param>
/// <param name="Pending">Not answered.</param>
/// <param name="Declined">Declined.</param>
/// <param name="Processing">Approved, and not there.</param>
/// <param name="Available">Approved, and there.</param>
/// <param name="Completed">There, as newer versions count them.</param>
internal sealed record SeerrCount(int Total, int Movie = 0, int Tv = 0, int Pending = 0, int Declined = 0, int Processing = 0, int Available = 0, int Completed = 0);

/// <summary>A Radarr or Sonarr that it is connected with.</summary>
internal sealed record SeerrServer(int Id, string Name, [property: JsonPropertyName("is4k")] bool Is4k = false, bool IsDefault = false, int ActiveProfileId = 0);

/// <summary>What such a server has.</summary>
internal sealed record SeerrServerDetails(IReadOnlyList<SeerrProfile> Profiles);

/// <summary>A profile of quality.</summary>
internal sealed record SeerrProfile(int Id, string Name);

/// <summary>What is requested.</summary>
internal sealed record SeerrOrder(
    string MediaType, int MediaId, [property: JsonPropertyName("is4k")] bool Is4k, IReadOnlyList<int>? Seasons = null, int? ServerId = null, int? ProfileId = null);
