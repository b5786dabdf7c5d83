namespace HomeDash;

/// <summary>Something that happens. What is unknown is left out.</summary>
public sealed record CalendarEvent
{
    /// <summary>Tells it from all others of its integration.</summary>
    public required string Id { get; init; }

    /// <summary>What happens: an episode is aired, a film comes out, …</summary>
    public required CalendarKind Kind { get; init; }

    /// <summary>The series, film, artist, author or appointment.</summary>
    public required string Title { get; init; }

    /// <summary>The title of the episode, album or book.</summary>
    public string? Detail { get; init; }

    /// <summary>The season of an episode.</summary>
    public int? Season { get; init; }

    /// <summary>The number of an episode in its season.</summary>
    public int? Episode { get; init; }

    /// <summary>The day in the time zone asked for, or the first one.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>The last day, when there are several.</summary>
    public DateOnly? LastDay { get; init; }

    /// <summary>When it begins, UTC; absent when it is all day.</summary>
    public DateTimeOffset? StartsAt { get; init; }

    /// <summary>When it ends, UTC; absent when it is all day or nobody says.</summary>
    public DateTimeOffset? EndsAt { get; init; }

    /// <summary>Whether the file is there already; absent for appointments.</summary>
    public bool? HasFile { get; init; }

    /// <summary>Whether its service looks for it; absent for appointments.</summary>
    public bool? Monitored { get; init; }

    /// <summary>Where an appointment takes place.</summary>
    public string? Location { get; init; }

    /// <summary>What is written about an appointment, its beginning.</summary>
    public string? Description { get; init; }

    /// <summary>The address of its page, for a browser.</summary>
    public string? Link { get; init; }

    /// <summary>The name of the integration that tells it.</summary>
    public required string Integration { get; init; }

    internal static CalendarEvent Of(string integration, CalendarEntry entry, CalendarSpan span)
    {
        var day = entry.StartsAt is { } start ? span.DayOf(start) : entry.Day!.Value;
        // What ends at midnight is not on the day that begins then.
        var last = entry.StartsAt is null ? entry.LastDay : entry.EndsAt > entry.StartsAt ? span.DayOf(entry.EndsAt.Value.AddTicks(-1)) : null;
        return new()
        {
            Id = entry.Id,
            Kind = entry.Kind,
            Title = entry.Title,
            Detail = entry.Detail,
            Season = entry.Season,
            Episode = entry.Episode,
            Day = day,
            LastDay = last > day ? last : null,
            StartsAt = entry.StartsAt?.ToUniversalTime(),
            EndsAt = entry.StartsAt is null ? null : entry.EndsAt?.ToUniversalTime(),
            HasFile = entry.HasFile,
            Monitored = entry.Monitored,
            Location = entry.Location,
            Description = entry.Description,
            Link = entry.Link,
            Integration = integration,
        };
    }
}
