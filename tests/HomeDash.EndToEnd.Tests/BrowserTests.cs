using System.Net;
using HomeDash.Testing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HomeDash.EndToEnd.Tests;

/// <summary>The dashboard as a person uses it, in a real browser.</summary>
[Collection(nameof(OneAtATime))]
public sealed class BrowserTests(Browser browser)
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_first_visitor_becomes_the_administrator_and_nobody_after()
    {
        await using var house = await RunningHouse.StartAsync();
        var page = await browser.OpenAsync(house);

        await page.GotoAsync("/");
        await Expect(page).ToHaveURLAsync(new Uri(house.Address, "/setup").ToString());
        await page.GetByLabel("Name").FillAsync("ada");
        await page.GetByLabel("Password").FillAsync("short");
        await page.Button("Create administrator").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();

        await page.GetByLabel("Name").FillAsync("ada");
        await page.GetByLabel("Password").FillAsync("a long enough sentence");
        await page.Button("Create administrator").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync();
        await Expect(page).ToHaveURLAsync(house.Address.ToString());

        var late = await browser.OpenAsync(house);
        await late.GotoAsync("/setup");
        await Expect(late).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/sign-in"));
    }

    [Fact]
    public async Task Signing_in_leads_where_one_wanted_to_go_and_out_again()
    {
        await using var house = await RunningHouse.StartAsync();
        await house.CreateAdministratorAsync();
        var page = await browser.OpenAsync(house);

        await page.GotoAsync("/apps");
        await page.GetByLabel("Name").FillAsync(RunningHouse.Administrator);
        await page.GetByLabel("Password").FillAsync("not the password");
        await page.Button("Sign in").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("password");
        await Expect(page.GetByLabel("Name")).ToHaveValueAsync(RunningHouse.Administrator);

        await page.GetByLabel("Password").FillAsync(RunningHouse.Password);
        await page.Button("Sign in").ClickAsync();
        await Expect(page).ToHaveURLAsync(new Uri(house.Address, "/apps").ToString());

        await page.GetByRole(AriaRole.Button, new() { Name = RunningHouse.Administrator }).ClickAsync();
        await page.GetByText("Sign out").ClickAsync();
        await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/sign-in"));
        await page.GotoAsync("/docker");
        await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/sign-in"));
    }

    [Fact]
    public async Task A_key_is_shown_once_works_and_is_revoked_after_a_question()
    {
        await using var house = await RunningHouse.StartAsync();
        await house.CreateAdministratorAsync();
        var page = await (await browser.OpenAsync(house)).SignInAsync("/tools/api/authentication");

        await page.Button("Create key").First.ClickAsync();
        await page.OpenDialog().GetByLabel("Name").FillAsync("laptop");
        await page.OpenDialog().GetByRole(AriaRole.Button, new() { Name = "Create key" }).ClickAsync();
        await Expect(page.OpenDialog()).ToContainTextAsync("shown this once");
        var key = System.Text.RegularExpressions.Regex.Match(await page.OpenDialog().InnerTextAsync() + await ValuesAsync(page.OpenDialog()), "[0-9a-f]{8}\\.[0-9a-f]{48}").Value;
        Assert.NotEmpty(key);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(house, key));

        await page.OpenDialog().GetByRole(AriaRole.Button, new() { Name = "Done" }).ClickAsync();
        await Expect(page.OpenDialog()).ToHaveCountAsync(0);
        await Expect(page.GetByText("laptop")).ToBeVisibleAsync();
        Assert.DoesNotContain(key[9..], await page.ContentAsync());

        await page.Button("Revoke laptop").ClickAsync();
        await Expect(page.OpenDialog()).ToContainTextAsync("laptop");
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(house, key));
        await page.OpenDialog().GetByRole(AriaRole.Button, new() { NameRegex = new("^Revoke") }).ClickAsync();
        await Expect(page.OpenDialog()).ToHaveCountAsync(0);
        await Expect(page.Button("Revoke laptop")).ToHaveCountAsync(0);
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(house, key));
    }

    [Fact]
    public async Task The_tool_table_shows_every_tool_and_filters_as_one_types()
    {
        await using var house = await RunningHouse.StartAsync();
        await house.CreateAdministratorAsync();
        var page = await (await browser.OpenAsync(house)).SignInAsync("/tools/api/mcp");

        await Expect(page.GetByText("on MCP,")).ToBeVisibleAsync();
        await page.GetByLabel("Filter tools").FillAsync("app_dele");
        var tool = page.Locator("details.tool");
        await Expect(tool).ToHaveCountAsync(1);
        await Expect(tool).ToContainTextAsync("app_delete");
        await Expect(tool).ToContainTextAsync("Destroy");

        await tool.Locator("summary").ClickAsync();
        await Expect(tool).ToContainTextAsync("app.delete");
        await Expect(tool).ToContainTextAsync("\"additionalProperties\": false");
    }

    [Fact]
    public async Task The_documentation_leads_to_the_form_that_calls()
    {
        await using var house = await RunningHouse.StartAsync();
        await house.CreateAdministratorAsync();
        var page = await (await browser.OpenAsync(house)).SignInAsync("/tools/api/documentation");

        await page.GetByLabel("Filter operations").FillAsync("app/create");
        var operation = page.Locator("details.operation");
        await Expect(operation).ToHaveCountAsync(1);
        await operation.Locator("summary").ClickAsync();
        await Expect(operation).ToContainTextAsync("What people call it.");
        await operation.GetByRole(AriaRole.Link, new() { Name = "Try it" }).ClickAsync();

        var tool = page.Locator("details.tool");
        await Expect(tool).ToHaveCountAsync(1);
        await tool.Locator("summary").First.ClickAsync();
        await tool.GetByRole(AriaRole.Button, new() { Name = "Try it" }).ClickAsync();
        await tool.GetByLabel("name").FillAsync("Plex");
        await tool.GetByRole(AriaRole.Button, new() { Name = "Dry run" }).ClickAsync();
        await Expect(tool).ToContainTextAsync("nothing was changed");
        await tool.GetByRole(AriaRole.Button, new() { Name = "Call", Exact = true }).ClickAsync();
        await Expect(tool).ToContainTextAsync("Done in");
        await page.GotoAsync("/apps");
        await Expect(page.GetByText("Plex")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_mcp_tab_tests_the_connection_with_a_key()
    {
        await using var house = await RunningHouse.StartAsync();
        await house.CreateAdministratorAsync();
        var key = await house.CreateKeyAsync();
        var page = await (await browser.OpenAsync(house)).SignInAsync("/tools/api/mcp");
        await Expect(page.GetByText("on MCP,")).ToBeVisibleAsync();

        await page.GetByLabel("API key to test with").FillAsync(key);
        await page.Button("Test the connection").ClickAsync();
        await Expect(page.GetByText("Connected to")).ToBeVisibleAsync();

        await page.GetByLabel("API key to test with").FillAsync("00000000.wrong");
        await page.Button("Test the connection").ClickAsync();
        await Expect(page.GetByText("does not accept this key")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Containers_are_restarted_stopped_and_removed_from_the_page()
    {
        await using var plex = await PlexHouse.StartAsync();
        var page = await (await browser.OpenAsync(plex.House)).SignInAsync("/docker");
        await Expect(page.Button("Restart plex")).ToBeVisibleAsync();
        var before = await plex.StartedAtAsync("plex");

        await page.Button("Restart plex").ClickAsync();
        await UntilAsync(async () => await plex.StartedAtAsync("plex") != before);

        await page.Button("Stop sonarr").ClickAsync();
        await Expect(page.Button("Start sonarr")).ToBeVisibleAsync();
        Assert.Equal("exited", await plex.StateAsync("sonarr"));

        await page.Button("Remove backup").ClickAsync();
        await Expect(page.OpenDialog()).ToContainTextAsync("backup");
        Assert.Equal("exited", await plex.StateAsync("backup"));
        await page.OpenDialog().GetByRole(AriaRole.Button, new() { NameRegex = new("^Remove") }).ClickAsync();
        await Expect(page.Button("Remove backup")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task The_docker_page_follows_what_happens_elsewhere()
    {
        await using var plex = await PlexHouse.StartAsync();
        var page = await (await browser.OpenAsync(plex.House)).SignInAsync("/docker");
        await Expect(page.Button("Stop sonarr")).ToBeVisibleAsync();
        var remove = await page.Button("Remove sonarr").ElementHandleAsync();

        await using (var elsewhere = new TestDocker { Prefix = "" })
        {
            await elsewhere.KillAsync("sonarr");
        }

        await Expect(page.Button("Start sonarr")).ToBeVisibleAsync();
        Assert.True(await remove.EvaluateAsync<bool>("button => button.isConnected"), "The row was made anew: a press on it just then would have been lost.");
    }

    [Fact]
    public async Task The_log_view_shows_both_streams_and_follows()
    {
        await using var plex = await PlexHouse.StartAsync();
        var page = await (await browser.OpenAsync(plex.House)).SignInAsync("/docker");

        await page.GetByRole(AriaRole.Link, new() { Name = "Logs of plex" }).ClickAsync();
        await Expect(page.GetByText("Plex is up")).ToBeVisibleAsync();
        await Expect(page.GetByText("no license")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task An_app_is_added_changed_and_deleted()
    {
        await using var house = await RunningHouse.StartAsync();
        await house.CreateAdministratorAsync();
        var page = await (await browser.OpenAsync(house)).SignInAsync("/apps");

        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("^(Add|New|Create).*app", System.Text.RegularExpressions.RegexOptions.IgnoreCase) }).First.ClickAsync();
        await page.OpenDialog().GetByLabel("Name").FillAsync("Grafana");
        await page.OpenDialog().GetByLabel("Link").FillAsync("javascript:alert(1)");
        await page.OpenDialog().Locator("button[type=submit]").ClickAsync();
        await Expect(page.OpenDialog()).ToContainTextAsync("http");
        await page.OpenDialog().GetByLabel("Link").FillAsync("http://grafana.lan:3000");
        await page.OpenDialog().Locator("button[type=submit]").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Grafana" })).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Delete Grafana" }).ClickAsync();
        await page.OpenDialog().GetByRole(AriaRole.Button, new() { NameRegex = new("^Delete") }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Grafana" })).ToHaveCountAsync(0);
    }

    private static async Task<string> ValuesAsync(ILocator within) =>
        string.Join(' ', await within.Locator("input").EvaluateAllAsync<string[]>("inputs => inputs.map(input => input.value)"));

    private static async Task<HttpStatusCode> StatusAsync(RunningHouse house, string key)
    {
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, house.McpEndpoint) { Content = new StringContent("""{"jsonrpc":"2.0","id":1,"method":"tools/list"}""", null, "application/json") };
        request.Headers.Accept.ParseAdd("application/json, text/event-stream");
        request.Headers.Add("ApiKey", key);
        using var answer = await client.SendAsync(request, Cancelled);
        return answer.StatusCode;
    }

    private static async Task UntilAsync(Func<Task<bool>> condition)
    {
        for (var attempt = 0; attempt < 100; attempt++)
        {
            if (await condition())
            {
                return;
            }

            await Task.Delay(200, Cancelled);
        }

        Assert.Fail("It did not happen within 20 s.");
    }
}
