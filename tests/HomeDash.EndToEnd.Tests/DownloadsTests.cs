using System.Text.Json;
using HomeDash.Testing;
using Microsoft.Playwright;
using ModelContextProtocol.Client;

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
        await ConnectAsync(house, transmission);
        await using var client = await McpClient.CreateAsync(
            new HttpClientTransport(new()
            {
                Endpoint = house.McpEndpoint,
                TransportMode = HttpTransportMode.StreamableHttp,
                AdditionalHeaders = new Dictionary<string, string> { ["ApiKey"] = await house.CreateKeyAsync() },
            }),
            cancellationToken: Cancelled);
        await UntilOfferedAsync(client, "downloads_list");

        await CallAsync(client, "downloads_add", new() { ["integration"] = "seedbox", ["content"] = torrent.Base64 });
        var list = await CallAsync(client, "downloads_list", new() { ["search"] = torrent.Name });
        var paused = await CallAsync(client, "downloads_pause", new() { ["downloads"] = new[] { torrent.Name } });
        var deleted = await CallAsync(client, "downloads_delete", new() { ["downloads"] = new[] { torrent.Name }, ["files"] = true });
        var empty = await CallAsync(client, "downloads_list", new() { ["search"] = torrent.Name });

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
        await ConnectAsync(house, transmission);
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

    private static async Task ConnectAsync(RunningHouse house, TestService transmission)
    {
        var connected = await CommandLine.RunAsync(
            house.DataFolder,
            ["call", "integration.create", "--kind", "transmission", "--name", "seedbox", "--url", transmission.Url.ToString(), "--username", transmission.Username, "--password-stdin"],
            transmission.Secret + "\n");
        Assert.True(connected.Code == 0, connected.Error);
    }

    private static async Task<string> CallAsync(RunningHouse house, params string[] arguments)
    {
        var called = await CommandLine.RunAsync(house.DataFolder, ["call", .. arguments]);
        Assert.True(called.Code == 0, called.Error);
        return called.Output;
    }

    // A running house notices within seconds what another process has connected.
    private static async Task UntilOfferedAsync(McpClient client, string tool)
    {
        for (var attempt = 0; attempt < 100; attempt++)
        {
            if ((await client.ListToolsAsync(cancellationToken: Cancelled)).Any(offered => offered.Name == tool))
            {
                return;
            }

            await Task.Delay(200, Cancelled);
        }

        Assert.Fail($"{tool} was not offered.");
    }

    private static async Task<JsonElement> CallAsync(McpClient client, string tool, Dictionary<string, object?> arguments)
    {
        var result = await client.CallToolAsync(tool, arguments, cancellationToken: Cancelled);
        Assert.True(result.IsError != true, JsonSerializer.Serialize(result.Content));
        return result.StructuredContent!.Value;
    }

    private static (string?, string?, string?) Described(JsonElement download) =>
        (download.GetProperty("name").GetString(), download.GetProperty("state").GetString(), download.GetProperty("integration").GetString());
}
