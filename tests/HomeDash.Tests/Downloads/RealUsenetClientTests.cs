using System.Text;
using System.Text.Json;
using HomeDash.Procedures;
using HomeDash.Testing;

namespace HomeDash.Tests.Downloads;

public sealed class NzbGetTests() : RealUsenetClientTests("nzbGet", "nzbget");

public sealed class SabNzbdTests() : RealUsenetClientTests("sabNzbd", "sabnzbd")
{
    [Fact]
    public async Task The_speed_of_the_line_in_its_settings_is_a_limit_that_can_be_lowered_and_taken_away()
    {
        await SetLineAsync("10M");
        try
        {
            var line = await House.CallAsync("downloads.list");
            Assert.Equal(10 << 20, line.GetProperty("clients")[0].GetProperty("downLimitBytesPerSecond").GetInt64());

            var lowered = await House.CallAsync("downloads.setSpeedLimit", """{"integration":"sabNzbd","downBytesPerSecond":512000}""");
            Assert.Equal(512_000, lowered.GetProperty("downLimitBytesPerSecond").GetInt64());

            var free = await House.CallAsync("downloads.setSpeedLimit", """{"integration":"sabNzbd","clear":["downBytesPerSecond"]}""");
            Assert.False(free.TryGetProperty("downLimitBytesPerSecond", out _));
        }
        finally
        {
            await SetLineAsync("");
        }
    }

    private async Task SetLineAsync(string speed)
    {
        using var http = new HttpClient();
        var set = new Dictionary<string, string>
        {
            ["mode"] = "set_config", ["section"] = "misc", ["keyword"] = "bandwidth_max", ["value"] = speed, ["apikey"] = Service.Secret, ["output"] = "json",
        };
        (await http.PostAsync(new Uri(Service.Url, "/api"), new FormUrlEncodedContent(set), TestContext.Current.CancellationToken)).EnsureSuccessStatusCode();
    }
}

/// <summary>What is said through the pipeline, done by a real Usenet client that has no news server. Each test has a post of its own.</summary>
/// <param name="kind">The kind of the integration, which is also its name.</param>
/// <param name="script">The script that starts the client.</param>
[Collection("real downloads")]
public abstract class RealUsenetClientTests(string kind, string script) : IAsyncLifetime
{
    private readonly string post = $"Demo post {Guid.NewGuid():n}"[..18];
    private CapabilityHouse house = null!;

    private protected CapabilityHouse House => house;

    private protected TestService Service { get; } = TestService.Find(script);

    public async ValueTask InitializeAsync() => house = await DownloadHouse.StartAsync((kind, Service));

    public async ValueTask DisposeAsync()
    {
        if (house is not null)
        {
            await house.DisposeAsync();
        }

        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_post_is_added_paused_resumed_paused_and_deleted()
    {
        var added = await AddAsync(""","paused":true""");
        Assert.Equal((post, "paused", "usenet"), (Text(added, "name"), Text(added, "state"), Text(added, "type")));
        Assert.InRange(added.GetProperty("sizeBytes").GetInt64(), 1_190_000, 1_210_000);

        Assert.Contains(Text(await ValueAsync("downloads.resume"), "state"), (string?[])["queued", "downloading"]);
        Assert.Equal("paused", Text(await ValueAsync("downloads.pause"), "state"));
        Assert.Equal("It is paused already.", Text(await ValueAsync("downloads.pause"), "note"));

        Assert.False((await DeleteAsync()).TryGetProperty("state", out _));
        Assert.Empty((await house.CallAsync("downloads.list", JsonSerializer.Serialize(new { search = post }))).GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task Details_tell_the_files_and_a_category_stays()
    {
        await AddAsync(""","paused":true,"category":"linux" """);

        var details = await house.CallAsync("downloads.get", $$"""{"download":"{{post}}"}""");

        Assert.Equal("linux", Text(details.GetProperty("download"), "category"));
        Assert.Equal("demo.bin", Text(Assert.Single(details.GetProperty("files").EnumerateArray()), "name"));
        await DeleteAsync();
    }

    [Fact]
    public async Task A_post_that_is_in_the_queue_is_not_added_again()
    {
        await AddAsync(""","paused":true""");

        var error = await house.FailAsync("downloads.add", Addition());

        Assert.Equal((ErrorReason.AlreadyExists, $"{kind} has '{post}' already; it is paused."), (error.Reason, error.Message));
        await DeleteAsync();
    }

    [Fact]
    public async Task An_address_is_fetched_by_the_client()
    {
        var added = await house.CallAsync("downloads.add", $$"""{"integration":"{{kind}}","link":"http://127.0.0.1:9/{{post.Replace(' ', '-')}}.nzb"}""");

        Assert.Equal(("downloading", 0d), (Text(added, "state"), added.GetProperty("progress").GetDouble()));
        await house.CallAsync("downloads.delete", $$"""{"downloads":["{{Text(added, "id")}}"]}""");
    }

    [Fact]
    public async Task Torrents_are_refused()
    {
        var error = await house.FailAsync("downloads.add", $$"""{"integration":"{{kind}}","content":"{{TestTorrent.Random("x").Base64}}"}""");

        Assert.Equal($"content: {kind} cannot download .torrent files. It takes .nzb files, web addresses.", error.Message);
    }

    [Fact]
    public async Task Everything_is_paused_and_resumed_at_once()
    {
        Assert.True(Value(await house.CallAsync("downloads.pauseAll", $$"""{"integrations":["{{kind}}"]}""")).GetProperty("paused").GetBoolean());
        Assert.True((await house.CallAsync("downloads.list")).GetProperty("clients")[0].GetProperty("paused").GetBoolean());
        Assert.False(Value(await house.CallAsync("downloads.resumeAll", $$"""{"integrations":["{{kind}}"]}""")).GetProperty("paused").GetBoolean());
    }

    [Fact]
    public async Task What_comes_in_is_limited_and_what_goes_out_is_nothing()
    {
        var limited = await house.CallAsync("downloads.setSpeedLimit", $$"""{"integration":"{{kind}}","downBytesPerSecond":512000}""");
        Assert.Equal(512_000, limited.GetProperty("downLimitBytesPerSecond").GetInt64());

        var free = await house.CallAsync("downloads.setSpeedLimit", $$"""{"integration":"{{kind}}","clear":["downBytesPerSecond"]}""");
        Assert.False(free.TryGetProperty("downLimitBytesPerSecond", out _));

        var error = await house.FailAsync("downloads.setSpeedLimit", $$"""{"integration":"{{kind}}","upBytesPerSecond":512000}""");
        Assert.Equal("upBytesPerSecond", Assert.Single(error.Problems).Path);
    }

    private string Addition(string more = "")
    {
        var nzb = $"""
            <?xml version="1.0" encoding="UTF-8"?>
            <!DOCTYPE nzb PUBLIC "-//newzBin//DTD NZB 1.1//EN" "http://www.newzbin.com/DTD/nzb/nzb-1.1.dtd">
            <nzb xmlns="http://www.newzbin.com/DTD/2003/nzb"><file poster="p" date="1700000000" subject="[1/1] &quot;demo.bin&quot; yEnc (1/2)">
            <groups><group>alt.binaries.test</group></groups>
            <segments><segment bytes="700000" number="1">1{post.Replace(' ', '.')}@x</segment><segment bytes="500000" number="2">2{post.Replace(' ', '.')}@x</segment></segments></file></nzb>
            """;
        return $$"""{"integration":"{{kind}}","content":"{{Convert.ToBase64String(Encoding.UTF8.GetBytes(nzb))}}","name":"{{post}}.nzb"{{more}}}""";
    }

    private Task<JsonElement> AddAsync(string more = "") => house.CallAsync("downloads.add", Addition(more));

    private async Task<JsonElement> ValueAsync(string path) => Value(await house.CallAsync(path, $$"""{"downloads":["{{post}}"]}"""));

    private async Task<JsonElement> DeleteAsync() => Value(await house.CallAsync("downloads.delete", $$"""{"downloads":["{{post}}"],"files":true}"""));

    private static JsonElement Value(JsonElement outcomes)
    {
        var outcome = Assert.Single(outcomes.GetProperty("items").EnumerateArray());
        Assert.True(outcome.GetProperty("ok").GetBoolean(), outcome.GetRawText());
        return outcome.GetProperty("value");
    }

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();
}
