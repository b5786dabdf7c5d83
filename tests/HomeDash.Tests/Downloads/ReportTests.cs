using HomeDash.Procedures;
using Microsoft.Extensions.DependencyInjection;

namespace HomeDash.Tests.Downloads;

/// <summary>What healthMonitoring.report says of downloads.</summary>
public sealed class ReportTests
{
    [Fact]
    public async Task Failed_and_stalled_downloads_are_found_and_a_client_that_is_silent_is_named()
    {
        await using var house = await CapabilityHouse.StartAsync(
            collection => collection.AddDownloads().AddHealthMonitoring().AddSingleton(DownloadHouse.KindOf(
                new ScriptedDownloads("nas").Add("Film", DownloadState.Failed, configure: film => film with { Error = "Disk full." }).Add("Show", DownloadState.Stalled).Add("Album"),
                new ScriptedDownloads("news") { Broken = ProcedureErrors.Unreachable("Nobody is there.") })),
            [.. new[] { "nas", "news" }.Select(name => new Integration($"{name}-id", name, "scripted", ""))]);

        var report = await house.CallAsync("healthMonitoring.report");

        Assert.Equal(
            ["Film on nas has failed: Disk full.", "Show on nas is stalled at 50 %: nobody sends anything."],
            report.GetProperty("findings").EnumerateArray().Where(finding => finding.GetProperty("area").GetString() == "downloads").Select(finding => finding.GetProperty("problem").GetString()));
        Assert.Contains(report.GetProperty("notLookedAt").EnumerateArray(), missed => missed.GetProperty("message").GetString() == "Nobody is there.");
    }
}
