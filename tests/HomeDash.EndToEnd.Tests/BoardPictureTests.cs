using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HomeDash.EndToEnd.Tests;

/// <summary>The board of the demo house, its arranging and its dialogs, in both themes, wide and on a phone.</summary>
[Collection(nameof(OneAtATime))]
public sealed class BoardPictureTests(Browser browser)
{
    [Theory]
    [InlineData(false, 1280)]
    [InlineData(true, 1280)]
    [InlineData(false, 390)]
    [InlineData(true, 390)]
    public async Task Boards_are_open_to_everybody(bool dark, int width)
    {
        await using var house = await RunningHouse.StartAsync(verb: "demo");
        var page = await browser.OpenAsync(house, dark, width);
        await page.EmulateMediaAsync(new() { ReducedMotion = ReducedMotion.Reduce });
        await DemoTenant.SignInAsync(page, house, "/boards");
        await Expect(page.GetByText("Changed just now")).ToBeVisibleAsync();
        await PictureTests.LookAsync(page, "boards", dark, width);

        await page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = "Home", Exact = true }).ClickAsync();
        await Expect(page.GetByText("queries blocked")).ToBeVisibleAsync();
        await PictureTests.LookAsync(page, "board", dark, width);
        await page.Button("Arrange").ClickAsync();
        await PictureTests.LookAsync(page, "board-arranging", dark, width);
        await page.Button("Settings of Containers").ClickAsync();
        await Expect(page.OpenDialog().GetByText("Demo engine")).ToBeVisibleAsync();
        await PictureTests.LookAsync(page, "widget-settings", dark, width);
        await page.OpenDialog().GetByRole(AriaRole.Button, new() { Name = "Cancel" }).ClickAsync();
        await page.Button("Add widget").ClickAsync();
        await Expect(page.OpenDialog().GetByText("A text that somebody wrote down")).ToBeVisibleAsync();
        await PictureTests.LookAsync(page, "add-widget", dark, width);
        await page.OpenDialog().GetByRole(AriaRole.Button, new() { Name = "Cancel" }).ClickAsync();
        await page.Button("Look").ClickAsync();
        await Expect(page.OpenDialog().GetByLabel("Accent")).ToBeVisibleAsync();
        await PictureTests.LookAsync(page, "board-look", dark, width);
    }
}
