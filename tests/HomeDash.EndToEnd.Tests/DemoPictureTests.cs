using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HomeDash.EndToEnd.Tests;

/// <summary>Every page of the demo house, where everything is full of life, in both themes, wide and on a phone.</summary>
[Collection(nameof(OneAtATime))]
public sealed class DemoPictureTests(Browser browser)
{
    /// <summary>A page, and words that are there once it has been loaded.</summary>
    private static readonly (string Path, string Ready)[] Pages =
    [
        ("/", "This house is made up"),
        ("/boards", "Home"),
        ("/apps", "Grafana"),
        ("/icons", "Nothing uploaded yet"),
        ("/invites", "No open invites"),
        ("/docker", "nextcloud"),
        ("/docker/storage", "plexinc/pms-docker"),
        ("/downloads", "Demo"),
        ("/dns", "Demo"),
        ("/calendar", "Night Shift"),
        ("/calendar/missing", "Rack and Ruin"),
        ("/calendar/queue", "Demo"),
        ("/indexers", "Old Library"),
        ("/subtitles", "Rack and Ruin"),
        ("/smart-home", "Unavailable"),
        ("/media", "Sintel"),
        ("/requests", "Spring"),
        ("/health", "Demo cluster"),
        ("/integrations", "Demo engine"),
        ("/users", "Administrator"),
        ("/groups", "Everyone"),
        ("/account", "Change password"),
        ("/tools/api/mcp", "docker_restart"),
        ("/tools/api/authentication", "demo"),
        ("/tools/api/documentation", "docker/restart"),
    ];

    [Fact]
    public async Task Every_page_of_the_demo_house_is_open_to_everybody()
    {
        await using var house = await RunningHouse.StartAsync(verb: "demo");
        var page = await browser.OpenAsync(house);
        await DemoTenant.SignInAsync(page, house, "/");

        foreach (var (path, ready) in Pages)
        {
            await page.GotoAsync(path);
            await Expect(page.Locator("main")).ToContainTextAsync(ready);
            await page.LookAsync($"demo{path}");
        }

        // A dialog is looked at when it is open, not while it opens.
        await page.EmulateMediaAsync(new() { ReducedMotion = ReducedMotion.Reduce });
        await page.GotoAsync("/requests");
        await page.GetByRole(AriaRole.Searchbox).FillAsync("a");
        await page.Button("Search").ClickAsync();
        await page.Button("Request Caminandes").ClickAsync();
        await Expect(page.OpenDialog()).ToContainTextAsync("Season 3");
        await page.LookAsync("demo/request-dialog");
    }

    [Fact]
    public async Task Icons_the_history_of_an_app_and_invites_are_open_to_everybody()
    {
        await using var house = await RunningHouse.StartAsync(verb: "demo");
        var page = await browser.OpenAsync(house, Looking.Phone);
        // A dialog is looked at when it is open, not while it opens.
        await page.EmulateMediaAsync(new() { ReducedMotion = ReducedMotion.Reduce });
        await DemoTenant.SignInAsync(page, house, "/icons");
        await Expect(page.Button("Upload icon")).ToBeEnabledAsync();
        await page.GetByLabel("Search icons").FillAsync("home assistant");
        await page.Button("Home Assistant").First.ClickAsync();
        await Expect(page.GetByText("/icons/simple-icons/homeassistant.svg")).ToBeVisibleAsync();
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await page.LookAsync("demo/icons-found");

        await page.GotoAsync("/apps");
        await page.Button("Edit Grafana").ClickAsync();
        await page.Button("Choose an icon").ClickAsync();
        await page.OpenDialog().GetByLabel("Search icons").FillAsync("chart");
        await Expect(page.OpenDialog().Locator(".icon-choice").Nth(3)).ToBeVisibleAsync();
        await page.LookAsync("demo/app-icons-dialog");
        await page.Button("Cancel").ClickAsync();
        await page.Button("Status of Nextcloud").ClickAsync();
        await Expect(page.OpenDialog().GetByText("on average").First).ToBeVisibleAsync();
        await page.LookAsync("demo/app-history-dialog");

        await page.GotoAsync("/invites");
        await page.Button("Invite somebody").ClickAsync();
        await Expect(page.OpenDialog().GetByLabel("Open for")).ToBeVisibleAsync();
        await page.LookAsync("demo/invite-dialog");
        await page.OpenDialog().GetByLabel("For whom").FillAsync("Grandma");
        await page.Button("Make invite").ClickAsync();
        var link = await page.OpenDialog().GetByLabel("link of the invite", new() { Exact = true }).TextContentAsync();
        await page.LookAsync("demo/invite-made");
        await page.Button("Done").ClickAsync();
        await Expect(page.Locator("main")).ToContainTextAsync("Grandma");
        await page.LookAsync("demo/invites-open");

        var guest = await browser.OpenAsync(house, Looking.Phone);
        await guest.GotoAsync(link!);
        await Expect(guest.Button("Create account")).ToBeVisibleAsync();
        await guest.LookAsync("demo/invite");
        await guest.GotoAsync(link + "gone");
        await Expect(guest.GetByText("This invite is not open")).ToBeVisibleAsync();
        await guest.LookAsync("demo/invite-gone");
    }

    [Fact]
    public async Task An_update_shows_how_much_of_the_image_has_come()
    {
        await using var house = await RunningHouse.StartAsync(verb: "demo");
        var page = await browser.OpenAsync(house);
        await DemoTenant.SignInAsync(page, house, "/docker");
        await page.GetByLabel("Select nextcloud", new() { Exact = true }).CheckAsync();
        await page.GetByRole(AriaRole.Group, new() { Name = "Selected containers" }).GetByRole(AriaRole.Button, new() { Name = "Update" }).ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Update" }).ClickAsync();

        var bar = page.GetByRole(AriaRole.Progressbar, new() { Name = "Pulled so far" });
        await Expect(bar).Not.ToHaveAttributeAsync("value", "0");
        await page.LookAsync("demo/docker/pulling");
        await Expect(page.Locator("main")).ToContainTextAsync("Updated");
    }
}
