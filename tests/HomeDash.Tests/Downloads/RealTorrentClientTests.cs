using System.Text.Json;
using HomeDash.Procedures;
using HomeDash.Testing;

namespace HomeDash.Tests.Downloads;

public sealed class TransmissionTests() : RealTorrentClientTests("transmission", "transmission");

public sealed class QBittorrent4Tests() : RealTorrentClientTests("qBittorrent", "qbittorrent");

public sealed class QBittorrent5Tests() : RealTorrentClientTests("qBittorrent", "qbittorrent5");

/// <summary>What is said through the pipeline, done by a real torrent client. Each test has a torrent of its own.</summary>
/// <param name="kind">The kind of the integration, which is also its name.</param>
/// <param name="script">The script that starts the client.</param>
[Collection("real downloads")]
public abstract class RealTorrentClientTests(string kind, string script) : IAsyncLifetime
{
    private readonly TestTorrent torrent = TestTorrent.Random("Demo torrent");
    private TestService service = null!;
    private CapabilityHouse house = null!;

    public async ValueTask InitializeAsync()
    {
        service = TestService.Find(script);
        house = await DownloadHouse.StartAsync((kind, service));
    }

    public async ValueTask DisposeAsync()
    {
        if (house is not null)
        {
            await house.DisposeAsync();
        }

        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_torrent_is_added_paused_found_again_resumed_and_deleted()
    {
        var added = await AddAsync(""","paused":true""");
        Assert.Equal((torrent.Hash, torrent.Name, "paused", "torrent"), (Text(added, "id"), Text(added, "name"), Text(added, "state"), Text(added, "type")));
        Assert.Equal(torrent.Data.Length, added.GetProperty("sizeBytes").GetInt64());

        var listed = Assert.Single(await ListAsync());
        Assert.Equal((torrent.Hash, 0d), (Text(listed, "id"), listed.GetProperty("progress").GetDouble()));
        Assert.InRange(listed.GetProperty("addedAt").GetDateTimeOffset(), DateTimeOffset.UtcNow.AddMinutes(-5), DateTimeOffset.UtcNow.AddMinutes(1));

        // Nobody has it, so there is nothing to download from.
        Assert.Equal("stalled", Text(await ValueAsync("downloads.resume"), "state"));
        Assert.Equal("paused", Text(await ValueAsync("downloads.pause"), "state"));
        Assert.Equal("It is paused already.", Text(await ValueAsync("downloads.pause"), "note"));

        Assert.False((await ValueAsync("downloads.delete")).TryGetProperty("state", out _));
        Assert.Empty(await ListAsync());
        Assert.Equal(ErrorReason.TargetNotFound, (await house.FailAsync("downloads.get", $$"""{"download":"{{torrent.Hash}}"}""")).Reason);
    }

    [Fact]
    public async Task Details_tell_the_folder_and_the_files()
    {
        await AddAsync(""","paused":true""");

        var details = await house.CallAsync("downloads.get", $$"""{"download":"{{torrent.Hash}}"}""");

        Assert.EndsWith("/downloads", Text(details, "folder"), StringComparison.Ordinal);
        var file = Assert.Single(details.GetProperty("files").EnumerateArray());
        Assert.Equal((torrent.Name, torrent.Data.Length, 0d), (Text(file, "name"), file.GetProperty("sizeBytes").GetInt64(), file.GetProperty("progress").GetDouble()));
        Assert.Equal(0, details.GetProperty("uploadedBytes").GetInt64());
        await DeleteAsync();
    }

    [Fact]
    public async Task A_duplicate_is_answered_with_what_is_there()
    {
        await AddAsync(""","paused":true""");

        var error = await house.FailAsync("downloads.add", $$"""{"integration":"{{kind}}","content":"{{torrent.Base64}}"}""");

        Assert.Equal((ErrorReason.AlreadyExists, $"{kind} has '{torrent.Name}' already; it is paused."), (error.Reason, error.Message));
        await DeleteAsync();
    }

    [Fact(Timeout = 30_000)]
    public async Task A_magnet_link_waits_for_peers()
    {
        var added = await house.CallAsync("downloads.add", $$"""{"integration":"{{kind}}","link":"magnet:?xt=urn:btih:{{torrent.Hash}}&dn=Some+Linux+ISO"}""");

        Assert.Equal((torrent.Hash, "Some Linux ISO"), (Text(added, "id"), Text(added, "name")));
        Assert.False(added.TryGetProperty("sizeBytes", out _));
        while (Text((await house.CallAsync("downloads.get", $$"""{"download":"{{torrent.Hash}}"}""")).GetProperty("download"), "state") != "stalled")
        {
            await Task.Delay(200, TestContext.Current.CancellationToken);
        }

        await DeleteAsync();
    }

    [Fact]
    public async Task An_address_that_leads_nowhere_is_an_error()
    {
        var error = await house.FailAsync("downloads.add", $$"""{"integration":"{{kind}}","link":"http://127.0.0.1:9/{{torrent.Hash}}.torrent"}""");

        Assert.Equal(ErrorReason.ServiceFailed, error.Reason);
        Assert.Contains(kind, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_category_stays_with_the_download()
    {
        Assert.Equal("linux", Text(await AddAsync(""","paused":true,"category":"linux" """), "category"));
        await DeleteAsync();
    }

    [Fact]
    public async Task Everything_is_paused_and_resumed_at_once()
    {
        await AddAsync();

        var paused = Value(await house.CallAsync("downloads.pauseAll", $$"""{"integrations":["{{kind}}"]}"""));
        Assert.True(paused.GetProperty("paused").GetBoolean());
        Assert.Equal("paused", Text(Assert.Single(await ListAsync()), "state"));

        var resumed = Value(await house.CallAsync("downloads.resumeAll", $$"""{"integrations":["{{kind}}"]}"""));
        Assert.False(resumed.GetProperty("paused").GetBoolean());
        Assert.Equal("stalled", Text(Assert.Single(await ListAsync()), "state"));
        await DeleteAsync();
    }

    [Fact]
    public async Task A_speed_limit_is_read_back_and_taken_away()
    {
        var limited = await house.CallAsync("downloads.setSpeedLimit", $$"""{"integration":"{{kind}}","downBytesPerSecond":512000,"upBytesPerSecond":102400}""");
        Assert.InRange(limited.GetProperty("downLimitBytesPerSecond").GetInt64(), 511_000, 512_000);
        Assert.InRange(limited.GetProperty("upLimitBytesPerSecond").GetInt64(), 101_400, 102_400);

        var half = await house.CallAsync("downloads.setSpeedLimit", $$"""{"integration":"{{kind}}","clear":["downBytesPerSecond"]}""");
        Assert.False(half.TryGetProperty("downLimitBytesPerSecond", out _));
        Assert.True(half.TryGetProperty("upLimitBytesPerSecond", out _));

        await house.CallAsync("downloads.setSpeedLimit", $$"""{"integration":"{{kind}}","clear":["upBytesPerSecond"]}""");
        var client = (await house.CallAsync("downloads.list")).GetProperty("clients")[0];
        Assert.False(client.TryGetProperty("upLimitBytesPerSecond", out _));
        Assert.True(client.GetProperty("freeBytes").GetInt64() > 0);
    }

    private Task<JsonElement> AddAsync(string more = "") => house.CallAsync("downloads.add", $$"""{"integration":"{{kind}}","content":"{{torrent.Base64}}"{{more}}}""");

    private async Task<JsonElement[]> ListAsync() => [.. (await house.CallAsync("downloads.list", JsonSerializer.Serialize(new { search = torrent.Name }))).GetProperty("items").EnumerateArray()];

    private async Task<JsonElement> ValueAsync(string path) => Value(await house.CallAsync(path, $$"""{"downloads":["{{torrent.Hash}}"]}"""));

    private Task<JsonElement> DeleteAsync() => house.CallAsync("downloads.delete", $$"""{"downloads":["{{torrent.Hash}}"],"files":true}""");

    private static JsonElement Value(JsonElement outcomes)
    {
        var outcome = Assert.Single(outcomes.GetProperty("items").EnumerateArray());
        Assert.True(outcome.GetProperty("ok").GetBoolean(), outcome.GetRawText());
        return outcome.GetProperty("value");
    }

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();
}
