using HomeDash.Procedures;
using HomeDash.Simulators;

namespace HomeDash.Integrations.Tests.Glances;

/// <summary>What only a simulator can show: sensors, arrays, plugins that are off, the first measurements.</summary>
public sealed class GlancesTests : IAsyncLifetime
{
    private GlancesSimulator glances = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => glances = await GlancesSimulator.StartAsync();

    public ValueTask DisposeAsync() => glances.DisposeAsync();

    [Theory]
    [InlineData(3, null)]
    [InlineData(4, "4.3.1")]
    public async Task Both_versions_tell_the_same(int version, string? monitor)
    {
        await using var other = await GlancesSimulator.StartAsync(version, "secret");
        using var client = Connect(other, new("glances", new("secret")));
        await client.SystemAsync(Cancellation);
        await client.SystemAsync(Cancellation);

        var system = await client.SystemAsync(Cancellation);

        Assert.Equal(
            new SystemState
            {
                Integration = "Attic",
                Name = "nas",
                OperatingSystem = "Debian GNU/Linux 12",
                MonitorVersion = monitor,
                CpuPercent = 12.5,
                Cores = 4,
                MemoryUsedBytes = 4_000_000_000,
                MemoryTotalBytes = 16_000_000_000,
                Load = new(0.56, 0.75, 1),
                UptimeSeconds = 12 * 86400 + 3600 + 7 * 60 + 21,
                Network = new(1000, 500),
            },
            system);
    }

    [Theory]
    [InlineData(3, 1)]
    [InlineData(4, 2)]
    public async Task The_first_measurements_after_its_start_are_none(int version, int blind)
    {
        await using var young = await GlancesSimulator.StartAsync(version);
        using var client = Connect(young);

        for (var i = 0; i < blind; i++)
        {
            Assert.Null((await client.SystemAsync(Cancellation)).CpuPercent);
        }

        Assert.Equal(12.5, (await client.SystemAsync(Cancellation)).CpuPercent);
    }

    [Fact]
    public async Task A_device_that_is_mounted_twice_is_one_disk_and_what_cannot_fill_up_is_none()
    {
        glances.Disks.Add(("/etc/hosts", "/dev/sda1", "ext4", 30_000_000_000, 70_000_000_000));
        glances.Disks.Add(("/snap/core/1", "/dev/loop1", "squashfs", 100_000_000, 0));
        glances.Disks.Add(("/tank", "tank", "zfs", 900, 100));
        using var client = Connect(glances);

        var disks = await client.DisksAsync(Cancellation);

        Assert.Equal(["/", "/tank"], disks.Select(disk => disk.Name));
        Assert.Equal(new Disk("Attic", "/", 30_000_000_000, 70_000_000_000, 105_000_000_000, 30, "/dev/sda1", "ext4"), disks[0]);
        Assert.Equal(90, disks[1].UsedPercent);
    }

    [Theory]
    [InlineData("""{"md0":{"status":"active","type":"raid1","available":"2","used":"2","config":"UU"}}""", DiskHealth.Good)]
    [InlineData("""{"md0":{"status":"active","type":"raid1","available":"2","used":"1","config":"U_"}}""", DiskHealth.Degraded)]
    [InlineData("{}", null)]
    [InlineData(null, null)]
    public async Task An_array_tells_whether_it_has_all_its_devices(string? raid, DiskHealth? health)
    {
        glances.Disks.Add(("/vault", "/dev/md0", "ext4", 1, 99));
        glances.Raid = raid;
        using var client = Connect(glances);

        var vault = (await client.DisksAsync(Cancellation)).Single(disk => disk.Name == "/vault");

        Assert.Equal(health, vault.Health);
    }

    [Fact]
    public async Task Sensors_are_degrees_and_turns_with_the_limits_of_the_machine()
    {
        glances.Sensors =
            """
            [{"label":"Package id 0","unit":"C","value":48,"warning":84,"critical":100,"type":"temperature_core"},
             {"label":"Ambient","unit":"F","value":212,"warning":[],"critical":null,"type":"temperature_core"},
             {"label":"sda","unit":"C","value":"SLP","type":"temperature_hdd"},
             {"label":"fan1","unit":"R","value":900,"type":"fan_speed"},
             {"label":"BAT","unit":"%","value":97,"type":"battery"}]
            """;
        using var client = Connect(glances);

        Assert.Equal(
            [
                new("Attic", "Package id 0", SensorKind.Temperature, 48, 84, 100),
                new("Attic", "Ambient", SensorKind.Temperature, 100),
                new("Attic", "fan1", SensorKind.Fan, 900),
            ],
            await client.SensorsAsync(Cancellation));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    public async Task What_is_off_is_missing_and_no_failure(int version)
    {
        await using var poor = await GlancesSimulator.StartAsync(version);
        poor.Off.UnionWith(["load", "uptime", "network", "sensors"]);
        using var client = Connect(poor);

        var system = await client.SystemAsync(Cancellation);

        Assert.Equal((null, null, null), (system.Load, system.UptimeSeconds, system.Network));
        Assert.Equal(4_000_000_000, system.MemoryUsedBytes);
        Assert.Empty(await client.SensorsAsync(Cancellation));
    }

    [Fact]
    public async Task A_wrong_password_is_said_to_be_wrong()
    {
        await using var locked = await GlancesSimulator.StartAsync(4, "secret");
        using var client = Connect(locked, new("glances", new("guess")));

        var error = (await Assert.ThrowsAsync<ProcedureException>(() => client.SystemAsync(Cancellation))).Error;

        Assert.Equal(ErrorReason.CredentialsRefused, error.Reason);
    }

    private static Integrations.Glances.GlancesClient Connect(GlancesSimulator simulator, Credentials? credentials = null) =>
        new Integrations.Glances.GlancesKind(TimeProvider.System).Connect(new("id", "Attic", "glances", simulator.Url.ToString()) { Credentials = credentials ?? Credentials.None });
}
