using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace HomeDash.EndToEnd.Tests;

/// <summary>Whoever the demo house invites when it starts.</summary>
internal static partial class DemoTenant
{
    /// <summary>Signs in as the demo house says, and opens a page.</summary>
    public static async Task SignInAsync(IPage page, RunningHouse house, string path)
    {
        var invitation = await ReadAsync(house, Invitation());
        await page.GotoAsync(path);
        await page.GetByLabel("Name").FillAsync(invitation.Groups[1].Value);
        await page.GetByLabel("Password").FillAsync(invitation.Groups[2].Value);
        await page.Button("Sign in").ClickAsync();
    }

    /// <summary>The key that the demo house gives away.</summary>
    public static async Task<string> KeyAsync(RunningHouse house) => (await ReadAsync(house, Key())).Groups[1].Value;

    private static async Task<Match> ReadAsync(RunningHouse house, Regex line)
    {
        for (var attempt = 0; attempt < 100 && !line.IsMatch(house.Log); attempt++)
        {
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        return line.Match(house.Log);
    }

    [GeneratedRegex(@"Sign in as (\S+) with the password (\S+)")]
    private static partial Regex Invitation();

    [GeneratedRegex(@"API key: (\S+)")]
    private static partial Regex Key();
}
