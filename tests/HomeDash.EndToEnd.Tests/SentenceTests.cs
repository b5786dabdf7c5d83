using System.Net;
using System.Text.Json;
using ModelContextProtocol.Client;
using static Microsoft.Playwright.Assertions;

namespace HomeDash.EndToEnd.Tests;

/// <summary>What people say to their assistant, as the calls it makes, in a house full of life.</summary>
[Collection(nameof(OneAtATime))]
public sealed class SentenceTests(Browser browser)
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_administrator_is_offered_a_hundred_tools_over_eighteen_namespaces()
    {
        await using var house = await RunningHouse.StartAsync(verb: "demo");
        await using var client = await ConnectAsync(house);

        var tools = await client.ListToolsAsync(cancellationToken: Cancelled);

        Assert.InRange(tools.Count, 100, int.MaxValue);
        Assert.InRange(tools.Select(tool => tool.Name.Split('_')[0]).Distinct().Count(), 18, int.MaxValue);
    }

    [Fact]
    public async Task Show_me_all_apps_and_how_many_users_are_there()
    {
        await using var house = await RunningHouse.StartAsync(verb: "demo");
        await using var client = await ConnectAsync(house);

        var apps = await client.CallAsync("app_list", []);
        var users = await client.CallAsync("user_list", []);

        Assert.Equal(["Grafana", "Home Assistant", "Nextcloud", "Plex"], Texts(apps, "name"));
        Assert.Equal(1, users.GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task Create_an_app_for_my_Grafana_with_the_right_icon()
    {
        await using var house = await RunningHouse.StartAsync(verb: "demo");
        await using var client = await ConnectAsync(house);

        var found = await client.CallAsync("icon_search", new() { ["text"] = "grafana" });
        var picture = found.GetProperty("items")[0].GetProperty("url").GetString();
        var app = await client.CallAsync("app_create", new() { ["name"] = "My Grafana", ["href"] = "http://nas.home:3000", ["iconUrl"] = picture });

        Assert.Equal(picture, app.GetProperty("iconUrl").GetString());
        using var http = new HttpClient { BaseAddress = house.Address };
        using var shown = await http.GetAsync(picture, Cancelled);
        Assert.Equal((HttpStatusCode.OK, "image/svg+xml"), (shown.StatusCode, shown.Content.Headers.ContentType?.MediaType));
    }

    [Fact]
    public async Task What_is_coming_out_this_week()
    {
        await using var house = await RunningHouse.StartAsync(verb: "demo");
        await using var client = await ConnectAsync(house);

        var week = await client.CallAsync("calendar_events", new() { ["timeZone"] = "Europe/Berlin" });

        Assert.NotEmpty(Texts(week, "title"));
    }

    [Fact]
    public async Task Turn_off_the_kitchen_lights()
    {
        await using var house = await RunningHouse.StartAsync(verb: "demo");
        await using var client = await ConnectAsync(house);
        await client.CallAsync("smartHome_turnOn", new() { ["targets"] = new[] { "kitchen lights" } });

        var done = await client.CallAsync("smartHome_turnOff", new() { ["targets"] = new[] { "kitchen lights" } });

        Assert.All(done.GetProperty("items").EnumerateArray(), outcome => Assert.True(outcome.GetProperty("ok").GetBoolean()));
        var lights = await client.CallAsync("smartHome_list", new() { ["area"] = "Kitchen", ["kinds"] = new[] { "light" } });
        Assert.All(Texts(lights, "state"), state => Assert.Equal("off", state));
        Assert.NotEmpty(Texts(lights, "state"));
    }

    [Fact]
    public async Task Build_me_a_board_for_my_media()
    {
        await using var house = await RunningHouse.StartAsync(verb: "demo");
        await using var client = await ConnectAsync(house);

        await client.CallAsync("board_create", new() { ["name"] = "Media" });
        var kinds = Texts(await client.CallAsync("board_widgets", []), "kind");
        string[] wanted = ["playing", "addedMedia", "mediaRequests", "calendar", "downloads"];
        Assert.Empty(wanted.Except(kinds));
        foreach (var kind in wanted)
        {
            await client.CallAsync("board_addItem", new() { ["board"] = "Media", ["kind"] = kind });
        }

        var page = await browser.OpenAsync(house);
        await DemoTenant.SignInAsync(page, house, "/boards");
        await page.GetByRole(Microsoft.Playwright.AriaRole.Main).GetByRole(Microsoft.Playwright.AriaRole.Link, new() { Name = "Media", Exact = true }).ClickAsync();
        foreach (var title in new[] { "Now playing", "Recently added", "Media requests", "Calendar", "Downloads" })
        {
            await Expect(page.GetByRole(Microsoft.Playwright.AriaRole.Article, new() { Name = title, Exact = true })).ToBeVisibleAsync();
        }

        await Expect(page.GetByText("ubuntu").First).ToBeVisibleAsync();
    }

    private static Task<McpClient> ConnectAsync(RunningHouse house) => Assistant.ConnectAsync(house, "smartHome_turnOff", "admin");

    private static string[] Texts(JsonElement page, string property) => [.. page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty(property).GetString()!)];
}
