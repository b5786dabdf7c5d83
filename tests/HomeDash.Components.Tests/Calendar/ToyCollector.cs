using HomeDash.Procedures;

namespace HomeDash.Components.Tests.Calendar;

/// <summary>A collector in memory: it tells what it is given, and fails when it is told to.</summary>
internal sealed class ToyCollector : ICalendar, IMediaOrganizer, IIntegrationClient
{
    /// <summary>What happens.</summary>
    public List<CalendarEntry> Entries { get; } = [];

    /// <summary>What is missing.</summary>
    public List<MissingMedia> Missing { get; } = [];

    /// <summary>What is being fetched.</summary>
    public List<QueuedMedia> Queue { get; } = [];

    /// <summary>What every call fails with; null to work.</summary>
    public ProcedureException? Failure { get; set; }

    /// <summary>The spans that were asked for.</summary>
    public List<CalendarSpan> Asked { get; } = [];

    public Task<ServiceVersion> TestAsync(CancellationToken cancellationToken) => Task.FromResult(new ServiceVersion("Sonarr", "4"));

    public Task<IReadOnlyList<CalendarEntry>> EventsAsync(CalendarSpan span, bool unmonitored, CancellationToken cancellationToken)
    {
        lock (Asked)
        {
            Asked.Add(span);
        }

        return Answer<IReadOnlyList<CalendarEntry>>([.. Entries]);
    }

    public Task<MissingReading> MissingAsync(int most, CancellationToken cancellationToken) => Answer(new MissingReading([.. Missing.Take(most)], Missing.Count));

    public Task<IReadOnlyList<QueuedMedia>> QueueAsync(CancellationToken cancellationToken) => Answer<IReadOnlyList<QueuedMedia>>([.. Queue]);

    private Task<T> Answer<T>(T value) => Failure is null ? Task.FromResult(value) : throw Failure;
}
