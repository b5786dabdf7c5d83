using System.Collections.Frozen;
using System.Text.Json;
using HomeDash.Procedures;

namespace HomeDash.Tests.HealthMonitoring;

public sealed class ReadTests : IAsyncLifetime
{
    private HealthHouse house = null!;

    public async ValueTask InitializeAsync() => house = await HealthHouse.StartAsync();

    public ValueTask DisposeAsync() => house.DisposeAsync();

    [Fact]
    public async Task Systems_say_what_they_are_busy_with()
    {
        var list = await house.CallAsync("healthMonitoring.systems");
        var system = Assert.Single(list.GetProperty("items").EnumerateArray());

        Assert.Equal(("Attic", "nas"), (system.GetProperty("integration").GetString(), system.GetProperty("name").GetString()));
        Assert.Equal(16_000_000_000, system.GetProperty("memoryTotalBytes").GetInt64());
        Assert.Equal(1000, system.GetProperty("network").GetProperty("downBytesPerSecond").GetDouble());
        Assert.Equal(0.56, system.GetProperty("load").GetProperty("one").GetDouble());
        Assert.False(system.TryGetProperty("cpuPercent", out _));
        Assert.True(Assert.Single(list.GetProperty("integrations").EnumerateArray()).GetProperty("ok").GetBoolean());
    }

    [Fact]
    public async Task Watching_brings_what_is_measured_later()
    {
        var seen = await house.StreamAsync("healthMonitoring.watch", list => list.GetProperty("items")[0].TryGetProperty("cpuPercent", out _));

        Assert.Equal(12.5, seen[^1].GetProperty("items")[0].GetProperty("cpuPercent").GetDouble());
    }

    [Fact]
    public async Task Disks_come_the_fullest_first()
    {
        house.Glances.Disks.Add(("/media", "/dev/sdb1", "ext4", 90, 10));

        var disks = (await house.CallAsync("healthMonitoring.disks", """{"integrations":["attic"]}""")).GetProperty("items").EnumerateArray().ToArray();

        Assert.Equal([("/media", 90), ("/", 30)], disks.Select(disk => (disk.GetProperty("name").GetString()!, disk.GetProperty("usedPercent").GetDouble())));
    }

    [Fact]
    public async Task Sensors_come_the_hottest_first_and_fans_last()
    {
        house.Glances.Sensors =
            """[{"label":"fan1","unit":"R","value":900,"type":"fan_speed"},{"label":"A","unit":"C","value":40,"type":"temperature_core"},{"label":"B","unit":"C","value":50,"type":"temperature_core"}]""";

        var sensors = (await house.CallAsync("healthMonitoring.sensors")).GetProperty("items").EnumerateArray();

        Assert.Equal(["B", "A", "fan1"], sensors.Select(sensor => sensor.GetProperty("name").GetString()));
    }

    [Fact]
    public async Task A_cluster_has_nodes_guests_and_storage()
    {
        var cluster = Assert.Single((await house.CallAsync("healthMonitoring.cluster")).GetProperty("items").EnumerateArray());

        Assert.Equal(["pve1", "pve2"], Names(cluster.GetProperty("nodes")));
        Assert.Equal(["pihole", "windows"], Names(cluster.GetProperty("guests")));
        Assert.Equal("stopped", cluster.GetProperty("guests")[0].GetProperty("status").GetString());
        Assert.Equal(["local", "tank"], Names(cluster.GetProperty("storage")));
    }

    [Fact]
    public async Task A_cluster_is_asked_no_question_for_a_machine()
    {
        var error = await house.FailAsync("healthMonitoring.disks", """{"integrations":["rack"]}""");

        Assert.Equal("integration: Rack is a Proxmox VE, which cannot do this. These can: Dash., Glances, Netdata.", error.Message);
    }

    [Fact]
    public async Task A_caller_sees_only_what_they_may_use()
    {
        var guest = new Caller("guest", "guest")
        {
            Permissions = new[] { HealthMonitoringPermissions.View }.ToFrozenSet(),
            Grants = new Dictionary<(string, string), Access> { [("integration", "rack-id")] = Access.Use }.ToFrozenDictionary(),
        };

        Assert.Empty((await house.CallAsync("healthMonitoring.systems", caller: guest)).GetProperty("items").EnumerateArray());
        Assert.Single((await house.CallAsync("healthMonitoring.cluster", caller: guest)).GetProperty("items").EnumerateArray());
        Assert.Equal(ErrorReason.TargetNotFound, (await house.FailAsync("healthMonitoring.disks", """{"integrations":["attic"]}""", guest)).Reason);
    }

    [Fact]
    public async Task Without_any_integration_the_namespace_says_what_to_connect()
    {
        await using var empty = await HealthHouse.StartAsync("nobody");

        var error = await empty.FailAsync("healthMonitoring.report");

        Assert.Equal(ErrorReason.NotConfigured, error.Reason);
        Assert.Contains("Add Glances, Netdata", error.Message, StringComparison.Ordinal);
    }

    private static IEnumerable<string?> Names(JsonElement things) => things.EnumerateArray().Select(thing => thing.GetProperty("name").GetString());
}
