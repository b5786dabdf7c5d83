using System.Text.Json;
using HomeDash.Testing;
using ModelContextProtocol.Client;

namespace HomeDash.EndToEnd.Tests;

/// <summary>A torrent that really moves, and an assistant that is asked "what's downloading right now?": Transmission has it, qBittorrent downloads it from there.</summary>
[Collection(nameof(OneAtATime))]
public sealed class RealTransferTests : IAsyncLifetime
{
    private TestService seeding = null!;
    private TestService loading = null!;
    private IDisposable? alone;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        (seeding, loading) = (TestService.Find("transmission"), TestService.Find("qbittorrent"));
        alone = await seeding.AloneAsync(Cancellation);
    }

    public ValueTask DisposeAsync()
    {
        alone?.Dispose();
        return default;
    }

    [Fact(Timeout = 120_000)]
    public async Task A_download_moves_is_held_goes_on_and_arrives_as_it_was_sent()
    {
        await using var house = await RunningHouse.StartAsync();
        await house.CreateAdministratorAsync();
        await house.ConnectAsync("transmission", "transmission", seeding);
        await house.ConnectAsync("qBittorrent", "qBittorrent", loading);
        await using var client = await Assistant.ConnectAsync(house, "downloads_list");
        var torrent = TestTorrent.Random("Moving torrent", 12_000_000);
        await File.WriteAllBytesAsync(Path.Combine(seeding.Folder, torrent.Name), torrent.Data, Cancellation);

        var seeder = await client.CallAsync("downloads_add", new() { ["integration"] = "transmission", ["content"] = torrent.Base64 });
        await client.CallAsync("downloads_setSpeedLimit", new() { ["integration"] = "qBittorrent", ["downBytesPerSecond"] = 1_000_000 });
        await client.CallAsync("downloads_add", new() { ["integration"] = "qBittorrent", ["content"] = torrent.Base64 });
        await AddPeerAsync(loading, torrent.Hash, $"127.0.0.1:{seeding.Url.Port + 1}");

        var moving = await UntilAsync(client, torrent, list => Progress(list) > 0.1 && list.GetProperty("downBytesPerSecond").GetInt64() > 0);
        Assert.Equal(["qBittorrent downloading", "transmission seeding"], States(moving));
        var item = moving.GetProperty("items")[0];
        Assert.InRange(item.GetProperty("downBytesPerSecond").GetInt64(), 1, 2_000_000);
        Assert.True(item.GetProperty("etaSeconds").GetInt64() > 0);
        Assert.InRange(item.GetProperty("doneBytes").GetInt64(), 1, torrent.Data.Length - 1);

        var held = await client.CallAsync("downloads_pause", new() { ["downloads"] = new[] { $"qBittorrent/{torrent.Name}" } });
        Assert.Equal("paused", held.GetProperty("items")[0].GetProperty("value").GetProperty("state").GetString());
        var still = await UntilAsync(client, torrent, list => list.GetProperty("downBytesPerSecond").GetInt64() == 0);
        Assert.InRange(Progress(still), 0.1, 0.99);

        await client.CallAsync("downloads_setSpeedLimit", new() { ["integration"] = "qBittorrent", ["clear"] = new[] { "downBytesPerSecond" } });
        await client.CallAsync("downloads_resume", new() { ["downloads"] = new[] { $"qBittorrent/{torrent.Name}" } });
        // A peer that was left is asked again only a minute later: by its other address it is another peer.
        await AddPeerAsync(loading, torrent.Hash, $"[::1]:{seeding.Url.Port + 1}");
        var done = await UntilAsync(client, torrent, list => Progress(list) >= 1 && States(list).All(state => state.EndsWith("seeding", StringComparison.Ordinal)));
        Assert.Equal(["qBittorrent seeding", "transmission seeding"], States(done).Order());
        Assert.Equal(torrent.Data, await File.ReadAllBytesAsync(Path.Combine(loading.Folder, torrent.Name), Cancellation));

        await client.CallAsync("downloads_delete", new() { ["downloads"] = new[] { $"qBittorrent/{torrent.Name}", $"transmission/{torrent.Name}" }, ["files"] = true });
        Assert.False(File.Exists(Path.Combine(seeding.Folder, torrent.Name)));
        Assert.Equal(torrent.Hash, seeder.GetProperty("id").GetString());
    }

    private static async Task<JsonElement> UntilAsync(McpClient client, TestTorrent torrent, Func<JsonElement, bool> condition)
    {
        while (true)
        {
            var list = await client.CallAsync("downloads_list", new() { ["search"] = torrent.Name });
            if (condition(list))
            {
                return list;
            }

            await Task.Delay(300, Cancellation);
        }
    }

    private static double Progress(JsonElement list) =>
        list.GetProperty("items").EnumerateArray().Single(item => item.GetProperty("integration").GetString() == "qBittorrent").GetProperty("progress").GetDouble();

    private static string[] States(JsonElement list) =>
        [.. list.GetProperty("items").EnumerateArray().Select(item => $"{item.GetProperty("integration").GetString()} {item.GetProperty("state").GetString()}")];

    /// <summary>Tells qBittorrent where to download from, as a tracker would.</summary>
    private static async Task AddPeerAsync(TestService qBittorrent, string hash, string peer)
    {
        using var http = new HttpClient { BaseAddress = qBittorrent.Url };
        using var signedIn = await http.PostAsync("/api/v2/auth/login", Form(("username", qBittorrent.Username), ("password", qBittorrent.Secret)), Cancellation);
        using var added = await http.PostAsync("/api/v2/torrents/addPeers", Form(("hashes", hash), ("peers", peer)), Cancellation);
        Assert.Contains("\"added\":1", await added.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    private static FormUrlEncodedContent Form(params (string Name, string Value)[] fields) => new(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
}
