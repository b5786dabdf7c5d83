using Microsoft.Playwright;

namespace HomeDash.EndToEnd.Tests;

/// <summary>One Chromium for the tests of an assembly.</summary>
public sealed class Browser : IAsyncLifetime
{
    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    private IPlaywright? playwright;
    private IBrowser? browser;
    private RunningHouse? shown;

    /// <summary>A window of its own, with no cookies. Those on another house are closed: a page whose house is gone looks for it for ever.</summary>
    public async Task<IPage> OpenAsync(RunningHouse house, int width = Looking.Wide)
    {
        Assert.SkipWhen(browser is null, "no Chromium: install it or run eng/test --all");
        if (shown != house)
        {
            await Task.WhenAll(browser!.Contexts.Select(context => context.CloseAsync()));
            shown = house;
        }

        var context = await browser!.NewContextAsync(new()
        {
            BaseURL = house.Address.ToString(),
            ViewportSize = new() { Width = width, Height = 800 },
            Permissions = ["clipboard-read", "clipboard-write"],
        });
        context.SetDefaultTimeout(15_000);
        return await context.NewPageAsync();
    }

    public async ValueTask InitializeAsync()
    {
        if (Places.FirstOrDefault(File.Exists) is not { } chromium)
        {
            return;
        }

        // A page waits for the engine and for the machine, which runs other tests at the same time.
        Assertions.SetDefaultExpectTimeout(20_000);
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = chromium,
            // Root has no sandbox; the other switches keep the browser from looking for hosts outside.
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.CloseAsync();
        }

        playwright?.Dispose();
    }
}
