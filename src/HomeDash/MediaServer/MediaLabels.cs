namespace HomeDash;

/// <summary>What is said of a piece of media in one line.</summary>
public static class MediaLabels
{
    /// <summary>What is played, with what it belongs to: <c>Nightfall S02E05 Ashes</c>, <c>The Band – Song</c>, <c>Big Buck Bunny (2008)</c>.</summary>
    public static string Label(this MediaSession session) =>
        Of(session.Title, session.Series, session.Season, session.Episode, session.Artist, session.Kind == MediaKind.Movie ? session.Year : null);

    /// <summary>What was added, with what it belongs to: <c>Nightfall S02</c>, <c>The Band – First</c>.</summary>
    public static string Label(this AddedMedia added) =>
        Of(added.Kind == MediaKind.Season ? added.Series ?? added.Title : added.Title, added.Series, added.Season, added.Episode, added.Artist, added.Kind == MediaKind.Movie ? added.Year : null);

    private static string Of(string title, string? series, int? season, int? episode, string? artist, int? year) =>
        series is not null ? string.Join(' ', new[] { series, Number(season, episode), title == series ? null : title }.OfType<string>())
        : artist is not null ? $"{artist} – {title}"
        : year is not null ? $"{title} ({year})"
        : title;

    private static string? Number(int? season, int? episode) => (season, episode) switch
    {
        ({ } one, { } other) => $"S{one:00}E{other:00}",
        ({ } one, null) => $"S{one:00}",
        (null, { } other) => $"E{other:00}",
        _ => null,
    };
}
