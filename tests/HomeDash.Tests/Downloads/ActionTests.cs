using System.Text.Json;
using HomeDash.Procedures;

namespace HomeDash.Tests.Downloads;

/// <summary>downloads.pause, resume, delete, pauseAll, resumeAll and setSpeedLimit over clients of a test.</summary>
public sealed class ActionTests
{
    [Fact]
    public async Task Each_of_several_downloads_gets_its_own_outcome_and_each_client_one_order()
    {
        var nas = new ScriptedDownloads("nas").Add("Film").Add("Show").Add("Done", DownloadState.Completed);
        var news = new ScriptedDownloads("news").Add("Album", DownloadState.Paused);
        await using var house = await DownloadHouse.StartAsync(nas, news);

        var items = Items(await house.CallAsync("downloads.pause", """{"downloads":["Film","show","Done","Album"]}"""));

        Assert.Equal(["Film paused", "Show paused", "Done completed It is complete, so that nothing moves.", "Album paused It is paused already."], items.Select(Describe));
        Assert.Equal(["pause film-id, show-id"], nas.Orders);
        Assert.Empty(news.Orders);
    }

    [Fact]
    public async Task A_client_that_says_yes_and_does_nothing_is_not_believed()
    {
        var client = new ScriptedDownloads("nas") { Deaf = true }.Add("Film");
        await using var house = await DownloadHouse.StartAsync(client);

        var paused = Items(await house.CallAsync("downloads.pause", """{"downloads":["Film"]}"""))[0];
        var deleted = Items(await house.CallAsync("downloads.delete", """{"downloads":["Film"]}"""))[0];
        var all = Items(await house.CallAsync("downloads.pauseAll", """{"integrations":["nas"]}"""))[0];

        Assert.Equal("Film service_failed: nas took the order, but Film is still downloading. downloads.get shows more.", Describe(paused));
        Assert.Equal("Film service_failed: nas took the order, but Film is still there. downloads.get shows more.", Describe(deleted));
        Assert.Contains("1 of its downloads still go on, like Film", Describe(all), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_client_that_fails_leaves_the_downloads_of_the_other_alone()
    {
        var nas = new ScriptedDownloads("nas").Add("Film");
        await using var house = await DownloadHouse.StartAsync(nas, new ScriptedDownloads("news").Add("Album"));
        await house.CallAsync("downloads.list");
        nas.Broken = ProcedureErrors.Unreachable("nas: nobody listens.");

        var items = Items(await house.CallAsync("downloads.pause", """{"downloads":["Film","Album"]}"""));

        Assert.Equal(["Film unreachable: nas: nobody listens.", "Album paused"], items.Select(Describe));
    }

    [Fact]
    public async Task A_complete_torrent_is_offered_again_and_another_complete_download_is_not()
    {
        await using var house = await DownloadHouse.StartAsync(new ScriptedDownloads("nas")
            .Add("Torrent", DownloadState.Completed)
            .Add("Post", DownloadState.Completed, configure: item => item with { Type = DownloadType.Usenet }));

        var items = Items(await house.CallAsync("downloads.resume", """{"downloads":["Torrent","Post"]}"""));

        Assert.Equal(["Torrent downloading", "Post wrong_state: Post is complete: there is nothing to resume."], items.Select(Describe));
    }

    [Fact]
    public async Task A_dry_run_tells_what_would_be_done_and_does_nothing()
    {
        var client = new ScriptedDownloads("nas").Add("Film").Add("Album", DownloadState.Paused).Add("Page", configure: item => item with { Type = DownloadType.Web });
        await using var house = await DownloadHouse.StartAsync(client);

        Assert.Equal(
            ["Pause: Film in nas.", "Leave Album in nas as it is: it is paused already."],
            await house.PlanAsync("downloads.pause", """{"downloads":["Film","Album"]}"""));
        Assert.Equal(
            ["Delete with its files: Film in nas.", "Leave Page in nas as it is: it keeps its files."],
            await house.PlanAsync("downloads.delete", """{"downloads":["Film","Page"],"files":true}"""));
        Assert.Equal(["Pause all downloads of nas."], await house.PlanAsync("downloads.pauseAll", """{"integrations":["nas"]}"""));
        Assert.Equal(
            ["Limit what comes into nas to 50000 bytes/s."],
            await house.PlanAsync("downloads.setSpeedLimit", """{"integration":"nas","downBytesPerSecond":50000}"""));
        Assert.Empty(client.Orders);
    }

    [Fact]
    public async Task Deleting_tells_that_it_is_gone_and_files_go_only_when_asked()
    {
        var client = new ScriptedDownloads("nas").Add("Film").Add("Show").Add("Page", configure: item => item with { Type = DownloadType.Web });
        await using var house = await DownloadHouse.StartAsync(client);

        var kept = Items(await house.CallAsync("downloads.delete", """{"downloads":["Film"]}"""))[0];
        var items = Items(await house.CallAsync("downloads.delete", """{"downloads":["Show","Page"],"files":true}"""));

        Assert.True(kept.GetProperty("ok").GetBoolean());
        Assert.False(kept.GetProperty("value").TryGetProperty("state", out _));
        Assert.Equal("Page wrong_state: Page keeps its files.", Describe(items[1]));
        Assert.Equal(["delete film-id", "delete with files show-id"], client.Orders);
    }

    [Fact]
    public async Task The_same_torrent_in_two_clients_needs_the_clients_name()
    {
        var (nas, pi) = (new ScriptedDownloads("nas").Add("Film", id: "aa11"), new ScriptedDownloads("pi").Add("Film", id: "aa11"));
        await using var house = await DownloadHouse.StartAsync(nas, pi);

        var error = await house.FailAsync("downloads.pause", """{"downloads":["Film"]}""");
        Assert.Equal(ErrorReason.TargetAmbiguous, error.Reason);
        Assert.Contains("'nas/Film', 'pi/Film'", error.Message, StringComparison.Ordinal);

        Assert.Equal("Film paused", Describe(Items(await house.CallAsync("downloads.pause", """{"downloads":["pi/film"]}"""))[0]));
        Assert.Equal("Film paused", Describe(Items(await house.CallAsync("downloads.pause", """{"downloads":["nas/aa11"]}"""))[0]));
    }

    [Fact]
    public async Task A_name_that_nothing_has_is_answered_with_the_nearest()
    {
        await using var house = await DownloadHouse.StartAsync(new ScriptedDownloads("nas").Add("ubuntu.iso"));

        var error = await house.FailAsync("downloads.pause", """{"downloads":["ubunto.iso"]}""");

        Assert.Equal(("There is no download 'ubunto.iso'. Did you mean 'ubuntu.iso'?", "downloads.list"), (error.Message, error.Next!.Procedure));
    }

    [Fact]
    public async Task A_name_is_not_called_unknown_while_a_client_is_silent()
    {
        await using var house = await DownloadHouse.StartAsync(
            new ScriptedDownloads("nas") { Broken = ProcedureErrors.Unreachable("nas: nobody listens.") }, new ScriptedDownloads("news"));

        var error = await house.FailAsync("downloads.pause", """{"downloads":["Film"]}""");

        Assert.Equal(ErrorReason.Unreachable, error.Reason);
        Assert.Contains("nas: nobody listens.", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"integration":"nas"}""", "downBytesPerSecond")]
    [InlineData("""{"integration":"nas","upBytesPerSecond":5000}""", "upBytesPerSecond")]
    [InlineData("""{"integration":"nas","downBytesPerSecond":5000,"clear":["downBytesPerSecond"]}""", "downBytesPerSecond")]
    [InlineData("""{"integration":"nas","downBytesPerSecond":1}""", "downBytesPerSecond")]
    public async Task A_limit_that_makes_no_sense_is_refused(string input, string path)
    {
        await using var house = await DownloadHouse.StartAsync(new ScriptedDownloads("nas"));

        Assert.Equal(path, Assert.Single((await house.FailAsync("downloads.setSpeedLimit", input)).Problems).Path);
    }

    private static JsonElement[] Items(JsonElement outcomes) => [.. outcomes.GetProperty("items").EnumerateArray()];

    private static string Describe(JsonElement outcome)
    {
        var target = outcome.GetProperty("target").GetString();
        if (!outcome.GetProperty("ok").GetBoolean())
        {
            return $"{target} {outcome.GetProperty("reason").GetString()}: {outcome.GetProperty("message").GetString()}";
        }

        var value = outcome.GetProperty("value");
        return $"{target} {value.GetProperty("state").GetString()}{(value.TryGetProperty("note", out var note) ? $" {note.GetString()}" : "")}";
    }
}
