namespace HomeDash.Demo;

/// <summary>A calendar of a family in memory.</summary>
internal sealed class DemoFamilyKind(TimeProvider clock) : DemoKind<DemoFamily>("demoFamily", "Demo family calendar")
{
    public override IIntegrationClient Connect(Integration integration) => new DemoFamily(clock);
}

/// <summary>What a family does, week after week.</summary>
internal sealed class DemoFamily(TimeProvider clock) : ICalendar, IIntegrationClient
{
    private static readonly TimeSpan Evening = TimeSpan.FromHours(17);

    private readonly DateOnly opened = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    public Task<ServiceVersion> TestAsync(CancellationToken cancellationToken) => Task.FromResult(new ServiceVersion("Demo family calendar", "1.0"));

    public Task<IReadOnlyList<CalendarEntry>> EventsAsync(CalendarSpan span, bool unmonitored, CancellationToken cancellationToken)
    {
        var entries = new List<CalendarEntry>();
        for (var day = span.From.AddDays(-1); day <= span.To.AddDays(1); day = day.AddDays(1))
        {
            if (day.DayOfWeek == DayOfWeek.Thursday)
            {
                entries.Add(new($"bins.{day:yyyyMMdd}", CalendarKind.Event, day.DayNumber / 7 % 2 == 0 ? "Bins: paper" : "Bins: glass") { Day = day });
            }

            if (day.DayOfWeek == DayOfWeek.Tuesday)
            {
                var start = new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero) + Evening;
                entries.Add(new($"choir.{day:yyyyMMdd}", CalendarKind.Event, "Choir practice") { StartsAt = start, EndsAt = start.AddHours(2), Location = "Town hall" });
            }
        }

        entries.Add(new("holiday", CalendarKind.Event, "Grandparents are here") { Day = opened.AddDays(3), LastDay = opened.AddDays(6) });
        return Task.FromResult<IReadOnlyList<CalendarEntry>>(entries);
    }
}
