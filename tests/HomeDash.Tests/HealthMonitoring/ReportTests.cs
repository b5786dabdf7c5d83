using System.Collections.Frozen;
using System.Text.Json;
using HomeDash.Procedures;

namespace HomeDash.Tests.HealthMonitoring;

/// <summary>The one answer to "is anything broken?".</summary>
public sealed class ReportTests : IAsyncLifetime
{
    private HealthHouse house = null!;

    public async ValueTask InitializeAsync() => house = await HealthHouse.StartAsync();

    public ValueTask DisposeAsync() => house.DisposeAsync();

    [Fact]
    public async Task All_is_well_says_what_was_looked_at()
    {
        var report = await house.CallAsync("healthMonitoring.report");

        Assert.Equal("allWell", report.GetProperty("verdict").GetString());
        Assert.Equal("All is well. Looked at 2 containers, 3 integrations, 1 disk, no sensors and 1 cluster.", report.GetProperty("summary").GetString());
        Assert.Empty(report.GetProperty("findings").EnumerateArray());
        Assert.Empty(report.GetProperty("notLookedAt").EnumerateArray());
    }

    [Fact]
    public async Task What_is_not_connected_is_said_and_is_no_reason_to_worry()
    {
        await using var small = await HealthHouse.StartAsync("dock");

        var report = await small.CallAsync("healthMonitoring.report");

        Assert.Equal("allWell", report.GetProperty("verdict").GetString());
        Assert.EndsWith(
            "Not looked at: disks (none to ask), sensors (none to ask) and clusters (none to ask).", report.GetProperty("summary").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("unhealthy", "critical", "plex on dock is unhealthy: its health check fails.", "docker.restart")]
    [InlineData("restarting", "critical", "plex on dock keeps restarting.", "docker.logs")]
    [InlineData("exit 1", "warning", "plex on dock has ended with exit code 1.", "docker.start")]
    [InlineData("not started", "critical", "plex on dock could not be started: port 80 is taken.", "docker.logs")]
    public async Task A_container_that_is_unwell_is_found(string ailment, string severity, string problem, string remedy)
    {
        house.Engine.Change("plex", plex => ailment switch
        {
            "unhealthy" => plex with { Health = ContainerHealth.Unhealthy },
            "restarting" => plex with { State = RunState.Restarting },
            "exit 1" => plex with { State = RunState.Exited, ExitCode = 1 },
            _ => plex with { State = RunState.Exited, ExitCode = 128, Error = "port 80 is taken" },
        });

        var report = await house.CallAsync("healthMonitoring.report");
        var finding = Assert.Single(report.GetProperty("findings").EnumerateArray());
        var next = finding.GetProperty("next").EnumerateArray().ToArray();

        Assert.Equal("problems", report.GetProperty("verdict").GetString());
        Assert.Equal((severity, "containers", "plex", "dock", problem), (Text(finding, "severity"), Text(finding, "area"), Text(finding, "subject"), Text(finding, "integration"), Text(finding, "problem")));
        Assert.Equal(remedy, Text(next[^1], "procedure"));
        Assert.Contains(problem, report.GetProperty("summary").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(137)]
    [InlineData(143)]
    public async Task A_container_that_was_stopped_is_no_problem(int code)
    {
        house.Engine.Change("plex", plex => plex with { State = RunState.Exited, ExitCode = code });

        Assert.Equal("allWell", Text(await house.CallAsync("healthMonitoring.report"), "verdict"));
    }

    [Fact]
    public async Task The_suggested_call_can_be_made_as_it_is()
    {
        house.Engine.Change("plex", plex => plex with { State = RunState.Exited, ExitCode = 1 });
        var finding = Assert.Single((await house.CallAsync("healthMonitoring.report")).GetProperty("findings").EnumerateArray());

        foreach (var next in finding.GetProperty("next").EnumerateArray())
        {
            await house.CallAsync(Text(next, "procedure"), next.GetProperty("input").GetRawText());
        }

        Assert.Equal(["start plex"], house.Engine.Done);
        Assert.Equal("allWell", Text(await house.CallAsync("healthMonitoring.report"), "verdict"));
    }

    [Theory]
    [InlineData(89, null)]
    [InlineData(92, "warning")]
    [InlineData(98, "critical")]
    public async Task A_disk_that_is_nearly_full_is_found(long percent, string? severity)
    {
        house.Glances.Disks.Add(("/media", "/dev/sdb1", "ext4", percent * 1_000_000_000, (100 - percent) * 1_000_000_000));

        var findings = (await house.CallAsync("healthMonitoring.report")).GetProperty("findings").EnumerateArray().ToArray();

        Assert.Equal(severity is null ? [] : [(severity, $"/media of Attic is {percent} % full.")], findings.Select(finding => (Text(finding, "severity"), Text(finding, "problem"))));
    }

    [Fact]
    public async Task An_array_without_one_of_its_devices_is_found()
    {
        house.Glances.Disks.Add(("/vault", "/dev/md0", "ext4", 1, 99));
        house.Glances.Raid = """{"md0":{"available":"2","used":"1"}}""";

        var finding = Assert.Single((await house.CallAsync("healthMonitoring.report")).GetProperty("findings").EnumerateArray());

        Assert.Equal(("critical", "The array /vault of Attic has lost a device."), (Text(finding, "severity"), Text(finding, "problem")));
    }

    [Theory]
    [InlineData("""{"value":84,"warning":84,"critical":100}""", "warning")]
    [InlineData("""{"value":83,"warning":84,"critical":100}""", null)]
    [InlineData("""{"value":100,"warning":84,"critical":100}""", "critical")]
    [InlineData("""{"value":86}""", "warning")]
    [InlineData("""{"value":84}""", null)]
    [InlineData("""{"value":96}""", "critical")]
    [InlineData("""{"value":71,"critical":70}""", "critical")]
    public async Task A_sensor_that_is_hot_is_found(string sensor, string? severity)
    {
        house.Glances.Sensors = $$"""[{"label":"CPU","unit":"C","type":"temperature_core",{{sensor[1..]}}]""";

        var findings = (await house.CallAsync("healthMonitoring.report")).GetProperty("findings").EnumerateArray().ToArray();

        Assert.Equal(severity is null ? [] : [severity], findings.Select(finding => Text(finding, "severity")));
    }

    [Fact]
    public async Task What_is_wrong_with_a_cluster_is_found_the_worst_first()
    {
        house.Proxmox.Find("node/pve2")["status"] = "offline";
        house.Proxmox.Find("lxc/101")["hastate"] = "error";
        house.Proxmox.Find("storage/pve1/local")["disk"] = 98_784_247_808;
        house.Proxmox.Find("storage/pve1/tank")["status"] = "unknown";
        house.Proxmox.Find("storage/pve2/tank")["status"] = "unknown";

        var report = await house.CallAsync("healthMonitoring.report");

        Assert.Equal(
            [
                "The node pve2 of Rack is offline.",
                "Rack cannot keep pihole running.",
                "The storage tank on pve1 of Rack cannot be reached.",
                "The storage local on pve1 of Rack is 92 % full.",
            ],
            report.GetProperty("findings").EnumerateArray().Select(finding => Text(finding, "problem")));
        Assert.StartsWith("4 problems, 3 critical. The node pve2 of Rack is offline.", Text(report, "summary"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_integration_that_fails_is_found_and_what_it_would_have_told_is_named()
    {
        await house.Glances.DisposeAsync();

        var report = await house.CallAsync("healthMonitoring.report");
        var finding = Assert.Single(report.GetProperty("findings").EnumerateArray());

        Assert.Equal(("critical", "integrations", "Attic"), (Text(finding, "severity"), Text(finding, "area"), Text(finding, "subject")));
        Assert.Contains("nobody listens", Text(finding, "problem"), StringComparison.Ordinal);
        Assert.Equal(["disks of Attic", "sensors of Attic"], report.GetProperty("notLookedAt").EnumerateArray().Select(gap => $"{Text(gap, "area")} of {Text(gap, "integration")}"));
        Assert.Contains("Not looked at: disks of Attic and sensors of Attic.", Text(report, "summary"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_answers_its_test_and_fails_at_what_it_is_asked_is_found_until_it_works_again()
    {
        house.Engine.Fault = ProcedureErrors.ServiceFailed("dock says: out of memory");

        var report = await house.CallAsync("healthMonitoring.report");
        var finding = Assert.Single(report.GetProperty("findings").EnumerateArray());

        Assert.Equal(("warning", "dock answers, but failed when it was asked last: dock says: out of memory"), (Text(finding, "severity"), Text(finding, "problem")));
        Assert.Equal("containers", Text(Assert.Single(report.GetProperty("notLookedAt").EnumerateArray()), "area"));

        house.Engine.Fault = null;
        Assert.Equal("allWell", Text(await house.CallAsync("healthMonitoring.report"), "verdict"));
    }

    [Fact]
    public async Task What_could_not_be_looked_at_is_never_all_well()
    {
        house.Engine.Fault = ProcedureErrors.Unreachable("dock broke off its answer.");

        var report = await house.CallAsync("healthMonitoring.report");

        Assert.Equal("unsure", Text(report, "verdict"));
        Assert.Equal("dock broke off its answer.", Text(Assert.Single(report.GetProperty("notLookedAt").EnumerateArray()), "message"));
        Assert.StartsWith("Nothing wrong was seen, but not everything could be looked at.", Text(report, "summary"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_caller_may_not_see_is_left_out_and_said()
    {
        var guest = new Caller("guest", "guest") { Permissions = new[] { HealthMonitoringPermissions.View }.ToFrozenSet() };
        house.Engine.Change("plex", plex => plex with { Health = ContainerHealth.Unhealthy });

        var report = await house.CallAsync("healthMonitoring.report", caller: guest);

        Assert.Empty(report.GetProperty("findings").EnumerateArray());
        Assert.Equal("unsure", Text(report, "verdict"));
        Assert.Contains(
            "You may not see containers: that needs the permission docker.view.", report.GetProperty("notLookedAt").EnumerateArray().Select(gap => Text(gap, "message")));
        Assert.StartsWith("Nothing wrong was seen, but not everything could be looked at. Nothing could be looked at.", Text(report, "summary"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_the_permission_there_is_no_report()
    {
        var error = await house.FailAsync("healthMonitoring.report", caller: new("guest", "guest"));

        Assert.Equal(ErrorReason.NotAllowed, error.Reason);
    }

    private static string Text(JsonElement element, string property) => element.GetProperty(property).GetString()!;
}
