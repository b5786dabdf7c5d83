using HomeDash.Simulators;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HomeDash.EndToEnd.Tests;

/// <summary>
/// Every widget in every state that it comes into, brought about by the services themselves. What HomeDash itself knows (apps,
/// integrations, clock and note) is there at once and cannot fail, so it is neither seen loading nor old.
/// </summary>
[Collection(nameof(OneAtATime))]
public sealed class WidgetStatePictureTests(Browser browser)
{
    /// <summary>Every widget that asks a service; the one that looks at the whole house reports what fails instead of failing.</summary>
    private const int Asking = 12;

    [Fact]
    public async Task Every_widget_says_how_it_is()
    {
        await using var house = await WidgetHouse.StartAsync();
        var page = await (await browser.OpenAsync(house.House)).SignInAsync("/boards");

        house.Become(GateState.Silent);
        foreach (var width in new[] { Looking.Wide, Looking.Phone })
        {
            // Nothing loads for long: what does not answer is given up.
            await OpenAsync(page, WidgetHouse.Full);
            await Expect(page.Locator(".widget .loading")).ToHaveCountAsync(Asking);
            await page.LookAsync("widgets-loading", width);
        }

        house.Become(GateState.Shut);
        await OpenAsync(page, WidgetHouse.Full);
        await Expect(page.Locator(".widget .failed")).ToHaveCountAsync(Asking - 1);
        await Expect(Widget(page, "Is anything broken?")).ToContainTextAsync("Machine");
        await page.LookAsync("widgets-failing");

        house.Become(GateState.Open);
        await OpenAsync(page, WidgetHouse.Empty);
        await TryAgainAsync(page);
        await Expect(page.Locator(".widget .quiet")).ToHaveCountAsync(9);
        await page.LookAsync("widgets-empty");

        await house.FillAsync();
        await OpenAsync(page, WidgetHouse.Full);
        foreach (var words in new[] { "player", "debian-13.2.0", "queries blocked", "nas", "Sintel", "Cosmos Laundromat", "Pioneer One", "Foundation", "Linux Tracker", "1 film without", "Kitchen ceiling" })
        {
            // What was added is asked for once a minute.
            await Expect(page.Locator(".board")).ToContainTextAsync(words, new() { Timeout = 90_000 });
        }

        await page.LookAsync("widgets-full");

        house.Become(GateState.Shut);
        await Expect(Widget(page, "Containers")).ToContainTextAsync("Not as of now", new() { Timeout = 90_000 });
        await Expect(page.GetByText("this is from").First).ToBeVisibleAsync();
        await page.LookAsync("widgets-old");
    }

    [Fact]
    public async Task A_person_who_may_not_see_what_a_widget_shows_is_told_so()
    {
        await using var house = await WidgetHouse.StartAsync();
        var page = await (await browser.OpenAsync(house.House)).SignInAsync("/boards", WidgetHouse.Outsider);
        await OpenAsync(page, WidgetHouse.Full);
        // Apps are for everybody who is signed in.
        await Expect(Closed(page)).ToHaveCountAsync(Asking + 1);
        await Expect(Closed(page).GetByRole(AriaRole.Button)).ToHaveCountAsync(0);
        await Expect(Widget(page, "Containers")).ToContainTextAsync("You need the permission docker.view for this.");
        await page.LookAsync("widgets-forbidden");

        await house.PublishAsync();
        var guest = await browser.OpenAsync(house.House);
        await guest.GotoAsync(page.Url);
        await Expect(Closed(guest)).ToHaveCountAsync(Asking + 3);
        await guest.LookAsync("widgets-guest");
    }

    private static ILocator Closed(IPage page) => page.Locator(".widget .failed, .widget .closed");

    private static async Task OpenAsync(IPage page, string board)
    {
        await page.GotoAsync("/boards");
        await page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = board, Exact = true }).ClickAsync();
    }

    /// <summary>Presses what a widget offers whose service was gone, until nothing is gone any more: one that failed often is left alone for some seconds.</summary>
    private static async Task TryAgainAsync(IPage page)
    {
        await Expect(page.Locator(".widget .loading")).ToHaveCountAsync(0);
        for (var attempt = 0; attempt < 60 && await page.Button("Try again").CountAsync() > 0; attempt++)
        {
            try
            {
                await page.Button("Try again").First.ClickAsync(new() { Timeout = 1_000 });
            }
            catch (TimeoutException)
            {
                // The widget has asked again by itself, and what was offered is gone.
            }

            await page.WaitForTimeoutAsync(500);
        }

        await page.EvaluateAsync("scrollTo(0, 0)");
    }

    private static ILocator Widget(IPage page, string title) => page.GetByRole(AriaRole.Article, new() { Name = title, Exact = true });
}
