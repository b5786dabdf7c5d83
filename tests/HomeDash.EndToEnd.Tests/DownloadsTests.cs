using System.Text.Json;
using HomeDash.Testing;
using Microsoft.Playwright;

namespace HomeDash.EndToEnd.Tests;

/// <summary>"What's downloading right now?", asked over MCP: the running program, and a real torrent client that it is connected with from the shell.</summary>
[Collection(nameof(OneAtATime))]
public sealed class DownloadsTests(Browser browser)
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_assistant_adds_a_torrent_sees_it_pauses_it_and_deletes_it()
    {
        var transmission = TestService.Find("transmission");
        using var alone = await transmission.AloneAsync(Cancelled);
        var torrent = TestTorrent.Random("Asked for");
        await using var house = await RunningHouse.StartAsync();
        await house.CreateAdministratorAsync();
        await house.ConnectAsync("transmission", "seedbox", transmission);
        await using var client = await Assistant.ConnectAsync(house, "downloads_list");

        await client.CallAsync("downloads_add", new() { ["integration"] = "seedbox", ["content"] = torrent.Base64 });
        var list = await client.CallAsync("downloads_list", new() { ["search"] = torrent.Name });
        var paused = await client.CallAsync("downloads_pause", new() { ["downloads"] = new[] { torrent.Name } });
        var deleted = await client.CallAsync("downloads_delete", new() { ["downloads"] = new[] { torrent.Name }, ["files"] = true });
        var empty = await client.CallAsync("downloads_list", new() { ["search"] = torrent.Name });

        Assert.Equal((torrent.Name, "stalled", "seedbox"), Described(Assert.Single(list.GetProperty("items").EnumerateArray())));
        Assert.Equal(0, list.GetProperty("downBytesPerSecond").GetInt64());
        Assert.Equal((torrent.Name, "paused", "seedbox"), Described(paused.GetProperty("items")[0].GetProperty("value")));
        Assert.True(deleted.GetProperty("items")[0].GetProperty("ok").GetBoolean());
        Assert.Equal(0, empty.GetProperty("total").GetInt32());
    }

    [Theory]
    [InlineData(false, 1280)]
    [InlineData(true, 390)]
    public async Task The_page_shows_a_torrent_and_pauses_it(bool dark, int width)
    {
        var transmission = TestService.Find("transmission");
        using var alone = await transmission.AloneAsync(Cancelled);
        var torrent = TestTorrent.Random("Seen on the page");
        await using var house = await RunningHouse.StartAsync();
        await house.CreateAdministratorAsync();
        await house.ConnectAsync("transmission", "seedbox", transmission);
        await CallAsync(house, "downloads.add", "--integration", "seedbox", "--content", torrent.Base64);
        var page = await browser.OpenAsync(house, dark, width);
        await page.SignInAsync("/downloads");

        await page.GetByText(torrent.Name, new() { Exact = true }).WaitForAsync();
        await PictureTests.LookAsync(page, "downloads-list", dark, width);
        await page.GetByRole(AriaRole.Button, new() { Name = $"Pause {torrent.Name}" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = $"Resume {torrent.Name}" }).WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Add download" }).ClickAsync();
        await page.GetByLabel("Link").WaitForAsync();
        await PictureTests.LookAsync(page, "downloads-add", dark, width);

        Assert.Contains("\"paused\"", await CallAsync(house, "downloads.get", "--download", torrent.Hash), StringComparison.Ordinal);
        await CallAsync(house, "downloads.delete", "--downloads", torrent.Hash, "--files");
    }

    private static async Task<string> CallAsync(RunningHouse house, params string[] arguments)
    {
        var called = await CommandLine.RunAsync(house.DataFolder, ["call", .. arguments]);
        Assert.True(called.Code == 0, called.Error);
        return called.Output;
    }

    private static (string?, string?, string?) Described(JsonElement download) =>
        (download.GetProperty("name").GetString(), download.GetProperty("state").GetString(), download.GetProperty("integration").GetString());
}
