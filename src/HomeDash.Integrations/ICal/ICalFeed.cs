namespace HomeDash.Integrations.ICal;

/// <summary>A calendar.</summary>
/// <param name="Name">What it calls itself; null when it does not.</param>
/// <param name="Zone">The zone of times that name none; null when it does not say.</param>
/// <param name="Events">Its events.</param>
internal sealed record ICalFeed(string? Name, TimeZoneInfo? Zone, IReadOnlyList<ICalEvent> Events);

/// <summary>An event, which may come again and again.</summary>
internal sealed record ICalEvent
{
    /// <summary>Tells it from all others; the same for all its occurrences.</summary>
    public required string Uid { get; init; }

    public required string Title { get; init; }

    public required ICalTime Start { get; init; }

    /// <summary>How long it takes on the clocks of its zone; zero when it has no end.</summary>
    public TimeSpan Length { get; init; }

    public string? Location { get; init; }

    public string? Description { get; init; }

    public string? Link { get; init; }

    /// <summary>How it comes again; null when it does not.</summary>
    public ICalRule? Rule { get; init; }

    /// <summary>Further times of it.</summary>
    public IReadOnlyList<ICalTime> Extra { get; init; } = [];

    /// <summary>Times at which it does not take place.</summary>
    public IReadOnlyList<ICalTime> Except { get; init; } = [];

    /// <summary>The time that it had, when it takes the place of an occurrence of another with the same uid.</summary>
    public ICalTime? Replaces { get; init; }

    /// <summary>Whether it does not take place.</summary>
    public bool IsCancelled { get; init; }
}

/// <summary>A time as a calendar writes it (RFC 5545, 3.3.4 and 3.3.5).</summary>
/// <param name="Shown">What clocks show.</param>
/// <param name="IsDay">Whether only the day is meant.</param>
/// <param name="Zone">Whose clocks; null for those of whoever looks.</param>
internal sealed record ICalTime(DateTime Shown, bool IsDay, ICalZone? Zone)
{
    /// <summary>The moment.</summary>
    /// <param name="onlooker">The zone of whoever looks.</param>
    public DateTimeOffset Instant(TimeZoneInfo onlooker) => At(Shown, onlooker);

    /// <summary>The moment when clocks there show something else.</summary>
    public DateTimeOffset At(DateTime shown, TimeZoneInfo onlooker) => Zone is null ? CalendarSpan.Instant(shown, onlooker) : Zone.Instant(shown);
}
