using System.Text.Json;
using HomeDash.Simulators;
using HomeDash.Testing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

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

    [Fact]
    public async Task The_page_finds_pauses_slows_down_and_deletes_real_torrents_and_says_who_does_not_answer()
    {
        var transmission = TestService.Find("transmission");
        using var alone = await transmission.AloneAsync(Cancelled);
        TestTorrent[] torrents = [TestTorrent.Random("Seen on the page"), TestTorrent.Random("Another one"), TestTorrent.Random("Stays")];
        await using var house = await RunningHouse.StartAsync();
        await house.CreateAdministratorAsync();
        var key = await house.CreateKeyAsync();
        await house.ConnectAsync("transmission", "seedbox", transmission);
        var page = await browser.OpenAsync(house);
        // A dialog is looked at when it is open, not while it opens.
        await page.EmulateMediaAsync(new() { ReducedMotion = ReducedMotion.Reduce });
        await EmptyAsync(house);
        await page.SignInAsync("/downloads");
        await page.GetByText("Nothing to download").WaitForAsync();
        await page.LookAsync("downloads-empty");

        foreach (var torrent in torrents)
        {
            await CallAsync(house, "downloads.add", "--integration", "seedbox", "--content", torrent.Base64);
            await page.GetByText(torrent.Name, new() { Exact = true }).WaitForAsync();
        }

        await page.LookAsync("downloads-list");
        await page.Button($"Pause {torrents[2].Name}").ClickAsync();
        await page.Button($"Resume {torrents[2].Name}").WaitForAsync();
        await page.GetByRole(AriaRole.Combobox, new() { Name = "State" }).SelectOptionAsync("Stalled");
        await Expect(page.Locator(".download")).ToHaveCountAsync(2);
        await page.GetByRole(AriaRole.Searchbox).FillAsync(torrents[0].Name[5..]);
        await Expect(page.Locator(".download")).ToHaveCountAsync(1);
        await page.GetByRole(AriaRole.Searchbox).FillAsync("");
        await Expect(page.Locator(".download")).ToHaveCountAsync(2);

        await page.GetByLabel("Select all 2 that are shown").CheckAsync();
        await page.GetByRole(AriaRole.Group, new() { Name = "Selected downloads" }).GetByText("2 downloads selected").WaitForAsync();
        await page.LookAsync("downloads-selected");
        await page.Button("Pause").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status, new() { Name = "Outcome" })).ToContainTextAsync("Paused 2 of 2");
        Assert.Contains("\"paused\"", await CallAsync(house, "downloads.get", "--download", torrents[0].Hash), StringComparison.Ordinal);

        await page.Button("Limit the speed of seedbox").ClickAsync();
        await page.GetByLabel("No limit: What comes in").UncheckAsync();
        await page.GetByLabel("At most: What comes in").FillAsync("1.5");
        await page.LookAsync("downloads-limit");
        await page.Button("Set limits").ClickAsync();
        await page.GetByText("(at most 1.5 MiB/s)").WaitForAsync();
        // Transmission counts in thousands of bytes.
        Assert.Contains("1572000", await CallAsync(house, "downloads.list"), StringComparison.Ordinal);
        await CallAsync(house, "downloads.setSpeedLimit", "--integration", "seedbox", "--clear", "downBytesPerSecond");

        await page.GetByRole(AriaRole.Combobox, new() { Name = "State" }).SelectOptionAsync("");
        await page.GetByLabel($"Select {torrents[0].Name}").CheckAsync();
        await page.GetByLabel($"Select {torrents[1].Name}").CheckAsync();
        await page.Button("Delete").ClickAsync();
        await page.OpenDialog().GetByLabel("Also delete the downloaded files").CheckAsync();
        await page.LookAsync("downloads-delete");
        await page.Button("Delete downloads").ClickAsync();
        await Expect(page.Locator(".download .name")).ToHaveTextAsync([torrents[2].Name]);
        await page.LookAsync("downloads-deleted");

        await page.Button("Add download").ClickAsync();
        await page.GetByLabel("Link").WaitForAsync();
        await page.LookAsync("downloads-add");
        await page.Button("Cancel").ClickAsync();

        await using (var attic = await QBittorrentSimulator.StartAsync())
        {
            await house.ConnectAsync(key, "qBittorrent", "attic", attic.Url, attic.ApiKey);
            await page.Button("Limit the speed of attic").WaitForAsync();
        }

        await page.GetByText("attic does not answer").WaitForAsync();
        await page.LookAsync("downloads-failing");
        await CallAsync(house, "downloads.delete", "--downloads", torrents[2].Hash, "--files");
    }

    /// <summary>Takes away what a test has left that was broken off.</summary>
    private static async Task EmptyAsync(RunningHouse house)
    {
        await CallAsync(house, "downloads.setSpeedLimit", "--integration", "seedbox", "--clear", "downBytesPerSecond");
        using var list = JsonDocument.Parse(await CallAsync(house, "downloads.list"));
        foreach (var left in list.RootElement.GetProperty("items").EnumerateArray())
        {
            await CallAsync(house, "downloads.delete", "--downloads", left.GetProperty("id").GetString()!, "--files");
        }
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
