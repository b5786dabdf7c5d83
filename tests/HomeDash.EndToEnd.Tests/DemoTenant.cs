using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace HomeDash.EndToEnd.Tests;

/// <summary>Whoever the demo house invites when it starts.</summary>
internal static partial class DemoTenant
{
    /// <summary>Signs in as the demo house says, and opens a page.</summary>
    public static async Task SignInAsync(IPage page, RunningHouse house, string path)
    {
        for (var attempt = 0; attempt < 100 && !Invitation().IsMatch(house.Log); attempt++)
        {
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        var invitation = Invitation().Match(house.Log);
        await page.GotoAsync(path);
        await page.GetByLabel("Name").FillAsync(invitation.Groups[1].Value);
        await page.GetByLabel("Password").FillAsync(invitation.Groups[2].Value);
        await page.Button("Sign in").ClickAsync();
    }

    [GeneratedRegex(@"Sign in as (\S+) with the password (\S+)")]
    private static partial Regex Invitation();
}
