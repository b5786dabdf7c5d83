namespace HomeDash;

/// <summary>A service that knows what happens when. Throws <see cref="Procedures.ProcedureException"/> with a reason of the service.</summary>
[Capability("calendar")]
public interface ICalendar
{
    /// <summary>What touches the days of a span, in any order. What lies outside may be among it.</summary>
    /// <param name="span">The days.</param>
    /// <param name="unmonitored">Whether what the service does not look for is wanted too.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task<IReadOnlyList<CalendarEntry>> EventsAsync(CalendarSpan span, bool unmonitored, CancellationToken cancellationToken);
}

/// <summary>Something that happens, as a service tells it: at a time, or all day.</summary>
/// <param name="Id">Tells it from everything else of the service, and stays the same.</param>
/// <param name="Kind">What happens.</param>
/// <param name="Title">The series, film, artist, author or appointment.</param>
public sealed record CalendarEntry(string Id, CalendarKind Kind, string Title)
{
    /// <summary>When it begins; null when it is all day.</summary>
    public DateTimeOffset? StartsAt { get; init; }

    /// <summary>When it ends; null when nobody says.</summary>
    public DateTimeOffset? EndsAt { get; init; }

    /// <summary>The day, or the first one, in whatever time zone, when it is all day.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>The last day when it is all day for several.</summary>
    public DateOnly? LastDay { get; init; }

    /// <summary>The title of the episode, album or book.</summary>
    public string? Detail { get; init; }

    /// <summary>The season of an episode.</summary>
    public int? Season { get; init; }

    /// <summary>The number of an episode in its season.</summary>
    public int? Episode { get; init; }

    /// <summary>Whether the file is there; null where there is nothing to have.</summary>
    public bool? HasFile { get; init; }

    /// <summary>Whether the service looks for it; null where there is nothing to look for.</summary>
    public bool? Monitored { get; init; }

    /// <summary>Where an appointment takes place.</summary>
    public string? Location { get; init; }

    /// <summary>What is written about an appointment.</summary>
    public string? Description { get; init; }

    /// <summary>Its page, as an address.</summary>
    public string? Link { get; init; }
}
