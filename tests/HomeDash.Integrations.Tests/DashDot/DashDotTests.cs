using HomeDash.Integrations.DashDot;
using HomeDash.Procedures;
using HomeDash.Simulators;

namespace HomeDash.Integrations.Tests.DashDot;

public sealed class DashDotTests : IAsyncLifetime
{
    private DashDotSimulator dash = null!;
    private DashDotClient client = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        dash = await DashDotSimulator.StartAsync();
        client = new DashDotKind(TimeProvider.System).Connect(new("id", "Attic", "dashDot", dash.Url.ToString()));
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await dash.DisposeAsync();
    }

    [Fact]
    public async Task It_tells_what_its_machine_is_busy_with()
    {
        Assert.Equal(new ServiceVersion("Dash.", "6.1.0"), await client.TestAsync(Cancellation));
        Assert.Equal(
            new SystemState
            {
                Integration = "Attic",
                Name = "Attic",
                OperatingSystem = "Debian GNU/Linux 12",
                MonitorVersion = "6.1.0",
                CpuPercent = 25,
                Cores = 4,
                MemoryUsedBytes = 4_194_304_000,
                MemoryTotalBytes = 16_777_216_000,
                UptimeSeconds = 93784,
                Network = new(98765, 1235),
            },
            await client.SystemAsync(Cancellation));
    }

    [Fact]
    public async Task A_disk_that_is_not_mounted_is_none()
    {
        Assert.Equal(
            [Disk.Of("Attic", "nvme0n1", 125_000_000_000, 375_000_000_000) with { Device = "nvme0n1" }, Disk.Of("Attic", "vault", 3_900_000_000_000, 100_000_000_000)],
            await client.DisksAsync(Cancellation));
    }

    [Fact]
    public async Task The_hottest_core_counts()
    {
        Assert.Equal([new("Attic", "CPU", SensorKind.Temperature, 53.5)], await client.SensorsAsync(Cancellation));

        dash.Temperatures = false;
        Assert.Empty(await client.SensorsAsync(Cancellation));
    }

    [Fact]
    public async Task What_is_off_is_missing_and_no_failure()
    {
        dash.Off.UnionWith(["cpu", "ram", "storage", "network"]);

        var system = await client.SystemAsync(Cancellation);

        Assert.Equal((null, null, null), (system.CpuPercent, system.MemoryUsedBytes, system.Network));
        Assert.Empty(await client.DisksAsync(Cancellation));
        Assert.Empty(await client.SensorsAsync(Cancellation));
    }

    [Fact]
    public async Task One_that_is_closed_to_integrations_is_said_not_to_know_the_call()
    {
        dash.Closed = true;

        var error = (await Assert.ThrowsAsync<ProcedureException>(() => client.TestAsync(Cancellation))).Error;

        Assert.Contains("does not know this call", error.Message, StringComparison.Ordinal);
    }
}
