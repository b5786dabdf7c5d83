using Microsoft.Playwright;

namespace HomeDash.EndToEnd.Tests;

/// <summary>What a person does first.</summary>
internal static class SignedIn
{
    /// <summary>Signs in by the form and waits for the page to be live.</summary>
    public static async Task<IPage> SignInAsync(this IPage page, string path = "/")
    {
        await page.GotoAsync(path);
        await page.GetByLabel("Name").FillAsync(RunningHouse.Administrator);
        await page.GetByLabel("Password").FillAsync(RunningHouse.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await page.WaitForURLAsync(url => new Uri(url).AbsolutePath == path);
        await page.LiveAsync();
        return page;
    }

    /// <summary>Waits until the page's circuit answers.</summary>
    public static Task LiveAsync(this IPage page) => page.WaitForSelectorAsync("[data-live=true]", new() { State = WaitForSelectorState.Attached });
}
