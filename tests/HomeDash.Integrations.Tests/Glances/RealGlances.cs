using HomeDash.Integrations.Glances;
using HomeDash.Procedures;
using HomeDash.Testing;

namespace HomeDash.Integrations.Tests.Glances;

/// <summary>Glances itself, of both generations.</summary>
public sealed class RealGlances
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("glances", null)]
    [InlineData("glances4", "4.")]
    public async Task It_tells_what_its_machine_is_busy_with(string name, string? version)
    {
        using var client = Connect(TestService.Find(name));

        var test = await client.TestAsync(Cancellation);
        var system = await client.SystemAsync(Cancellation);
        var patience = DateTime.UtcNow.AddSeconds(30);
        while (system.CpuPercent is null && DateTime.UtcNow < patience)
        {
            await Task.Delay(1000, Cancellation);
            system = await client.SystemAsync(Cancellation);
        }

        Assert.Equal("Glances", test.Product);
        Assert.StartsWith(version ?? "", test.Version ?? "", StringComparison.Ordinal);
        Assert.Equal(Environment.MachineName, system.Name);
        Assert.StartsWith("Debian", system.OperatingSystem, StringComparison.Ordinal);
        Assert.InRange(system.CpuPercent!.Value, 0, 100);
        Assert.Equal(Environment.ProcessorCount, system.Cores);
        Assert.InRange(system.MemoryUsedBytes!.Value, 1, system.MemoryTotalBytes!.Value);
        Assert.InRange(system.UptimeSeconds!.Value, 1, TimeSpan.FromMilliseconds(Environment.TickCount64).TotalSeconds + 60);
        Assert.True(system.Load!.One >= 0);
        Assert.True(system.Network!.DownBytesPerSecond >= 0);
    }

    [Theory]
    [InlineData("glances")]
    [InlineData("glances4")]
    public async Task It_tells_its_disks_and_that_it_has_no_sensors_or_which(string name)
    {
        using var client = Connect(TestService.Find(name));

        var disks = await client.DisksAsync(Cancellation);
        var sensors = await client.SensorsAsync(Cancellation);

        Assert.NotEmpty(disks);
        Assert.All(disks, disk => Assert.InRange(disk.UsedPercent, 0, 100));
        Assert.All(disks, disk => Assert.InRange(disk.UsedBytes + disk.FreeBytes, 1, disk.TotalBytes));
        Assert.All(sensors, sensor => Assert.NotEmpty(sensor.Name));
    }

    [Theory]
    [InlineData("glances")]
    [InlineData("glances4")]
    public async Task A_wrong_password_is_said_to_be_wrong(string name)
    {
        var service = TestService.Find(name);
        using var client = Connect(service with { Secret = "guess" });

        var error = (await Assert.ThrowsAsync<ProcedureException>(() => client.TestAsync(Cancellation))).Error;

        Assert.Equal(ErrorReason.CredentialsRefused, error.Reason);
        Assert.DoesNotContain("guess", error.Message, StringComparison.Ordinal);
    }

    private static GlancesClient Connect(TestService service) => new GlancesKind(TimeProvider.System).Connect(
        new("id", "Attic", "glances", service.Url.ToString()) { Credentials = new(service.Username, new(service.Secret)) });
}
