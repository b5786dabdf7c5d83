using System.Net.Http.Headers;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HomeDash.EndToEnd.Tests;

/// <summary>The page Approvals while calls come in, in both themes, wide and on a phone.</summary>
[Collection(nameof(OneAtATime))]
public sealed class ApprovalPictureTests(Browser browser)
{
    [Fact]
    public async Task Calls_are_decided_as_they_come()
    {
        await using var house = await RunningHouse.StartAsync();
        await house.CreateAdministratorAsync();
        var key = await house.CreateKeyAsync("living room assistant");
        var page = await browser.OpenAsync(house, Looking.Phone);
        await page.EmulateMediaAsync(new() { ReducedMotion = ReducedMotion.Reduce });
        await page.SignInAsync("/approvals");
        await Expect(page.GetByText("No rules: nothing is held back")).ToBeVisibleAsync();
        await page.LookAsync("approvals-empty");

        await page.Button("Add rule").ClickAsync();
        await page.GetByLabel("What waits").SelectOptionAsync("All that a namespace changes");
        await page.GetByLabel("Namespace").SelectOptionAsync("app");
        await Expect(page.GetByText("Covers 4 tools")).ToBeVisibleAsync();
        await page.GetByLabel("Only when an argument is like this").CheckAsync();
        await page.GetByLabel("Argument", new() { Exact = true }).FillAsync("name");
        await page.GetByLabel("Comparison").SelectOptionAsync("contains");
        await page.GetByLabel("Value").FillAsync("e");
        await page.LookAsync("approvals-rule");
        await page.OpenDialog().GetByRole(AriaRole.Button, new() { Name = "Add rule", Exact = true }).ClickAsync();
        await Expect(page.GetByText("Everything of app when name contains e")).ToBeVisibleAsync();

        await HoldAsync(house, key, """{"name":"Jellyfin","href":"http://nas:8096","description":"Films and series, for the whole family"}""");
        await HoldAsync(house, key, """{"name":"Home Assistant"}""");
        await HoldAsync(house, key, """{"name":"Plex the second"}""");
        await Expect(page.GetByRole(AriaRole.Article)).ToHaveCountAsync(3);
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "3 waiting for approval" })).ToBeVisibleAsync();
        await page.Button("Deny: Create app: name “Plex the second”").ClickAsync();
        await page.GetByLabel("Reason").FillAsync("We have Jellyfin for that.");
        await page.LookAsync("approvals-deny");
        await page.OpenDialog().GetByRole(AriaRole.Button, new() { Name = "Deny", Exact = true }).ClickAsync();
        await page.Button("Approve once: Create app: name “Home Assistant”").ClickAsync();
        await Expect(page.GetByText("runs when the caller asks again")).ToBeVisibleAsync();
        await page.GetByText("Exact arguments").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "1 waiting for approval" })).ToBeVisibleAsync();
        await page.LookAsync("approvals");
    }

    private static async Task HoldAsync(RunningHouse house, string key, string app)
    {
        using var client = new HttpClient { BaseAddress = house.Address };
        client.DefaultRequestHeaders.Add("ApiKey", key);
        using var body = new StringContent(app, MediaTypeHeaderValue.Parse("application/json"));
        using var answer = await client.PostAsync("api/v1/app/create", body, TestContext.Current.CancellationToken);
        Assert.Equal(System.Net.HttpStatusCode.Conflict, answer.StatusCode);
    }
}
