using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HomeDash.EndToEnd.Tests;

/// <summary>The page Health of the demo house, where something is always broken.</summary>
[Collection(nameof(OneAtATime))]
public sealed class HealthTests(Browser browser)
{
    [Fact]
    public async Task A_container_is_made_well_again_from_the_report()
    {
        await using var house = await RunningHouse.StartAsync(verb: "demo");
        var page = await browser.OpenAsync(house);
        await DemoTenant.SignInAsync(page, house, "/health");
        await Expect(page.Locator(".report")).ToContainTextAsync("nextcloud on Demo engine is unhealthy");
        await Expect(page.GetByRole(AriaRole.Article, new() { Name = "nas" })).ToContainTextAsync("of 8 cores");

        await page.Button("Restart nextcloud").ClickAsync();

        await Expect(page.Locator(".report")).Not.ToContainTextAsync("nextcloud on Demo engine");
        await Expect(page.Locator(".report")).ToContainTextAsync("/media of Demo machine is 91");
    }
}
