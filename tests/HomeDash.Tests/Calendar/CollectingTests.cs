using System.Text.Json;

namespace HomeDash.Tests.Calendar;

/// <summary>What is missing and what is being fetched.</summary>
public sealed class CollectingTests
{
    [Fact]
    public async Task What_is_missing_is_told_newest_first_over_all_services()
    {
        await using var house = await MediaHouse.StartAsync();
        house.Sonarr.With("Foundation", 4, 1, "A Beginning", new(2026, 11, 16, 23, 30, 0, TimeSpan.Zero)).With("To come", 1, 1, "One", DateTimeOffset.UtcNow.AddDays(20));
        house.Radarr.With("Dune", digital: new(2026, 11, 17)).With("Not out", digital: new(2026, 11, 18), isAvailable: false);
        house.Lidarr.With("Björk", "Fossora", new(2022, 9, 30));
        house.Readarr.With("Ann Leckie", "Provenance", new(2017, 9, 26));

        var missing = await house.CallAsync("calendar.missing");

        Assert.Equal(["movie Dune", "episode Foundation", "album Björk", "book Ann Leckie"], Items(missing).Select(item => $"{Text(item, "kind")} {Text(item, "title")}"));
        Assert.Equal(("2026-11-16T23:30:00Z", "2026-11-16"), (Text(Items(missing)[1], "startsAt"), Text(Items(missing)[1], "day")));
        Assert.Equal(4, missing.GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task All_of_it_comes_in_pages_without_gaps()
    {
        await using var house = await MediaHouse.StartAsync("Sonarr", "Radarr");
        for (var number = 1; number <= 180; number++)
        {
            house.Sonarr.With("Long", 1, number, $"Number {number}", new DateTimeOffset(2024, 1, 1, 0, 0, 0, TimeSpan.Zero).AddDays(number));
            if (number % 3 == 0)
            {
                house.Radarr.With($"Film {number}", digital: new DateOnly(2024, 1, 1).AddDays(number));
            }
        }

        var (seen, cursor) = (new List<string>(), "");
        do
        {
            var page = await house.CallAsync("calendar.missing", $$"""{"limit":100{{cursor}}}""");
            Assert.Equal(240, page.GetProperty("total").GetInt32());
            seen.AddRange(Items(page).Select(item => $"{Text(item, "day")} {Text(item, "id")} {Text(item, "integration")}"));
            cursor = page.TryGetProperty("next", out var next) ? $$""","cursor":"{{next.GetString()}}" """ : null;
        }
        while (cursor is not null);

        Assert.Equal(240, seen.Distinct().Count());
        Assert.Equal(seen.Select(line => line[..10]).OrderDescending(), seen.Select(line => line[..10]));
    }

    [Fact]
    public async Task What_is_fetched_is_told_with_what_needs_a_look_first()
    {
        await using var house = await MediaHouse.StartAsync("Sonarr", "Radarr", "Lidarr", "Readarr");
        house.Sonarr.Fetching("Foundation", 4, [1, 2], 1000, 250);
        house.Radarr.Fetching("Dune", 2000, 0, "completed", "importBlocked", "warning", "Found archive file, might need to be extracted");
        house.Lidarr.Fetching("Björk", "Fossora II", 400, 100);
        house.Readarr.Fetching("Ann Leckie", "Provenance", 2, 2);

        var queued = await house.CallAsync("calendar.queued");

        Assert.Equal(["blocked Dune", "downloading Ann Leckie", "downloading Björk", "downloading Foundation"], Items(queued).Select(item => $"{Text(item, "state")} {Text(item, "title")}"));
        Assert.Equal("Found archive file, might need to be extracted", Text(Items(queued)[0], "error"));
        Assert.Equal((2, 0.75, 600), (Items(queued)[3].GetProperty("count").GetInt32(), Items(queued)[3].GetProperty("progress").GetDouble(), Items(queued)[3].GetProperty("etaSeconds").GetInt64()));
        Assert.Equal(4, queued.GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task The_report_on_what_is_broken_names_what_needs_a_look()
    {
        await using var house = await MediaHouse.StartAsync("Sonarr", "Radarr");
        house.Sonarr.Fetching("Foundation", 4, [1, 2], 1000, 250);
        house.Radarr.Fetching("Dune", 2000, 0, "completed", "importBlocked", "warning", "Found archive file.").Fetching("Solaris", 2000, 0, "failed");

        var report = await house.CallAsync("healthMonitoring.report");

        Assert.Equal(
            ["Dune was fetched, and Radarr does not know how to take it in: Found archive file.", "Solaris cannot be had by Radarr this way."],
            report.GetProperty("findings").EnumerateArray().Where(finding => Text(finding, "area") == "media").Select(finding => Text(finding, "problem")));
        Assert.Equal(["Radarr", "Sonarr"], report.GetProperty("lookedAt").EnumerateArray().Where(seen => Text(seen, "area") == "media").Select(seen => Text(seen, "integration")).Order());
    }

    [Fact]
    public async Task Watching_shows_what_comes_into_the_queue()
    {
        await using var house = await MediaHouse.StartAsync("Sonarr");

        var seen = await house.StreamAsync("calendar.watchQueued", item =>
        {
            if (house.Sonarr.Queue.Count == 0)
            {
                house.Sonarr.Fetching("Foundation", 4, [1], 1000, 1000);
            }

            return item.GetProperty("total").GetInt32() == 1;
        });

        Assert.Equal(0, seen[0].GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task A_calendar_feed_misses_and_fetches_nothing()
    {
        await using var house = await MediaHouse.StartAsync("Family");

        Assert.Empty((await house.CallAsync("calendar.missing")).GetProperty("integrations").EnumerateArray());
        Assert.Contains("Family is a Calendar feed (iCal), which cannot do this", (await house.FailAsync("calendar.queued", """{"integrations":["Family"]}""")).Message, StringComparison.Ordinal);
    }

    private static JsonElement[] Items(JsonElement result) => [.. result.GetProperty("items").EnumerateArray()];

    private static string Text(JsonElement element, string property) => element.GetProperty(property).GetString()!;
}
