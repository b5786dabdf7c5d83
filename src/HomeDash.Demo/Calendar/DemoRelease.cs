namespace HomeDash.Demo;

/// <summary>What is on a demo collector's list: when it comes out, counted from the day on which the house was opened.</summary>
/// <param name="Kind">What happens.</param>
/// <param name="Title">The series, film, artist or author.</param>
/// <param name="Days">How many days after the first day; before it when negative.</param>
/// <param name="Hour">The hour in UTC; null for all day.</param>
/// <param name="Detail">The title of the episode, album or book.</param>
/// <param name="Season">The season of an episode.</param>
/// <param name="Episode">Its number in it.</param>
/// <param name="HasFile">Whether it is there from the beginning.</param>
/// <param name="Monitored">Whether it is looked for.</param>
internal sealed record DemoRelease(
    CalendarKind Kind, string Title, int Days, int? Hour = null, string? Detail = null, int? Season = null, int? Episode = null, bool HasFile = false, bool Monitored = true);
