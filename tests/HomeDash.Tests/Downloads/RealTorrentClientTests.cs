using System.Text.Json;
using HomeDash.Procedures;
using HomeDash.Testing;

namespace HomeDash.Tests.Downloads;

public sealed class TransmissionTests() : RealTorrentClientTests("transmission", "transmission");

public sealed class QBittorrent4Tests() : RealTorrentClientTests("qBittorrent", "qbittorrent");

public sealed class QBittorrent5Tests() : RealTorrentClientTests("qBittorrent", "qbittorrent5");

public sealed class DelugeTests() : RealTorrentClientTests("deluge", "deluge");

/// <summary>aria2 names downloads itself, knows no categories, and never deletes files.</summary>
public sealed class Aria2Tests() : RealTorrentClientTests("aria2", "aria2")
{
    protected override bool HasAllExtras => false;

    protected override async Task ExpectUnreachableAsync(string input)
    {
        // It begins at once: whether it has failed before it is asked for its state is a matter of moments.
        var said = await House.OutcomeAsync("downloads.add", input) switch
        {
            ProcedureOutcome.Failed failed => failed.Error.Message,
            ProcedureOutcome.Completed added => (await UntilAsync(CapabilityHouse.Json(added.Write).GetProperty("id").GetString()!, "failed")).GetProperty("error").GetString(),
            var other => other.ToString(),
        };
        Assert.Contains("Connection refused", said, StringComparison.Ordinal);
    }
}

/// <summary>What is said through the pipeline, done by a real torrent client. Each test has a torrent of its own.</summary>
/// <param name="kind">The kind of the integration, which is also its name.</param>
/// <param name="script">The script that starts the client.</param>
[Collection("real downloads")]
public abstract class RealTorrentClientTests(string kind, string script) : IAsyncLifetime
{
    private readonly TestTorrent torrent = TestTorrent.Random("Demo torrent");
    private TestService service = null!;
    private CapabilityHouse house = null!;
    private IDisposable? alone;

    private protected CapabilityHouse House => house;

    /// <summary>Whether the client names torrents by their hash, knows categories, and tells when something was added and how much room there is.</summary>
    protected virtual bool HasAllExtras => true;

    public async ValueTask InitializeAsync()
    {
        service = TestService.Find(script);
        alone = await service.AloneAsync(TestContext.Current.CancellationToken);
        house = await DownloadHouse.StartAsync((kind, service));
    }

    public async ValueTask DisposeAsync()
    {
        if (house is not null)
        {
            var left = await house.CallAsync("downloads.list", JsonSerializer.Serialize(new { search = torrent.Name }));
            foreach (var item in left.GetProperty("items").EnumerateArray())
            {
                await DeleteAsync(Text(item, "id"));
            }

            await house.DisposeAsync();
        }

        alone?.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_torrent_is_added_paused_found_again_resumed_and_deleted()
    {
        var added = await AddAsync(""","paused":true""");
        Assert.Equal((torrent.Hash, torrent.Name, "paused", "torrent"), (Text(added, HasAllExtras ? "id" : "hash"), Text(added, "name"), Text(added, "state"), Text(added, "type")));
        Assert.Equal(torrent.Data.Length, added.GetProperty("sizeBytes").GetInt64());

        var listed = Assert.Single(await ListAsync());
        Assert.Equal((Text(added, "id"), 0d), (Text(listed, "id"), listed.GetProperty("progress").GetDouble()));
        if (HasAllExtras)
        {
            Assert.InRange(listed.GetProperty("addedAt").GetDateTimeOffset(), DateTimeOffset.UtcNow.AddMinutes(-5), DateTimeOffset.UtcNow.AddMinutes(1));
        }

        // Nobody has it, so there is nothing to download from.
        await ValueAsync("downloads.resume");
        await UntilAsync(torrent.Name, "stalled");
        Assert.Equal("paused", Text(await ValueAsync("downloads.pause"), "state"));
        Assert.Equal("It is paused already.", Text(await ValueAsync("downloads.pause"), "note"));

        Assert.False((await ValueAsync("downloads.delete")).TryGetProperty("state", out _));
        Assert.Empty(await ListAsync());
        Assert.Equal(ErrorReason.TargetNotFound, (await house.FailAsync("downloads.get", $$"""{"download":"{{torrent.Name}}"}""")).Reason);
    }

    [Fact]
    public async Task Details_tell_the_folder_and_the_files()
    {
        await AddAsync(""","paused":true""");

        var details = await house.CallAsync("downloads.get", $$"""{"download":"{{torrent.Name}}"}""");

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

    [Fact]
    public async Task A_magnet_link_waits_for_peers()
    {
        var added = await house.CallAsync("downloads.add", $$"""{"integration":"{{kind}}","link":"magnet:?xt=urn:btih:{{torrent.Hash}}&dn=Some+Linux+ISO"}""");

        Assert.Equal((torrent.Hash, "Some Linux ISO"), (Text(added, HasAllExtras ? "id" : "hash"), Text(added, "name")));
        Assert.False(added.TryGetProperty("sizeBytes", out _));
        await UntilAsync(Text(added, "id")!, "stalled");
        await DeleteAsync(Text(added, "id"));
    }

    [Fact]
    public Task An_address_that_leads_nowhere_is_an_error() =>
        ExpectUnreachableAsync($$"""{"integration":"{{kind}}","link":"http://127.0.0.1:9/{{torrent.Hash}}.torrent"}""");

    [Fact]
    public async Task A_category_stays_with_the_download_where_there_are_any()
    {
        if (HasAllExtras)
        {
            Assert.Equal("linux", Text(await AddAsync(""","paused":true,"category":"linux" """), "category"));
            await DeleteAsync();
            return;
        }

        var error = await house.FailAsync("downloads.add", $$"""{"integration":"{{kind}}","content":"{{torrent.Base64}}","category":"linux"}""");
        Assert.Equal("category", Assert.Single(error.Problems).Path);
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
        await UntilAsync(torrent.Name, "stalled");
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
        Assert.Equal(HasAllExtras, client.TryGetProperty("freeBytes", out var free) && free.GetInt64() > 0);
    }

    protected virtual async Task ExpectUnreachableAsync(string input)
    {
        var error = await house.FailAsync("downloads.add", input);

        Assert.Equal(ErrorReason.ServiceFailed, error.Reason);
        Assert.Contains(kind, error.Message, StringComparison.Ordinal);
    }

    protected async Task<JsonElement> UntilAsync(string download, string state)
    {
        for (var tries = 0; ; tries++)
        {
            var now = (await house.CallAsync("downloads.get", $$"""{"download":"{{download}}"}""")).GetProperty("download");
            if (Text(now, "state") == state)
            {
                return now;
            }

            Assert.True(tries < 75, $"{download} is still {Text(now, "state")}, not {state}.");
            await Task.Delay(200, TestContext.Current.CancellationToken);
        }
    }

    private Task<JsonElement> AddAsync(string more = "") => house.CallAsync("downloads.add", $$"""{"integration":"{{kind}}","content":"{{torrent.Base64}}"{{more}}}""");

    private async Task<JsonElement[]> ListAsync() => [.. (await house.CallAsync("downloads.list", JsonSerializer.Serialize(new { search = torrent.Name }))).GetProperty("items").EnumerateArray()];

    private async Task<JsonElement> ValueAsync(string path) => Value(await house.CallAsync(path, $$"""{"downloads":["{{torrent.Name}}"]}"""));

    private async Task DeleteAsync(string? id = null) =>
        Value(await house.CallAsync("downloads.delete", JsonSerializer.Serialize(new { downloads = new[] { id ?? torrent.Name }, files = HasAllExtras })));

    private static JsonElement Value(JsonElement outcomes)
    {
        var outcome = Assert.Single(outcomes.GetProperty("items").EnumerateArray());
        Assert.True(outcome.GetProperty("ok").GetBoolean(), outcome.GetRawText());
        return outcome.GetProperty("value");
    }

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();
}
