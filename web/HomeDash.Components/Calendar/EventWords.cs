using System.Globalization;

namespace HomeDash.Components.Calendar;

/// <summary>Events and media as people say them.</summary>
internal static class EventWords
{
    /// <summary>The kinds with their words, in the order in which they are offered.</summary>
    public static readonly IReadOnlyList<(CalendarKind Kind, string Word)> Kinds =
    [
        (CalendarKind.Air, "Episodes"), (CalendarKind.Cinema, "Cinema"), (CalendarKind.Digital, "Digital"), (CalendarKind.Physical, "Disc"), (CalendarKind.Album, "Albums"), (CalendarKind.Book, "Books"), (CalendarKind.Event, "Appointments"),
    ];

    /// <summary>What happens: <c>In cinemas</c>.</summary>
    public static string Of(CalendarKind kind) => kind switch
    {
        CalendarKind.Air => "Episode",
        CalendarKind.Cinema => "In cinemas",
        CalendarKind.Digital => "Digital release",
        CalendarKind.Physical => "On disc",
        CalendarKind.Album => "Album",
        CalendarKind.Book => "Book",
        _ => "Appointment",
    };

    /// <summary>What it is: <c>Film</c>.</summary>
    public static string Of(CollectedKind kind) => kind == CollectedKind.Movie ? "Film" : kind.ToString();

    /// <summary>The class that colours a kind.</summary>
    public static string ClassOf(CalendarKind kind) => kind.ToString().ToLowerInvariant();

    /// <summary>The number of an episode: <c>S04E01</c>; null when it is none.</summary>
    public static string? Number(int? season, int? episode) => (season, episode) switch
    {
        ({ } first, { } second) => string.Create(CultureInfo.InvariantCulture, $"S{first:00}E{second:00}"),
        ({ } first, null) => string.Create(CultureInfo.InvariantCulture, $"Season {first}"),
        _ => null,
    };

    /// <summary>When it begins on the clocks of a zone: <c>20:30</c>; null when it is all day.</summary>
    public static string? Time(CalendarEvent happening, TimeZoneInfo zone) =>
        happening.StartsAt is { } start ? TimeZoneInfo.ConvertTime(start, zone).ToString("HH:mm", CultureInfo.InvariantCulture) : null;

    /// <summary>A day: <c>Friday, 20 November</c>.</summary>
    public static string Day(DateOnly day) => day.ToString("dddd, d MMMM", CultureInfo.InvariantCulture);

    /// <summary>Whether it is on this day: the first, the last or one between.</summary>
    public static bool IsOn(CalendarEvent happening, DateOnly day) => happening.Day <= day && (happening.LastDay ?? happening.Day) >= day;
}
