using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HomeDash.EndToEnd.Tests;

/// <summary>The MCP page with all that can be opened on it, after an AI client has called.</summary>
[Collection(nameof(OneAtATime))]
public sealed class McpPagePictureTests(Browser browser)
{
    [Fact]
    public async Task Everything_on_the_page_is_open_to_everybody()
    {
        await using var house = await RunningHouse.StartAsync(verb: "demo");
        await using (var client = await Assistant.ConnectAsync(house, "docker_restart", "admin"))
        {
            await client.CallAsync("docker_list", []);
            await client.CallAsync("docker_list", []);
            await client.CallToolAsync("docker_get", new Dictionary<string, object?> { ["container"] = "nothing" }, cancellationToken: TestContext.Current.CancellationToken);
        }

        var page = await browser.OpenAsync(house, Looking.Phone);
        // A dialog is looked at when it is open, not while it opens.
        await page.EmulateMediaAsync(new() { ReducedMotion = ReducedMotion.Reduce });
        await DemoTenant.SignInAsync(page, house, "/tools/api/mcp?tool=docker_remove");
        await Expect(page.Locator("main")).ToContainTextAsync("docker_list");

        await page.GetByRole(AriaRole.Switch, new() { Name = "Allow secret paths" }).ClickAsync();
        await page.Button("New secret path").ClickAsync();
        await page.OpenDialog().GetByLabel("Name").FillAsync("Home Assistant");
        await page.LookAsync("mcp-secret-path");
        await page.Button("Make secret path").ClickAsync();
        await Expect(page.OpenDialog()).ToContainTextAsync("/api/mcp/s/");
        await page.LookAsync("mcp-secret-path-made");
        await page.Button("Done").ClickAsync();

        await page.Button("New profile").ClickAsync();
        await Expect(page.OpenDialog()).ToContainTextAsync("It offers");
        await page.OpenDialog().GetByText("Tool search").ClickAsync();
        await page.LookAsync("mcp-profile");
        await page.OpenDialog().GetByLabel("Name *").FillAsync("family");
        await page.OpenDialog().GetByRole(AriaRole.Checkbox).First.CheckAsync();
        await page.Button("Make profile").ClickAsync();
        await Expect(page.Locator("main")).ToContainTextAsync("/api/mcp/family");

        await page.Locator("summary", new() { HasText = "docker_remove" }).Last.ClickAsync();
        await page.GetByRole(AriaRole.Switch, new() { Name = "Offer docker_remove to AI clients" }).ClickAsync();
        await Expect(page.Locator("main")).ToContainTextAsync("Switched off");
        await page.Button("Describe docker_remove in other words").ClickAsync();
        await page.GetByRole(AriaRole.Tab, new() { Name = "Home Assistant" }).ClickAsync();
        await page.LookAsync("mcp-open");
    }
}
