using System.Collections.Frozen;
using System.Text.Json;
using HomeDash.Procedures;

namespace HomeDash.Tests.Downloads;

/// <summary>downloads.list, get and watch over clients of a test.</summary>
public sealed class ListTests
{
    [Fact]
    public async Task What_is_downloading_right_now_comes_first_with_the_speed_of_all_clients()
    {
        await using var house = await DownloadHouse.StartAsync(
            new ScriptedDownloads("nas") { Down = 3_000_000, Up = 20_000 }
                .Add("Old show", DownloadState.Seeding)
                .Add("Film", configure: item => item with { DownBytesPerSecond = 3_000_000, EtaSeconds = 60, SizeBytes = 360_000_000, DoneBytes = 180_000_000 }),
            new ScriptedDownloads("news") { Down = 1_000_000 }.Add("Album", DownloadState.Paused));

        var list = await house.CallAsync("downloads.list");

        Assert.Equal((4_000_000, 20_000), (list.GetProperty("downBytesPerSecond").GetInt64(), list.GetProperty("upBytesPerSecond").GetInt64()));
        Assert.Equal("""{"downloading":1,"paused":1,"seeding":1}""", list.GetProperty("counts").GetRawText());
        Assert.Equal(["Film", "Album", "Old show"], Names(list));
        Assert.Equal(
            """{"id":"film-id","name":"Film","integration":"nas","type":"torrent","state":"downloading","progress":0.5,"sizeBytes":360000000,"doneBytes":180000000,"downBytesPerSecond":3000000,"etaSeconds":60}""",
            list.GetProperty("items")[0].GetRawText());
        Assert.Equal("""[{"integration":"nas","ok":true},{"integration":"news","ok":true}]""", list.GetProperty("integrations").GetRawText());
    }

    [Theory]
    [InlineData("""{"states":["paused","seeding"]}""", "Album, Old show")]
    [InlineData("""{"search":"LM"}""", "Film")]
    [InlineData("""{"search":"movies"}""", "Film")]
    [InlineData("""{"integrations":["news"]}""", "Album")]
    [InlineData("""{"states":["failed"]}""", "")]
    public async Task Filters_leave_out_what_does_not_fit(string filter, string names)
    {
        await using var house = await DownloadHouse.StartAsync(
            new ScriptedDownloads("nas").Add("Old show", DownloadState.Seeding).Add("Film", configure: item => item with { Category = "Movies" }),
            new ScriptedDownloads("news").Add("Album", DownloadState.Paused));

        var list = await house.CallAsync("downloads.list", filter);

        Assert.Equal(names, string.Join(", ", Names(list)));
        Assert.Equal(Names(list).Length, list.GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task Pages_follow_one_another_without_a_gap()
    {
        var client = new ScriptedDownloads("nas");
        foreach (var number in Enumerable.Range(0, 25))
        {
            client.Add($"Part {number / 2:00}", number % 3 == 0 ? DownloadState.Queued : DownloadState.Downloading, $"id-{number:00}");
        }

        await using var house = await DownloadHouse.StartAsync(client);
        List<string> ids = [];
        string? cursor = null;
        do
        {
            var page = await house.CallAsync("downloads.list", JsonSerializer.Serialize(new { limit = 4, cursor }));
            Assert.Equal(25, page.GetProperty("total").GetInt32());
            ids.AddRange(page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetString()!));
            cursor = page.TryGetProperty("next", out var next) ? next.GetString() : null;
        }
        while (cursor is not null);

        Assert.Equal(25, ids.Distinct().Count());
        Assert.Equal(25, ids.Count);
        Assert.Equal("cursor", Assert.Single((await house.FailAsync("downloads.list", """{"cursor":"nonsense"}""")).Problems).Path);
    }

    [Fact]
    public async Task A_client_that_fails_is_reported_and_takes_nothing_away_from_the_others()
    {
        await using var house = await DownloadHouse.StartAsync(
            new ScriptedDownloads("nas") { Broken = ProcedureErrors.Unreachable("nas: nobody listens.") },
            new ScriptedDownloads("news").Add("Album"));

        var list = await house.CallAsync("downloads.list");

        Assert.Equal(["Album"], Names(list));
        Assert.Equal("""[{"integration":"nas","ok":false,"reason":"unreachable","message":"nas: nobody listens."},{"integration":"news","ok":true}]""", list.GetProperty("integrations").GetRawText());
    }

    [Fact]
    public async Task Whoever_has_no_access_to_a_client_sees_nothing_of_it()
    {
        await using var house = await DownloadHouse.StartAsync(new ScriptedDownloads("nas").Add("Film"), new ScriptedDownloads("news").Add("Album"));
        var guest = Guest(("news-id", Access.Use));

        Assert.Equal(["Album"], Names(await house.CallAsync("downloads.list", caller: guest)));
        Assert.Equal(ErrorReason.TargetNotFound, (await house.FailAsync("downloads.get", """{"download":"Film"}""", guest)).Reason);
        Assert.Equal(ErrorReason.NotAllowed, (await house.FailAsync("downloads.pause", """{"downloads":["Album"]}""", guest)).Reason);
        Assert.Equal("paused", (await house.CallAsync("downloads.pause", """{"downloads":["Album"]}""", Guest(("news-id", Access.Interact)))).GetProperty("items")[0].GetProperty("value").GetProperty("state").GetString());
        Assert.Equal("downloading", (await house.CallAsync("downloads.resume", """{"downloads":["Album"]}""", Guest(("*", Access.Interact)))).GetProperty("items")[0].GetProperty("value").GetProperty("state").GetString());
    }

    [Fact]
    public async Task Details_are_found_by_a_part_of_the_name()
    {
        await using var house = await DownloadHouse.StartAsync(new ScriptedDownloads("nas").Add("Big Film 2024"));

        var details = await house.CallAsync("downloads.get", """{"download":"big film"}""");

        Assert.Equal(("Big Film 2024", "/data"), (details.GetProperty("download").GetProperty("name").GetString(), details.GetProperty("folder").GetString()));
    }

    [Fact]
    public async Task A_watcher_sees_what_changes()
    {
        var client = new ScriptedDownloads("nas").Add("Film");
        await using var house = await DownloadHouse.StartAsync(client);

        var lists = await house.StreamAsync("downloads.watch", """{"states":["downloading"]}""", list =>
        {
            if (Names(list).Length == 1)
            {
                client.Add("Album");
            }

            return Names(list).Length == 2;
        });

        Assert.Equal(["Album", "Film"], Names(lists[^1]));
    }

    [Fact]
    public async Task Without_a_client_the_error_says_what_to_do()
    {
        await using var house = await DownloadHouse.StartAsync(Array.Empty<ScriptedDownloads>());

        var error = await house.FailAsync("downloads.list");

        Assert.Equal(ErrorReason.NotConfigured, error.Reason);
        Assert.Contains("qBittorrent", error.Message, StringComparison.Ordinal);
    }

    private static Caller Guest((string Integration, Access Access) grant) => new("guest-id", "guest")
    {
        Permissions = new[] { DownloadPermissions.View, DownloadPermissions.Control }.ToFrozenSet(),
        Grants = new Dictionary<(string, string), Access> { [("integration", grant.Integration)] = grant.Access },
    };

    private static string[] Names(JsonElement list) => [.. list.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("name").GetString()!)];
}
