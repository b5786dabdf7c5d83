using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HomeDash.EndToEnd.Tests;

/// <summary>The board of the demo house, its arranging and its dialogs, in both themes, wide and on a phone.</summary>
[Collection(nameof(OneAtATime))]
public sealed class BoardPictureTests(Browser browser)
{
    [Fact]
    public async Task Boards_are_open_to_everybody()
    {
        await using var house = await RunningHouse.StartAsync(verb: "demo");
        var page = await browser.OpenAsync(house, Looking.Phone);
        await page.EmulateMediaAsync(new() { ReducedMotion = ReducedMotion.Reduce });
        await DemoTenant.SignInAsync(page, house, "/boards");
        await Expect(page.GetByText("Changed just now")).ToBeVisibleAsync();
        await page.LookAsync("boards");

        await page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = "Home", Exact = true }).ClickAsync();
        await Expect(page.GetByText("queries blocked")).ToBeVisibleAsync();
        await page.LookAsync("board");
        await page.Button("Arrange").ClickAsync();
        await page.LookAsync("board-arranging");
        await page.Button("Settings of Containers").ClickAsync();
        await Expect(page.OpenDialog().GetByText("Demo engine")).ToBeVisibleAsync();
        await page.LookAsync("widget-settings");
        await page.OpenDialog().GetByRole(AriaRole.Button, new() { Name = "Cancel" }).ClickAsync();
        await page.Button("Add widget").ClickAsync();
        await Expect(page.OpenDialog().GetByText("A text that somebody wrote down")).ToBeVisibleAsync();
        await page.LookAsync("add-widget");
        await page.OpenDialog().GetByRole(AriaRole.Button, new() { Name = "Cancel" }).ClickAsync();
        await page.Button("Look").ClickAsync();
        await Expect(page.OpenDialog().GetByLabel("Accent")).ToBeVisibleAsync();
        await page.LookAsync("board-look");
    }
}
