using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HomeDash.EndToEnd.Tests;

/// <summary>Boards as people use them, in real browsers.</summary>
[Collection(nameof(OneAtATime))]
public sealed class BoardTests(Browser browser)
{
    private static readonly LocatorAssertionsToBeVisibleOptions WithinTwoSeconds = new() { Timeout = 2_000 };

    [Fact]
    public async Task A_board_is_built_arranged_by_mouse_and_keyboard_and_followed_in_another_browser()
    {
        await using var house = await RunningHouse.StartAsync();
        await house.CreateAdministratorAsync();
        var page = await (await browser.OpenAsync(house)).SignInAsync("/boards");
        await page.Button("Add board").ClickAsync();
        await page.OpenDialog().GetByLabel("Name").FillAsync("Kitchen");
        await page.OpenDialog().GetByRole(AriaRole.Button, new() { Name = "Create board" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Kitchen" })).ToBeVisibleAsync();
        var other = await (await browser.OpenAsync(house)).SignInAsync("/boards");
        await other.GetByRole(AriaRole.Link, new() { Name = "Kitchen" }).ClickAsync();
        await Expect(other.GetByText("Nothing on this board yet")).ToBeVisibleAsync();

        await page.Button("Add the first widget").ClickAsync();
        await AddNoteAsync(page, "Bins go out on Tuesday");
        await Expect(other.GetByText("Bins go out on Tuesday")).ToBeVisibleAsync(WithinTwoSeconds);
        await page.Button("Add widget").ClickAsync();
        await page.OpenDialog().GetByRole(AriaRole.Button, new() { Name = "Clock" }).ClickAsync();
        await page.OpenDialog().GetByRole(AriaRole.Button, new() { Name = "Add widget" }).ClickAsync();
        await Expect(Widget(other, "Clock")).ToBeVisibleAsync(WithinTwoSeconds);

        // The note is three columns wide: what is dropped on it makes it go down.
        await DragAsync(page, Widget(page, "Clock").Locator("[data-move]"), Widget(page, "Note"));
        await Expect(Widget(page, "Clock")).ToHaveAttributeAsync("style", new System.Text.RegularExpressions.Regex("--wx:1;--wy:1;"));
        await Expect(Widget(other, "Note")).ToHaveAttributeAsync("style", new System.Text.RegularExpressions.Regex("--wx:1;--wy:2;"), new() { Timeout = 2_000 });

        await Widget(page, "Clock").Locator("[data-move]").FocusAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        await Expect(Widget(page, "Clock")).ToHaveAttributeAsync("style", new System.Text.RegularExpressions.Regex("--wx:2;--wy:1;--ww:2;"));
        await page.Keyboard.PressAsync("Shift+ArrowRight");
        await Expect(Widget(page, "Clock")).ToHaveAttributeAsync("style", new System.Text.RegularExpressions.Regex("--wx:2;--wy:1;--ww:3;"));
        var box = (await Widget(page, "Note").BoundingBoxAsync())!;
        await DragAsync(page, Widget(page, "Note").Locator("[data-resize]"), (box.X + (box.Width * 2) - 20, box.Y + box.Height - 10));
        await Expect(Widget(page, "Note")).ToHaveAttributeAsync("style", new System.Text.RegularExpressions.Regex("--ww:6;--wh:2;"));

        await page.GetByRole(AriaRole.Button, new() { Name = "Remove Clock" }).ClickAsync();
        await Expect(Widget(other, "Clock")).ToHaveCountAsync(0, new() { Timeout = 2_000 });
    }

    [Fact]
    public async Task Who_arranges_what_somebody_else_has_changed_meanwhile_is_told_and_sees_it()
    {
        await using var house = await RunningHouse.StartAsync();
        await house.CreateAdministratorAsync();
        await using var client = await Assistant.ConnectAsync(house, "board_create");
        await client.CallAsync("board_create", new() { ["name"] = "Kitchen" });
        await client.CallAsync("board_addItem", new() { ["board"] = "Kitchen", ["kind"] = "clock" });
        var page = await (await browser.OpenAsync(house)).SignInAsync("/boards");
        await page.GetByRole(AriaRole.Link, new() { Name = "Kitchen" }).ClickAsync();
        await page.Button("Arrange").ClickAsync();

        var seen = await client.CallAsync("board_get", new() { ["board"] = "Kitchen" });
        await Widget(page, "Clock").Locator("[data-move]").FocusAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await Expect(Widget(page, "Clock")).ToHaveAttributeAsync("style", new System.Text.RegularExpressions.Regex("--wy:2;"));
        var refused = await client.CallToolAsync(
            "board_addItem",
            new Dictionary<string, object?> { ["board"] = "Kitchen", ["kind"] = "note", ["options"] = new Dictionary<string, string> { ["text"] = "Late" }, ["revision"] = seen.GetProperty("revision").GetInt64() },
            cancellationToken: TestContext.Current.CancellationToken);

        Assert.True(refused.IsError);
        Assert.Contains("was changed by somebody else", refused.Content.OfType<ModelContextProtocol.Protocol.TextContentBlock>().First().Text, StringComparison.Ordinal);
        await Expect(Widget(page, "Note")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task While_no_board_is_public_a_link_to_one_asks_to_sign_in_and_comes_back()
    {
        await using var house = await RunningHouse.StartAsync();
        await house.CreateAdministratorAsync();
        await using var client = await Assistant.ConnectAsync(house, "board_create");
        await client.CallAsync("board_create", new() { ["name"] = "Kitchen" });

        var page = await (await browser.OpenAsync(house)).SignInAsync("/boards/Kitchen");

        await Expect(page.GetByText("Nothing on this board yet")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_public_board_is_open_without_signing_in_and_shows_nothing_of_what_is_behind_it()
    {
        await using var house = await RunningHouse.StartAsync(verb: "demo");
        var page = await browser.OpenAsync(house);
        await DemoTenant.SignInAsync(page, house, "/boards");
        await page.GetByRole(AriaRole.Button, new() { Name = "Make Home public" }).ClickAsync();
        await page.OpenDialog().GetByRole(AriaRole.Button, new() { Name = "Make public" }).ClickAsync();
        await Expect(page.GetByText("Public", new() { Exact = true })).ToBeVisibleAsync();
        var address = await page.GetByRole(AriaRole.Link, new() { Name = "Home", Exact = true }).Last.GetAttributeAsync("href");

        var stranger = await browser.OpenAsync(house);
        await stranger.GotoAsync($"/{address}");

        await Expect(stranger.GetByText("nothing in it can be broken")).ToBeVisibleAsync();
        await Expect(stranger.GetByText("Only people who are signed in see this.").First).ToBeVisibleAsync();
        await Expect(stranger.GetByText("ubuntu")).ToHaveCountAsync(0);
        await Expect(stranger.Button("Arrange")).ToHaveCountAsync(0);
        await stranger.GotoAsync("/boards");
        await Expect(stranger).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/sign-in"));
        await stranger.GotoAsync("/boards/no-such-board");
        await Expect(stranger.GetByText("There is no board")).ToBeVisibleAsync();
    }

    private static ILocator Widget(IPage page, string title) => page.GetByRole(AriaRole.Article, new() { Name = title, Exact = true });

    private static async Task AddNoteAsync(IPage page, string text)
    {
        await page.OpenDialog().GetByRole(AriaRole.Button, new() { Name = "Note" }).ClickAsync();
        await page.OpenDialog().GetByLabel("Text").FillAsync(text);
        await page.OpenDialog().GetByRole(AriaRole.Button, new() { Name = "Add widget" }).ClickAsync();
    }

    private static async Task DragAsync(IPage page, ILocator handle, ILocator onto)
    {
        var to = (await onto.BoundingBoxAsync())!;
        var (from, grip) = ((await handle.Locator("xpath=ancestor::article").BoundingBoxAsync())!, (await handle.BoundingBoxAsync())!);
        await DragAsync(page, handle, (to.X + grip.X - from.X + (grip.Width / 2), to.Y + grip.Y - from.Y + (grip.Height / 2)));
    }

    private static async Task DragAsync(IPage page, ILocator handle, (float X, float Y) to)
    {
        var grip = (await handle.BoundingBoxAsync())!;
        await page.Mouse.MoveAsync(grip.X + (grip.Width / 2), grip.Y + (grip.Height / 2));
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(to.X, to.Y, new() { Steps = 6 });
        await page.Mouse.UpAsync();
    }
}
