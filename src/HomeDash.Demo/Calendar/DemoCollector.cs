using System.Globalization;

namespace HomeDash.Demo;

/// <summary>A collector in memory: what is out is fetched one after the other, and is there once it has been.</summary>
internal sealed class DemoCollector(string name, IReadOnlyList<DemoRelease> shelf, TimeProvider clock) : ICalendar, IMediaOrganizer, IIntegrationClient
{
    private const long Gigabyte = 1_000_000_000;
    private static readonly TimeSpan FetchTime = TimeSpan.FromMinutes(6);

    private readonly DateTimeOffset opened = clock.GetUtcNow();

    public Task<ServiceVersion> TestAsync(CancellationToken cancellationToken) => Task.FromResult(new ServiceVersion(name, "1.0"));

    public Task<IReadOnlyList<CalendarEntry>> EventsAsync(CalendarSpan span, bool unmonitored, CancellationToken cancellationToken)
    {
        var there = Fetched();
        return Task.FromResult<IReadOnlyList<CalendarEntry>>(
        [
            .. shelf.Select((release, index) => new CalendarEntry(index.ToString(CultureInfo.InvariantCulture), release.Kind, release.Title)
            {
                Detail = release.Detail,
                Season = release.Season,
                Episode = release.Episode,
                StartsAt = release.Hour is null ? null : OutAt(release),
                Day = release.Hour is null ? DateOnly.FromDateTime(OutAt(release).UtcDateTime) : null,
                HasFile = release.HasFile || there.Contains(release),
                Monitored = release.Monitored,
            }),
        ]);
    }

    public Task<MissingReading> MissingAsync(int most, CancellationToken cancellationToken)
    {
        var there = Fetched();
        var missing = shelf.Where(release => IsWanted(release) && !there.Contains(release)).OrderByDescending(OutAt).Select(release => new MissingMedia
        {
            Id = IdOf(release),
            Kind = MediaOf(release.Kind),
            Title = release.Title,
            Detail = release.Detail,
            Season = release.Season,
            Episode = release.Episode,
            Day = DateOnly.FromDateTime(OutAt(release).UtcDateTime),
            StartsAt = release.Hour is null ? null : OutAt(release),
            Integration = name,
        }).ToArray();
        return Task.FromResult(new MissingReading([.. missing.Take(most)], missing.Length));
    }

    public Task<IReadOnlyList<QueuedMedia>> QueueAsync(CancellationToken cancellationToken)
    {
        var (turn, done) = Turn();
        return Task.FromResult<IReadOnlyList<QueuedMedia>>(
        [
            .. shelf.Where(IsWanted).Skip(turn).Take(3).Select((release, index) => new QueuedMedia
            {
                Id = IdOf(release),
                Kind = MediaOf(release.Kind),
                Title = release.Title,
                Detail = release.Detail,
                Season = release.Season,
                Episode = release.Episode,
                State = index switch { 0 => done > 0.97 ? QueuedState.Importing : QueuedState.Downloading, 1 => QueuedState.Queued, _ => QueuedState.Blocked },
                Progress = index switch { 0 => Math.Round(done, 4), 1 => 0, _ => 1 },
                SizeBytes = (release.Kind == CalendarKind.Air ? 2 : 9) * Gigabyte,
                EtaSeconds = index == 0 ? (long)((1 - done) * FetchTime.TotalSeconds) : null,
                Error = index == 2 ? "No files found are eligible for import in /downloads/complete." : null,
                Release = $"{release.Title.Replace(' ', '.')}.1080p.WEB",
                Client = "Demo downloads",
                Integration = name,
            }),
        ]);
    }

    private DateTimeOffset OutAt(DemoRelease release) => new DateTimeOffset(opened.UtcDateTime.Date, TimeSpan.Zero).AddDays(release.Days).AddHours(release.Hour ?? 0);

    private bool IsWanted(DemoRelease release) => release is { Monitored: true, HasFile: false, Kind: not CalendarKind.Cinema } && OutAt(release) <= clock.GetUtcNow();

    private HashSet<DemoRelease> Fetched() => [.. shelf.Where(IsWanted).Take(Turn().Number)];

    /// <summary>Which of what is wanted is being fetched, and how much of it is there.</summary>
    private (int Number, double Done) Turn()
    {
        var turns = ((clock.GetUtcNow() - opened) / FetchTime) + 0.3;
        return ((int)turns, turns - Math.Floor(turns));
    }

    private string IdOf(DemoRelease release) => shelf.ToList().IndexOf(release).ToString(CultureInfo.InvariantCulture);

    private static CollectedKind MediaOf(CalendarKind kind) => kind switch
    {
        CalendarKind.Air => CollectedKind.Episode,
        CalendarKind.Album => CollectedKind.Album,
        CalendarKind.Book => CollectedKind.Book,
        _ => CollectedKind.Movie,
    };
}
