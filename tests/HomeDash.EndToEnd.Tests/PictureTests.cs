using HomeDash.Simulators;
using Microsoft.Playwright;

namespace HomeDash.EndToEnd.Tests;

/// <summary>Every page of a house that has little in it; nothing of them is fetched from elsewhere.</summary>
[Collection(nameof(OneAtATime))]
public sealed class PictureTests(Browser browser)
{
    /// <summary>A page, and what is there once it has been loaded.</summary>
    private static readonly (string Path, string Ready)[] Pages =
    [
        ("/", "text=Running"),
        ("/apps", "text=Grafana"),
        ("/docker", "role=button[name='Restart plex']"),
        ("/docker/storage", "text=homedash/busybox:test"),
        ("/downloads", "text=No download client is connected"),
        ("/health", "text=backup on"),
        ("/dns", "role=switch[name='Blocking on Office']"),
        ("/users", "text=Administrator"),
        ("/groups", "role=button[name='Permissions of Family']"),
        ("/integrations", "role=button[name='Test docker']"),
        ("/account", "role=button[name='Change password'][disabled=false]"),
        ("/tools/api/authentication", "role=button[name='Revoke test']"),
        ("/tools/api/mcp", "text=on MCP,"),
    ];

    [Fact]
    public async Task Every_page_is_open_to_everybody()
    {
        await using var plex = await PlexHouse.StartAsync();
        await CallAsync(plex, "app_create", """{"name":"Grafana","href":"http://grafana.lan:3000","description":"Graphs of everything"}""");
        await CallAsync(plex, "group_create", """{"name":"Family"}""");
        await CallAsync(plex, "group_grantPermissions", """{"group":"Family","permissions":["docker.view","docker.control"]}""");
        await using var attic = await PiHoleSixSimulator.StartAsync();
        await using var office = await TechnitiumDnsSimulator.StartAsync();
        office.Switch.Set(false, 754);
        await plex.House.ConnectAsync(plex.Key, "piHole", "Attic", attic.Url, attic.AppPassword);
        await plex.House.ConnectAsync(plex.Key, "technitiumDns", "Office", office.Url, office.ApiToken);
        await using (var cellar = await PiHoleFiveSimulator.StartAsync())
        {
            await plex.House.ConnectAsync(plex.Key, "piHole", "Cellar, which is gone", cellar.Url, cellar.Token);
        }

        var page = await browser.OpenAsync(plex.House);
        // A dialog is looked at when it is open, not while it opens.
        await page.EmulateMediaAsync(new() { ReducedMotion = ReducedMotion.Reduce });
        var foreign = new List<string>();
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(plex.House.Address.ToString(), StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal))
            {
                foreign.Add(request.Url);
            }
        };

        await page.GotoAsync("/sign-in");
        await page.LookAsync("sign-in");
        await page.SignInAsync("/");
        foreach (var (path, ready) in Pages)
        {
            await page.GotoAsync(path);
            await page.WaitForSelectorAsync(ready);
            await page.LookAsync(path);
        }

        foreach (var (path, button) in new[] { ("/groups", "Permissions of Family"), ("/groups", "Members of Administrators"), ("/users", "Groups and rights of ada") })
        {
            await page.GotoAsync(path);
            await page.Button(button).ClickAsync();
            await page.OpenDialog().GetByRole(AriaRole.Checkbox).First.WaitForAsync();
            await page.LookAsync(button.Split(' ')[0].ToLowerInvariant() + "-dialog");
        }

        await page.GotoAsync("/integrations");
        await page.GetByRole(AriaRole.Button, new() { Name = "Test docker" }).ClickAsync();
        await page.GetByRole(AriaRole.Article, new() { Name = "docker" }).GetByText("Works").WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Add integration" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Docker docker" }).WaitForAsync();
        await page.LookAsync("add-integration");
        await page.GetByRole(AriaRole.Button, new() { Name = "Docker docker" }).ClickAsync();
        await page.GetByLabel("Address *", new() { Exact = true }).FillAsync("tcp://127.0.0.1:9");
        await page.GetByRole(AriaRole.Button, new() { Name = "Test", Exact = true }).ClickAsync();
        await page.OpenDialog().GetByText("nobody listens").WaitForAsync();
        await page.LookAsync("add-docker");

        await page.GotoAsync("/docker/storage");
        await page.GetByRole(AriaRole.Button, new() { Name = "Clean up…" }).ClickAsync();
        await page.GetByText("would go and free").WaitForAsync();
        await page.LookAsync("clean-up");

        await page.GotoAsync("/docker");
        await page.GetByRole(AriaRole.Link, new() { Name = "Logs of plex" }).ClickAsync();
        await page.GetByText("Plex is up").WaitForAsync();
        await page.LookAsync("logs");

        await page.GotoAsync("/no-such-page");
        await page.LookAsync("not-found");
        Assert.Empty(foreign);
    }

    private static async Task CallAsync(PlexHouse plex, string tool, string arguments)
    {
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, plex.House.McpEndpoint)
        {
            Content = new StringContent(
                $$$"""{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"{{{tool}}}","arguments":{{{arguments}}}}}""", null, "application/json"),
        };
        request.Headers.Accept.ParseAdd("application/json, text/event-stream");
        request.Headers.Add("ApiKey", plex.Key);
        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        answer.EnsureSuccessStatusCode();
        Assert.DoesNotContain("\"isError\":true", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
