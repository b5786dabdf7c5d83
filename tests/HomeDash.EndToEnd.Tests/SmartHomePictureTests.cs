using static Microsoft.Playwright.Assertions;

namespace HomeDash.EndToEnd.Tests;

/// <summary>The page Smart home, with all that it can show.</summary>
[Collection(nameof(OneAtATime))]
public sealed class SmartHomePictureTests(Browser browser)
{
    [Theory]
    [InlineData(false, 1280)]
    [InlineData(true, 1280)]
    [InlineData(false, 390)]
    [InlineData(true, 390)]
    public async Task The_rooms_of_the_demo_house_are_open_to_everybody(bool dark, int width)
    {
        await using var house = await RunningHouse.StartAsync(verb: "demo");
        var page = await browser.OpenAsync(house, dark, width);
        await DemoTenant.SignInAsync(page, house, "/smart-home");

        await Expect(page.GetByText("Front door")).ToBeVisibleAsync();
        await Expect(page.GetByText("Unavailable", new() { Exact = true })).ToBeVisibleAsync();
        await PictureTests.LookAsync(page, "smart-home-demo", dark, width);
    }
}
