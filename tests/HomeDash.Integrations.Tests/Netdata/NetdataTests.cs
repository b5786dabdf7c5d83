using HomeDash.Integrations.Netdata;
using HomeDash.Simulators;
using HomeDash.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace HomeDash.Integrations.Tests.Netdata;

public sealed class NetdataTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_real_one_tells_what_its_machine_is_busy_with()
    {
        using var client = Connect(TestService.Find("netdata").Url);

        var test = await client.TestAsync(Cancellation);
        var system = await client.SystemAsync(Cancellation);

        Assert.Equal(("Netdata", test.Version), (test.Product, "v" + system.MonitorVersion));
        Assert.Equal("nas", system.Name);
        Assert.InRange(system.CpuPercent!.Value, 0, 100);
        Assert.Equal(Environment.ProcessorCount, system.Cores);
        Assert.InRange(system.MemoryUsedBytes!.Value, 1, system.MemoryTotalBytes!.Value);
        Assert.InRange(system.UptimeSeconds!.Value, 1, TimeSpan.FromMilliseconds(Environment.TickCount64).TotalSeconds + 60);
        Assert.True(system.Load!.Fifteen >= 0);
    }

    [Fact]
    public async Task The_real_one_tells_its_disks_and_none_that_lives_in_memory()
    {
        using var client = Connect(TestService.Find("netdata").Url);

        var disks = await client.DisksAsync(Cancellation);

        var root = new DriveInfo("/");
        var disk = Assert.Single(disks, disk => disk.Name == "/");
        Assert.InRange(disk.TotalBytes, root.TotalSize * 0.99, root.TotalSize * 1.01);
        Assert.DoesNotContain(disks, other => other.Name.StartsWith("/dev", StringComparison.Ordinal));
        await client.SensorsAsync(Cancellation);
    }

    [Fact]
    public async Task Values_that_are_not_there_yet_are_none()
    {
        await using var young = await StartAsync(
            """
            {"system.cpu":{"units":"percentage","dimensions":{"user":{"name":"user","value":null},"system":{"name":"system","value":null}}},
             "system.ram":{"units":"MiB","dimensions":{}}}
            """);
        using var client = Connect(young.Url);

        var system = await client.SystemAsync(Cancellation);

        Assert.Equal((null, null, null, null, null), (system.CpuPercent, system.MemoryUsedBytes, system.Load, system.UptimeSeconds, system.Network));
        Assert.Equal("attic", system.Name);
        Assert.Empty(await client.DisksAsync(Cancellation));
    }

    [Fact]
    public async Task Units_are_bytes_percent_and_degrees()
    {
        await using var server = await StartAsync(
            """
            {"system.cpu":{"units":"percentage","dimensions":{"user":{"name":"user","value":20.5},"system":{"name":"system","value":4.5},"idle":{"name":"idle","value":75}}},
             "system.net":{"units":"kilobits/s","dimensions":{"InOctets":{"name":"received","value":80},"OutOctets":{"name":"sent","value":-8}}},
             "disk_space._srv":{"context":"disk.space","family":"/srv","units":"GiB","dimensions":{"avail":{"name":"avail","value":1},"used":{"name":"used","value":3},"reserved_for_root":{"name":"reserved for root","value":0.5}}},
             "disk_space._run":{"context":"disk.space","family":"/run/lock","units":"GiB","dimensions":{"avail":{"name":"avail","value":1},"used":{"name":"used","value":0}}},
             "sensors_temp.a":{"context":"sensors.temperature","units":"Celsius","dimensions":{"t1":{"name":"Core 0","value":51.5}}},
             "sensors_fan.a":{"context":"sensors.fan","units":"Rotations/min","dimensions":{"f1":{"name":"fan1","value":900},"f2":{"name":"fan2","value":null}}}}
            """);
        using var client = Connect(server.Url);

        var system = await client.SystemAsync(Cancellation);

        Assert.Equal(25, system.CpuPercent);
        Assert.Equal(new NetworkRate(10_000, 1_000), system.Network);
        Assert.Equal(new Disk("Attic", "/srv", 3L << 30, 1L << 30, 9L << 29, 75), Assert.Single(await client.DisksAsync(Cancellation)));
        Assert.Equal([new("Attic", "Core 0", SensorKind.Temperature, 51.5), new("Attic", "fan1", SensorKind.Fan, 900)], await client.SensorsAsync(Cancellation));
    }

    private static Task<LoopbackServer> StartAsync(string charts) => LoopbackServer.StartAsync(app =>
    {
        app.MapGet("/api/v1/info", () => Results.Text("""{"version":"v1.37.1","mirrored_hosts":["attic"],"os_name":"unknown","cores_total":"2","ram_total":"2000"}""", "application/json"));
        app.MapGet("/api/v1/allmetrics", () => Results.Text(charts, "application/json"));
    });

    private static NetdataClient Connect(Uri url) => new NetdataKind(TimeProvider.System).Connect(new("id", "Attic", "netdata", url.ToString()));
}
