using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace HomeDash.EndToEnd.Tests;

/// <summary>
/// What is true of every page, in both themes, wide and on a phone: nobody is shut out by it (axe), and nothing sticks out of
/// the window. With HOMEDASH_SCREENSHOTS=folder the pictures are kept.
/// </summary>
internal static class Looking
{
    public const int Wide = 1280;
    public const int Phone = 390;

    /// <summary>Waits for what moves to where it will stay; what turns for ever is let turn.</summary>
    private const string Settled = """
        () => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))
            .then(() => Promise.allSettled(document.getAnimations().filter(animation => animation instanceof CSSTransition).map(animation => animation.finished)))
            .then(() => null)
        """;

    private const string Violations = """
        async () => (await axe.run(document, { resultTypes: ["violations"] })).violations
            .map(violation => `${violation.id} at ${violation.nodes.map(node => `${node.html} (${node.failureSummary})`).join(", ")}`)
        """;

    /// <summary>Evaluated as it is: the library's own way opens a page for each look, which takes three times as long.</summary>
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    private static readonly string? Kept = Environment.GetEnvironmentVariable("HOMEDASH_SCREENSHOTS");

    /// <summary>Looks at a page as it is now, and leaves it in the size in which it was.</summary>
    public static Task LookAsync(this IPage page, string name) => page.LookAsync(name, page.ViewportSize!.Width == Wide ? [Wide, Phone] : [Phone, Wide]);

    /// <summary>Looks at a page in some widths.</summary>
    public static async Task LookAsync(this IPage page, string name, params int[] widths)
    {
        var size = page.ViewportSize!;
        // Colours are looked at, not the way from one to the other.
        await page.EmulateMediaAsync(new() { ReducedMotion = ReducedMotion.Reduce });
        // The title is taken away and set again when a page comes alive.
        await page.WaitForFunctionAsync("document.title.length > 0");
        foreach (var width in widths)
        {
            await page.SetViewportSizeAsync(width, size.Height);
            foreach (var theme in new[] { ColorScheme.Light, ColorScheme.Dark })
            {
                await page.EmulateMediaAsync(new() { ColorScheme = theme });
                await LookOnceAsync(page, name, $"{theme.ToString().ToLowerInvariant()}-{width}");
            }
        }

        await page.SetViewportSizeAsync(size.Width, size.Height);
    }

    private static async Task LookOnceAsync(IPage page, string name, string how)
    {
        await page.EvaluateAsync(Settled);
        if (Kept is not null)
        {
            Directory.CreateDirectory(Kept);
            var file = name.Trim('/').Replace('/', '-') is { Length: > 0 } words ? words : "home";
            await page.ScreenshotAsync(new() { Path = Path.Combine(Kept, $"{file}-{how}.png"), FullPage = true });
        }

        var overflow = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.True(overflow <= 0, $"{name} ({how}) is {overflow} px wider than its window.");

        if (!await page.EvaluateAsync<bool>("'axe' in window"))
        {
            await page.EvaluateAsync(Axe + ";null");
        }

        var violations = await page.EvaluateAsync<string[]>(Violations);
        Assert.True(violations.Length == 0, $"{name} ({how}): {string.Join("; ", violations)}");
    }
}
