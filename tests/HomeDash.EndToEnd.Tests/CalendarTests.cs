using System.Text.Json;
using HomeDash.Simulators;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HomeDash.EndToEnd.Tests;

/// <summary>"What's coming out this week?", said to an AI client and looked up in a browser, with the running program between them and a house that collects.</summary>
[Collection(nameof(OneAtATime))]
public sealed class CalendarTests(Browser browser) : IAsyncLifetime
{
    private SonarrSimulator sonarr = null!;
    private RadarrSimulator radarr = null!;
    private FeedSimulator feed = null!;
    private RunningHouse house = null!;
    private string key = null!;

    public async ValueTask InitializeAsync()
    {
        sonarr = await SonarrSimulator.StartAsync();
        radarr = await RadarrSimulator.StartAsync();
        feed = await FeedSimulator.StartAsync();
        house = await RunningHouse.StartAsync();
        await house.CreateAdministratorAsync();
        key = await house.CreateKeyAsync();
        await house.ConnectAsync(key, "sonarr", "Series", sonarr.Url, sonarr.Key);
        await house.ConnectAsync(key, "radarr", "Films", radarr.Url, radarr.Key);
        await house.ConnectAsync(key, "ical", "Family", feed.Url, feed.SecretPath);
    }

    public async ValueTask DisposeAsync()
    {
        await house.DisposeAsync();
        await sonarr.DisposeAsync();
        await radarr.DisposeAsync();
        await feed.DisposeAsync();
    }

    [Fact]
    public async Task An_assistant_tells_what_comes_out_this_week_what_is_missing_and_what_is_being_fetched()
    {
        sonarr.With("Foundation", 4, 3, "The Vault", new(2026, 11, 20, 2, 0, 0, TimeSpan.Zero)).With("Foundation", 4, 1, "A Beginning", new(2026, 11, 6, 2, 0, 0, TimeSpan.Zero)).Fetching("Foundation", 4, [1], 2e9, 5e8);
        radarr.With("Dune: Part Three", cinema: new(2026, 11, 18), digital: new(2027, 2, 2), isAvailable: false);
        feed.Write("BEGIN:VEVENT\nUID:1\nSUMMARY:Bins\nDTSTART;VALUE=DATE:20260101\nRRULE:FREQ=WEEKLY;BYDAY=TH\nEND:VEVENT");
        await using var client = await Assistant.ConnectAsync(house, "calendar_events");

        var week = await client.CallAsync("calendar_events", new() { ["from"] = "2026-11-16", ["to"] = "2026-11-22", ["timeZone"] = "America/New_York" });
        var missing = await client.CallAsync("calendar_missing", []);
        var queued = await client.CallAsync("calendar_queued", []);

        Assert.Equal(
            ["2026-11-18 cinema Dune: Part Three", "2026-11-19 event Bins", "2026-11-19 air Foundation"],
            week.GetProperty("items").EnumerateArray().Select(item => $"{Text(item, "day")} {Text(item, "kind")} {Text(item, "title")}"));
        Assert.Contains(missing.GetProperty("items").EnumerateArray(), item => Text(item, "detail") == "A Beginning");
        Assert.Equal(("downloading", 0.75), (Text(queued.GetProperty("items")[0], "state"), queued.GetProperty("items")[0].GetProperty("progress").GetDouble()));
        Assert.DoesNotContain("secretToken", house.Log, StringComparison.Ordinal);
        Assert.DoesNotContain(sonarr.Key, house.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_person_looks_it_up()
    {
        var now = DateTimeOffset.UtcNow;
        sonarr.With("Foundation", 4, 3, "The Vault", now.AddMinutes(5)).Fetching("Foundation", 4, [1, 2], 2e9, 5e8);
        radarr.With("Old film", digital: new(2024, 5, 5)).Fetching("Dune", 9e9, 0, "completed", "importBlocked", "warning", "No files found are eligible for import");
        var page = await browser.OpenAsync(house);
        await page.SignInAsync("/calendar");

        var (month, agenda) = (page.Locator("table.grid"), page.Locator(".agenda"));
        await Expect(month).ToContainTextAsync("Foundation");
        await page.LookAsync("calendar-house");
        await page.SetViewportSizeAsync(Looking.Phone, 800);
        await Expect(agenda).ToContainTextAsync("Foundation");
        await Expect(month).ToBeHiddenAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Episodes" }).ClickAsync();
        await Expect(agenda).Not.ToContainTextAsync("Foundation");

        await page.GetByRole(AriaRole.Link, new() { Name = "Missing" }).ClickAsync();
        await Expect(page.Locator("main")).ToContainTextAsync("Old film");
        await page.GetByRole(AriaRole.Link, new() { Name = "Queue" }).ClickAsync();
        await Expect(page.Locator("main")).ToContainTextAsync("No files found are eligible for import");
        await page.LookAsync("calendar-queue-house");
    }

    private static string Text(JsonElement element, string property) => element.GetProperty(property).GetString()!;
}
