namespace HomeDash.Fuzz.Tests;

/// <summary>Whatever arrives, HomeDash answers it well-formed, does not fail, and keeps nothing of it.</summary>
public sealed class BrokenInput
{
    private const int Few = 1_500;
    private const int Many = 30_000;

    [Fact]
    public async Task No_body_makes_HomeDash_fail_or_keep_memory()
    {
        var count = Environment.GetEnvironmentVariable("HOMEDASH_TEST_ALL") == "1" ? Many : Few;
        await using var house = await FuzzHouse.StartAsync(TestContext.Current.CancellationToken);
        var run = await FuzzRun.PrepareAsync(house, TestContext.Current.CancellationToken);

        var report = await run.SendAsync(new(count, Seed: 1, TimeSpan.FromMinutes(20)), TextWriter.Null, TestContext.Current.CancellationToken);

        TestContext.Current.TestOutputHelper?.WriteLine(report.ToString());
        Assert.True(report.Passed, report.ToString());
        Assert.Equal(count, report.Sent);
    }
}
