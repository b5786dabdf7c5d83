using HomeDash.Testing;
using static HomeDash.Integrations.Docker.Tests.Engines;

namespace HomeDash.Integrations.Docker.Tests;

public sealed class Usage
{
    [Fact]
    public async Task A_busy_container_uses_the_processor_and_an_idle_one_does_not()
    {
        await using var docker = new TestDocker();
        using var engine = Connect(docker);
        var busy = await docker.RunAsync("busy", "while :; do :; done");
        var idle = await docker.RunAsync("idle", "sleep 600");

        var (used, unused) = (await engine.UsageAsync(busy, Cancellation), await engine.UsageAsync(idle, Cancellation));

        Assert.True(used!.CpuPercent > 5, $"busy: {used.CpuPercent} %");
        Assert.True(unused!.CpuPercent < 5, $"idle: {unused.CpuPercent} %");
        Assert.InRange(unused.MemoryBytes, 1, 64 << 20);
        Assert.True(unused.MemoryLimitBytes > unused.MemoryBytes);
    }

    [Fact]
    public async Task A_stopped_container_uses_nothing_that_could_be_measured()
    {
        await using var docker = new TestDocker();
        using var engine = Connect(docker);
        var id = await docker.RunAsync("made", start: false);

        Assert.Null(await engine.UsageAsync(id, Cancellation));
    }
}
