using Microsoft.Playwright;

namespace HomeDash.EndToEnd.Tests;

/// <summary>What a person does first.</summary>
internal static class SignedIn
{
    /// <summary>Signs in by the form, on the way to a page.</summary>
    public static async Task<IPage> SignInAsync(this IPage page, string path, string name = RunningHouse.Administrator)
    {
        await page.GotoAsync(path);
        await page.GetByLabel("Name").FillAsync(name);
        await page.GetByLabel("Password").FillAsync(RunningHouse.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await page.WaitForURLAsync(url => new Uri(url).AbsolutePath == path);
        return page;
    }

    public static ILocator Button(this IPage page, string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    public static ILocator OpenDialog(this IPage page) => page.GetByRole(AriaRole.Dialog);
}
