using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HomeDash.EndToEnd.Tests;

/// <summary>The page Health, with all that it can show: in the demo house something is always broken.</summary>
[Collection(nameof(OneAtATime))]
public sealed class HealthPictureTests(Browser browser)
{
    [Theory]
    [InlineData(false, 1280)]
    [InlineData(true, 1280)]
    [InlineData(false, 390)]
    [InlineData(true, 390)]
    public async Task The_health_of_the_demo_house_is_open_to_everybody(bool dark, int width)
    {
        await using var house = await RunningHouse.StartAsync(verb: "demo");
        var page = await browser.OpenAsync(house, dark, width);
        await DemoTenant.SignInAsync(page, house, "/health");

        await Expect(page.GetByText("nextcloud on Demo engine is unhealthy")).ToBeVisibleAsync();
        await Expect(page.GetByText("/media of Demo machine is 91")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Article, new() { Name = "nas" })).ToContainTextAsync("of 8 cores");
        await Expect(page.GetByText("home-assistant").First).ToBeVisibleAsync();
        await PictureTests.LookAsync(page, "health-demo", dark, width);
    }

    [Fact]
    public async Task A_container_is_made_well_again_from_the_report()
    {
        await using var house = await RunningHouse.StartAsync(verb: "demo");
        var page = await browser.OpenAsync(house);
        await DemoTenant.SignInAsync(page, house, "/health");
        await Expect(page.Locator(".report")).ToContainTextAsync("nextcloud on Demo engine is unhealthy");

        await page.Button("Restart nextcloud").ClickAsync();

        await Expect(page.Locator(".report")).Not.ToContainTextAsync("nextcloud on Demo engine");
        await Expect(page.Locator(".report")).ToContainTextAsync("/media of Demo machine is 91");
    }
}
