using Dapper;
using HomeDash.Storage;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HomeDash.EndToEnd.Tests;

/// <summary>Somebody invites, somebody else makes an account, in two browsers.</summary>
[Collection(nameof(OneAtATime))]
public sealed class InviteTests(Browser browser)
{
    private const string NotOpen = "This invite is not open";

    [Fact]
    public async Task Whoever_gets_the_link_makes_an_account_and_nobody_after_them()
    {
        await using var house = await RunningHouse.StartAsync();
        await house.CreateAdministratorAsync();
        var page = await (await browser.OpenAsync(house)).SignInAsync("/invites");
        var link = await InviteAsync(page, "Grandma");
        await Expect(page.GetByText("Grandma")).ToBeVisibleAsync();

        var (grandma, late) = (await browser.OpenAsync(house), await browser.OpenAsync(house));
        await late.GotoAsync(link);
        await grandma.GotoAsync(link);
        await Expect(grandma.GetByRole(AriaRole.Heading, new() { Name = "Welcome" })).ToBeVisibleAsync();
        await AcceptAsync(grandma, "grandma");

        await Expect(grandma.GetByRole(AriaRole.Button, new() { Name = "grandma" })).ToBeVisibleAsync();
        Assert.Equal("/", new Uri(grandma.Url).AbsolutePath);
        await Expect(page.GetByText("No open invites")).ToBeVisibleAsync();

        await AcceptAsync(late, "eve");
        await SaysThatItIsNotOpenAsync(late);
        await grandma.GotoAsync(link);
        await SaysThatItIsNotOpenAsync(grandma);

        await page.GetByRole(AriaRole.Link, new() { Name = "Users" }).ClickAsync();
        await Expect(page.Button("Delete grandma")).ToBeVisibleAsync();
        await Expect(page.GetByText("eve", new() { Exact = true })).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task An_invite_that_was_taken_back_or_has_expired_says_so()
    {
        await using var house = await RunningHouse.StartAsync();
        await house.CreateAdministratorAsync();
        var page = await (await browser.OpenAsync(house)).SignInAsync("/invites");
        var (back, expired) = (await InviteAsync(page, "Nobody"), await InviteAsync(page, "Grandma"));

        await page.Button("Delete invite of Nobody").ClickAsync();
        await page.OpenDialog().GetByRole(AriaRole.Button, new() { Name = "Delete invite" }).ClickAsync();
        await Expect(page.Button("Delete invite of Nobody")).ToHaveCountAsync(0);
        await ExpireAsync(house);

        foreach (var link in new[] { back, expired })
        {
            var guest = await browser.OpenAsync(house);
            await guest.GotoAsync(link);
            await SaysThatItIsNotOpenAsync(guest);
        }
    }

    private static async Task<string> InviteAsync(IPage page, string whom)
    {
        await page.Button("Invite somebody").ClickAsync();
        await page.OpenDialog().GetByLabel("For whom").FillAsync(whom);
        await page.OpenDialog().GetByRole(AriaRole.Button, new() { Name = "Make invite" }).ClickAsync();
        await page.OpenDialog().GetByRole(AriaRole.Button, new() { Name = "Copy link of the invite" }).ClickAsync();
        await page.OpenDialog().GetByRole(AriaRole.Button, new() { Name = "Done" }).ClickAsync();
        return await page.EvaluateAsync<string>("navigator.clipboard.readText()");
    }

    private static async Task AcceptAsync(IPage page, string name)
    {
        await page.GetByLabel("Name").FillAsync(name);
        await page.GetByLabel("Password").FillAsync($"the long password of {name}");
        await page.Button("Create account").ClickAsync();
    }

    private static async Task SaysThatItIsNotOpenAsync(IPage page)
    {
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = NotOpen })).ToBeVisibleAsync();
        await Expect(page.GetByText("accepted already, has expired, or was taken back")).ToBeVisibleAsync();
        Assert.StartsWith("/invite/", new Uri(page.Url).AbsolutePath);
        await Expect(page.Button("Create account")).ToHaveCountAsync(0);
    }

    // The program has the machine's clock: what ages is the invite.
    private static async Task ExpireAsync(RunningHouse house)
    {
        await using var database = new Database(new() { DataFolder = house.DataFolder });
        await using var change = await database.BeginWriteAsync(TestContext.Current.CancellationToken);
        await change.Connection.ExecuteAsync("UPDATE invites SET expires_at = 1", transaction: change.Transaction);
        await change.CommitAsync(TestContext.Current.CancellationToken);
    }
}
