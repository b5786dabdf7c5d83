using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace HomeDash.Simulators;

/// <summary>
/// The REST API of Glances 3.3.1 or 4.3.1, as the real ones answer: the other version's path is 404, a plugin that is off is
/// 400 (a web page in version 3), and the first processor value is 100 % whatever the machine does.
/// </summary>
public sealed class GlancesSimulator : IAsyncDisposable
{
    private readonly int version;
    private readonly string? password;
    private LoopbackServer server = null!;
    private int measurements;

    private GlancesSimulator(int version, string? password) => (this.version, this.password) = (version, password);

    public Uri Url => server.Url;

    /// <summary>What the machine calls itself.</summary>
    public string Hostname { get; set; } = "nas";

    /// <summary>Processor use in percent, from the third measurement on.</summary>
    public double Cpu { get; set; } = 12.5;

    /// <summary>Memory in use, of 16 GB.</summary>
    public long MemoryUsed { get; set; } = 4_000_000_000;

    /// <summary>As Python writes it.</summary>
    public string Uptime { get; set; } = "12 days, 1:07:21";

    /// <summary>The file systems: mount point, device, kind, used and free bytes.</summary>
    public IList<(string Mount, string Device, string Kind, long Used, long Free)> Disks { get; } = [("/", "/dev/sda1", "ext4", 30_000_000_000, 70_000_000_000)];

    /// <summary>The entries of the plugin sensors, as JSON; null when it is off.</summary>
    public string? Sensors { get; set; } = "[]";

    /// <summary>The answer of the plugin raid, as JSON; null when it is off.</summary>
    public string? Raid { get; set; }

    /// <summary>Plugins that are off besides.</summary>
    public ISet<string> Off { get; } = new HashSet<string>();

    public static async Task<GlancesSimulator> StartAsync(int version = 4, string? password = null)
    {
        var simulator = new GlancesSimulator(version, password);
        simulator.server = await LoopbackServer.StartAsync(app =>
        {
            app.Use(simulator.GuardAsync);
            app.MapGet($"/api/{version}/status", () => version == 4 ? Json("""{"version":"4.3.1"}""") : Results.Text("", "text/html"));
            app.MapGet($"/api/{version}/{{plugin}}", simulator.Answer);
        });
        return simulator;
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();

    private Task GuardAsync(HttpContext context, RequestDelegate next)
    {
        var expected = "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"glances:{password}"));
        if (password is null || context.Request.Headers.Authorization == expected)
        {
            return next(context);
        }

        context.Response.StatusCode = 401;
        return context.Response.WriteAsync(version == 4 ? """{"detail":"Not authenticated"}""" : "<h1>Error: 401 Unauthorized</h1>");
    }

    private IResult Answer(string plugin) => Off.Contains(plugin) ? Unknown(plugin) : plugin switch
    {
        "cpu" => Json(Processor(Interlocked.Increment(ref measurements))),
        "mem" => Json($$"""{"total":16000000000,"available":{{16_000_000_000 - MemoryUsed}},"percent":25.0,"used":{{MemoryUsed}},"free":1000}"""),
        "load" => Json("""{"min1":0.5556640625,"min5":0.75,"min15":1.0,"cpucore":4}"""),
        "uptime" => Json($"\"{Uptime}\""),
        "system" => Json($$"""{"os_name":"Linux","hostname":"{{Hostname}}","platform":"64bit","linux_distro":"Debian GNU/Linux 12","os_version":"6.1.0","hr_name":"Debian GNU/Linux 12 64bit"}"""),
        "network" => Json(version == 4
            ? """[{"interface_name":"lo","time_since_update":2.0,"bytes_recv":9000,"bytes_sent":9000},{"interface_name":"eth0","time_since_update":2.0,"bytes_recv":2000,"bytes_sent":1000,"bytes_recv_gauge":5000},{"interface_name":"veth12","time_since_update":2.0,"bytes_recv":700,"bytes_sent":700}]"""
            : """[{"interface_name":"lo","time_since_update":2.0,"rx":9000,"tx":9000,"is_up":true},{"interface_name":"eth0","time_since_update":2.0,"rx":2000,"tx":1000,"cumulative_rx":5000,"is_up":true},{"interface_name":"eth1","time_since_update":2.0,"rx":5,"tx":5,"is_up":false}]"""),
        "fs" => Json(new JsonArray([.. Disks.Select(disk => (JsonNode)new JsonObject
        {
            ["device_name"] = disk.Device,
            ["fs_type"] = disk.Kind,
            ["mnt_point"] = disk.Mount,
            ["size"] = disk.Used + disk.Free + 5_000_000_000,
            ["used"] = disk.Used,
            ["free"] = disk.Free,
        })]).ToJsonString()),
        "sensors" when Sensors is { } sensors => Json(sensors),
        "raid" when Raid is { } raid => Json(raid),
        _ => Unknown(plugin),
    };

    private string Processor(int number) => (version, number) switch
    {
        (3, 1) => """{"total":100.0,"user":58.0,"system":18.0,"idle":0.0,"time_since_update":1,"cpucore":4,"ctx_switches":0,"interrupts":0}""",
        (4, 1) => """{"total":100.0,"user":48.2,"system":11.0,"idle":0.0,"ctx_switches":40211585,"interrupts":6832148,"cpucore":4}""",
        (4, 2) => """{"total":0.0,"user":0.0,"system":0.0,"idle":0.0,"ctx_switches":0,"interrupts":0,"cpucore":4,"time_since_update":5.38}""",
        _ => string.Create(CultureInfo.InvariantCulture, $$"""{"total":{{Cpu}},"user":{{Cpu}},"system":0.0,"idle":{{100 - Cpu}},"ctx_switches":28278,"interrupts":4002,"cpucore":4,"time_since_update":2.55}"""),
    };

    private IResult Unknown(string plugin) => version == 4
        ? Results.Text($$"""{"detail":"Unknown plugin {{plugin}} (available plugins: ['cpu', 'mem'])"}""", "application/json", statusCode: 400)
        : Results.Text($"<!DOCTYPE HTML><h1>Error: 400 Bad Request</h1><pre>Unknown plugin {plugin}</pre>", "text/html", statusCode: 400);

    private static IResult Json(string json) => Results.Text(json, "application/json");
}
