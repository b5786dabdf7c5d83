using System.Text.Json.Serialization;

namespace HomeDash.Integrations.Bazarr;

/// <summary>What most of its answers are wrapped in.</summary>
internal sealed record BazarrData<T>(T Data, int? Total = null);

/// <summary>GET /api/system/status.</summary>
internal sealed record BazarrStatus([property: JsonPropertyName("bazarr_version")] string Version);

/// <summary>GET /api/badges, which is not wrapped.</summary>
/// <param name="SonarrLive"><c>LIVE</c> or nothing.</param>
/// <param name="RadarrLive"><c>LIVE</c> or nothing.</param>
internal sealed record BazarrBadges(
    int Episodes,
    int Movies,
    [property: JsonPropertyName("sonarr_signalr")] string? SonarrLive = null,
    [property: JsonPropertyName("radarr_signalr")] string? RadarrLive = null);

/// <summary>An entry of GET /api/providers: the status is <c>Good</c> or why it is left alone, the retry <c>-</c> or when.</summary>
internal sealed record BazarrProvider(string Name, string? Status = null, string? Retry = null);

/// <summary>An entry of GET /api/system/health.</summary>
internal sealed record BazarrIssue(string? Object = null, string? Issue = null);

/// <summary>A language that is wanted.</summary>
internal sealed record BazarrLanguage(string? Name = null, string? Code2 = null, bool Forced = false, bool Hi = false);

/// <summary>An entry of GET /api/episodes/wanted.</summary>
internal sealed record BazarrEpisode(
    string SeriesTitle,
    int SonarrEpisodeId,
    [property: JsonPropertyName("episode_number")] string? Number = null,
    string? EpisodeTitle = null,
    [property: JsonPropertyName("missing_subtitles")] IReadOnlyList<BazarrLanguage>? Missing = null);

/// <summary>An entry of GET /api/movies/wanted.</summary>
internal sealed record BazarrFilm(string Title, int RadarrId, [property: JsonPropertyName("missing_subtitles")] IReadOnlyList<BazarrLanguage>? Missing = null);
