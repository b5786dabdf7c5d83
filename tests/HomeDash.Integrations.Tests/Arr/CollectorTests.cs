using HomeDash.Integrations.Lidarr;
using HomeDash.Integrations.Radarr;
using HomeDash.Integrations.Readarr;
using HomeDash.Integrations.Sonarr;
using HomeDash.Procedures;
using HomeDash.Simulators;

namespace HomeDash.Integrations.Arr.Tests;

/// <summary>What is read of the programs that collect.</summary>
public sealed class CollectorTests
{
    private static readonly TimeZoneInfo Auckland = TimeZoneInfo.FindSystemTimeZoneById("Pacific/Auckland");

    /// <summary>Saturday in Auckland; begins on Friday 11:00 UTC.</summary>
    private static readonly CalendarSpan Saturday = new(new(2026, 11, 21), new(2026, 11, 21), Auckland);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Sonarr_tells_when_an_episode_is_aired_and_whether_it_is_there()
    {
        await using var sonarr = await SonarrSimulator.StartAsync();
        sonarr.With("Foundation", 4, 1, "A Beginning", new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero), hasFile: true);
        using var client = Sonarr(sonarr);

        var entry = Assert.Single(await client.EventsAsync(Saturday, false, Cancellation));

        Assert.Equal(
            new("1.air", CalendarKind.Air, "Foundation")
            {
                Detail = "A Beginning",
                Season = 4,
                Episode = 1,
                StartsAt = new DateTimeOffset(2026, 11, 20, 12, 0, 0, TimeSpan.Zero),
                HasFile = true,
                Monitored = true,
                Link = $"{sonarr.Url.ToString().TrimEnd('/')}/series/foundation",
            },
            entry);
        Assert.True(Saturday.Holds(entry));
    }

    [Fact]
    public async Task The_days_asked_for_are_those_of_the_zone_and_those_of_UTC()
    {
        await using var sonarr = await SonarrSimulator.StartAsync();
        using var client = Sonarr(sonarr);

        await client.EventsAsync(Saturday, true, Cancellation);

        Assert.Equal(["/api/v3/calendar?start=2026-11-20T11:00:00Z&end=2026-11-22T00:00:00Z&unmonitored=true&includeSeries=true"], sonarr.Asked);
    }

    [Fact]
    public async Task What_is_not_monitored_is_told_when_it_is_asked_for()
    {
        await using var sonarr = await SonarrSimulator.StartAsync();
        var noon = new DateTimeOffset(2026, 11, 21, 0, 0, 0, TimeSpan.Zero);
        sonarr.With("Wanted", 1, 1, "One", noon).With("Forgotten*", 1, 1, "One", noon).With("Wanted", 1, 2, "Two", noon, monitored: false);
        using var client = Sonarr(sonarr);

        Assert.Equal(["Wanted"], (await client.EventsAsync(Saturday, false, Cancellation)).Select(entry => entry.Title));
        Assert.Equal([true, false, false], (await client.EventsAsync(Saturday, true, Cancellation)).Select(entry => entry.Monitored));
    }

    [Fact]
    public async Task Each_release_of_a_film_is_an_entry_of_its_own_on_its_day_whatever_the_zone()
    {
        await using var radarr = await RadarrSimulator.StartAsync();
        radarr.With("Dune: Part Three", cinema: new(2026, 11, 21), digital: new(2027, 2, 2), physical: new(2027, 3, 9));
        using var client = Radarr(radarr);

        var entries = await client.EventsAsync(Saturday, false, Cancellation);

        Assert.Equal(
            [("1.cinema", CalendarKind.Cinema, new DateOnly(2026, 11, 21)), ("1.digital", CalendarKind.Digital, new DateOnly(2027, 2, 2)), ("1.physical", CalendarKind.Physical, new DateOnly(2027, 3, 9))],
            entries.Select(entry => (entry.Id, entry.Kind, entry.Day!.Value)));
        Assert.All(entries, entry => Assert.Equal((null, $"{radarr.Url.ToString().TrimEnd('/')}/movie/601"), (entry.StartsAt, entry.Link)));
        Assert.Equal(["1.cinema"], entries.Where(Saturday.Holds).Select(entry => entry.Id));
    }

    [Fact]
    public async Task Lidarr_tells_albums_of_artists_and_whether_all_tracks_are_there()
    {
        await using var lidarr = await LidarrSimulator.StartAsync();
        lidarr.With("Björk", "Fossora II", new(2026, 11, 21), tracksThere: 10).With("Nina", "Half", new(2026, 11, 21), tracksThere: 9);
        using var client = new LidarrKind(TimeProvider.System).Connect(Of("lidarr", lidarr));

        var entries = await client.EventsAsync(Saturday, false, Cancellation);

        Assert.Equal([("Björk", "Fossora II", true), ("Nina", "Half", false)], entries.Select(entry => (entry.Title, entry.Detail!, entry.HasFile!.Value)));
        Assert.All(entries, entry => Assert.Equal((CalendarKind.Album, new DateOnly(2026, 11, 21)), (entry.Kind, entry.Day!.Value)));
    }

    [Fact]
    public async Task Readarr_tells_books_of_authors()
    {
        await using var readarr = await ReadarrSimulator.StartAsync();
        readarr.With("Ann Leckie", "Translation State", new(2026, 11, 21), hasFile: true);
        using var client = new ReadarrKind(TimeProvider.System).Connect(Of("readarr", readarr));

        var entry = Assert.Single(await client.EventsAsync(Saturday, false, Cancellation));

        Assert.Equal(
            (CalendarKind.Book, "Ann Leckie", "Translation State", true, $"{readarr.Url.ToString().TrimEnd('/')}/book/4001"),
            (entry.Kind, entry.Title, entry.Detail, entry.HasFile, entry.Link));
    }

    [Fact]
    public async Task The_newest_missing_episodes_come_first_over_all_pages()
    {
        await using var sonarr = await SonarrSimulator.StartAsync();
        for (var number = 1; number <= 600; number++)
        {
            sonarr.With("Long", 1, number, $"Number {number}", new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero).AddDays(number));
        }

        sonarr.With("Long", 2, 1, "To come", DateTimeOffset.UtcNow.AddDays(9)).With("Long", 1, 0, "There", new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero), hasFile: true);
        using var client = Sonarr(sonarr);

        var few = await client.MissingAsync(100, Cancellation);
        var all = await client.MissingAsync(1000, Cancellation);

        Assert.Equal((100, 600, 600), (few.Items.Count, few.Total, few.Items[0].Episode));
        Assert.Equal((600, 600), (all.Items.Count, all.Total));
        Assert.Equal(Enumerable.Range(1, 600).Reverse(), all.Items.Select(missing => missing.Episode!.Value));
    }

    [Fact]
    public async Task A_film_is_missing_once_it_is_out_and_counts_from_its_first_release_at_home()
    {
        await using var radarr = await RadarrSimulator.StartAsync();
        radarr.With("Aaa", cinema: new(2019, 1, 1), digital: new(2020, 5, 5), physical: new(2020, 3, 3))
            .With("Not out", cinema: new(2024, 1, 1), isAvailable: false)
            .With("On disc only", physical: new(2025, 6, 6))
            .With("Cinema is enough", cinema: new(2026, 1, 1))
            .With("There", digital: new(2025, 1, 1), hasFile: true)
            .With("Unwanted", digital: new(2025, 1, 1), monitored: false);
        using var client = Radarr(radarr);

        var missing = await client.MissingAsync(2, Cancellation);

        Assert.Equal([("Cinema is enough", new DateOnly(2026, 1, 1)), ("On disc only", new DateOnly(2025, 6, 6))], missing.Items.Select(film => (film.Title, film.Day!.Value)));
        Assert.Equal(3, missing.Total);
    }

    [Fact]
    public async Task A_season_that_is_fetched_as_one_is_one_thing()
    {
        await using var sonarr = await SonarrSimulator.StartAsync();
        sonarr.Fetching("Foundation", 4, [1, 2, 3], 9e9, 2.25e9).Fetching("Severance", 3, [5], 2e9, 2e9, status: "queued");
        using var client = Sonarr(sonarr);

        var queue = await client.QueueAsync(Cancellation);

        Assert.Equal(
            [
                new()
                {
                    Id = "1",
                    Kind = CollectedKind.Episode,
                    Title = "Foundation",
                    Season = 4,
                    Count = 3,
                    State = QueuedState.Downloading,
                    Progress = 0.75,
                    SizeBytes = 9_000_000_000,
                    EtaSeconds = 600,
                    Release = "Foundation.S04.1080p.WEB",
                    Client = "qBittorrent",
                    Link = $"{sonarr.Url.ToString().TrimEnd('/')}/series/foundation",
                    Integration = "Den",
                },
                new()
                {
                    Id = "4",
                    Kind = CollectedKind.Episode,
                    Title = "Severance",
                    Detail = "Number 5",
                    Season = 3,
                    Episode = 5,
                    State = QueuedState.Queued,
                    Progress = 0,
                    SizeBytes = 2_000_000_000,
                    Release = "Severance.S03.1080p.WEB",
                    Client = "qBittorrent",
                    Link = $"{sonarr.Url.ToString().TrimEnd('/')}/series/severance",
                    Integration = "Den",
                },
            ],
            queue.OrderBy(queued => queued.Title));
    }

    [Theory]
    [InlineData("downloading", "downloading", "ok", QueuedState.Downloading)]
    [InlineData("Downloading", "Downloading", "Ok", QueuedState.Downloading)]
    [InlineData("queued", "downloading", "ok", QueuedState.Queued)]
    [InlineData("paused", "downloading", "ok", QueuedState.Paused)]
    [InlineData("delay", "downloading", "ok", QueuedState.Delayed)]
    [InlineData("warning", "downloading", "warning", QueuedState.Stalled)]
    [InlineData("downloadClientUnavailable", "downloading", "ok", QueuedState.Stalled)]
    [InlineData("completed", "importing", "ok", QueuedState.Importing)]
    [InlineData("completed", "importPending", "ok", QueuedState.Importing)]
    [InlineData("completed", "importPending", "warning", QueuedState.Blocked)]
    [InlineData("completed", "importBlocked", "warning", QueuedState.Blocked)]
    [InlineData("failed", "downloading", "ok", QueuedState.Failed)]
    [InlineData("completed", "failedPending", "error", QueuedState.Failed)]
    [InlineData("downloading", "downloading", "error", QueuedState.Failed)]
    [InlineData("dreaming", "downloading", "ok", QueuedState.Unknown)]
    public async Task The_words_of_the_program_and_of_its_download_client_are_one_state(string status, string state, string tracked, QueuedState expected)
    {
        await using var radarr = await RadarrSimulator.StartAsync();
        radarr.Fetching("Dune", 1000, 500, status, state, tracked, "No files found are eligible for import");
        using var client = Radarr(radarr);

        var queued = Assert.Single(await client.QueueAsync(Cancellation));

        Assert.Equal((expected, "No files found are eligible for import", 0.5), (queued.State, queued.Error, queued.Progress));
    }

    [Fact]
    public async Task Albums_and_books_are_fetched_too()
    {
        await using var lidarr = await LidarrSimulator.StartAsync();
        await using var readarr = await ReadarrSimulator.StartAsync();
        lidarr.Fetching("Björk", "Fossora II", 400, 100);
        readarr.Fetching("Ann Leckie", "Provenance", 2, 1);
        using var music = new LidarrKind(TimeProvider.System).Connect(Of("lidarr", lidarr));
        using var books = new ReadarrKind(TimeProvider.System).Connect(Of("readarr", readarr));

        Assert.Equal(("Björk", "Fossora II", CollectedKind.Album, 0.75), Described(Assert.Single(await music.QueueAsync(Cancellation))));
        Assert.Equal(("Ann Leckie", "Provenance", CollectedKind.Book, 0.5), Described(Assert.Single(await books.QueueAsync(Cancellation))));

        static (string, string?, CollectedKind, double) Described(QueuedMedia queued) => (queued.Title, queued.Detail, queued.Kind, queued.Progress);
    }

    [Fact]
    public async Task Missing_albums_and_books_are_told_with_their_day()
    {
        await using var lidarr = await LidarrSimulator.StartAsync();
        await using var readarr = await ReadarrSimulator.StartAsync();
        lidarr.With("Björk", "Old", new(2001, 1, 1)).With("Björk", "Newer", new(2011, 1, 1)).With("Björk", "There", new(2015, 1, 1), tracksThere: 10);
        readarr.With("Ann Leckie", "Provenance", new(2017, 9, 26));
        using var music = new LidarrKind(TimeProvider.System).Connect(Of("lidarr", lidarr));
        using var books = new ReadarrKind(TimeProvider.System).Connect(Of("readarr", readarr));

        Assert.Equal([("Newer", new DateOnly(2011, 1, 1)), ("Old", new DateOnly(2001, 1, 1))], (await music.MissingAsync(10, Cancellation)).Items.Select(album => (album.Detail!, album.Day!.Value)));
        Assert.Equal(("Ann Leckie", "Provenance", CollectedKind.Book), (await books.MissingAsync(10, Cancellation)).Items.Select(book => (book.Title, book.Detail, book.Kind)).Single());
    }

    [Fact]
    public async Task Another_program_of_the_family_is_told_apart()
    {
        await using var radarr = await RadarrSimulator.StartAsync();
        using var client = new SonarrKind(TimeProvider.System).Connect(Of("sonarr", radarr));

        var error = (await Assert.ThrowsAsync<ProcedureException>(() => client.TestAsync(Cancellation))).Error;

        Assert.Equal(ErrorReason.ServiceFailed, error.Reason);
        Assert.Contains("answered with the words of Radarr, not as Sonarr does", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Behind_a_URL_base_it_is_found_with_and_without_it()
    {
        await using var sonarr = await SonarrSimulator.StartAsync(basePath: "/sonarr");
        using var with = Sonarr(sonarr);
        using var without = new SonarrKind(TimeProvider.System).Connect(Of("sonarr", sonarr) with { Url = new Uri(sonarr.Url, "/").ToString() });

        Assert.Equal(new("Sonarr", "4.0.15.2941"), await with.TestAsync(Cancellation));
        Assert.Equal(new("Sonarr", "4.0.15.2941"), await without.TestAsync(Cancellation));
    }

    private static SonarrClient Sonarr(SonarrSimulator sonarr) => new SonarrKind(TimeProvider.System).Connect(Of("sonarr", sonarr));

    private static RadarrClient Radarr(RadarrSimulator radarr) => new RadarrKind(TimeProvider.System).Connect(Of("radarr", radarr));

    private static Integration Of(string kind, ArrSimulator service) => new("id", "Den", kind, service.Url.ToString()) { Credentials = new(ApiKey: new(service.Key)) };
}
