using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace HomeDash.Simulators;

/// <summary>The API of Dash. 6: what a widget that is off would show is answered with 200 and nothing.</summary>
public sealed class DashDotSimulator : IAsyncDisposable
{
    private LoopbackServer server = null!;

    public Uri Url => server.Url;

    /// <summary>Widgets that are off: <c>cpu</c>, <c>ram</c>, <c>storage</c>, <c>network</c>.</summary>
    public ISet<string> Off { get; } = new HashSet<string>();

    /// <summary>Whether DASHDOT_DISABLE_INTEGRATIONS is set: then there is only the web page.</summary>
    public bool Closed { get; set; }

    /// <summary>Whether DASHDOT_ENABLE_CPU_TEMPS is set.</summary>
    public bool Temperatures { get; set; } = true;

    public static async Task<DashDotSimulator> StartAsync()
    {
        var simulator = new DashDotSimulator();
        simulator.server = await LoopbackServer.StartAsync(app =>
        {
            app.MapGet("/info", () => simulator.Say(
                "info",
                """
                {"os":{"platform":"linux","distro":"Debian GNU/Linux","release":"12","kernel":"6.1.0","arch":"x64","uptime":93784.12,"dash_version":"6.1.0","dash_buildhash":"abc"},
                 "cpu":{"brand":"Intel","model":"N100","cores":4,"threads":4,"frequency":3.4},
                 "ram":{"size":16777216000,"layout":[]},
                 "storage":[{"size":500000000000,"disks":[{"device":"nvme0n1","brand":"WD","type":"NVMe"}]},
                            {"size":4000000000000,"raidType":1,"raidName":"vault","disks":[{"device":"sda","brand":"WD","type":"HD"},{"device":"sdb","brand":"WD","type":"HD"}]},
                            {"size":1000000000000,"disks":[{"device":"sdc","brand":"WD","type":"HD"}]}],
                 "network":{"interfaceSpeed":1000,"speedDown":0,"speedUp":0,"type":"Wired"},"gpu":{"layout":[]}}
                """));
            app.MapGet("/load/cpu", () => simulator.Say("cpu", simulator.Temperatures
                ? """[{"load":10.5,"temp":51,"core":0},{"load":20.5,"temp":53.5,"core":1},{"load":30,"temp":52,"core":2},{"load":39,"temp":51,"core":3}]"""
                : """[{"load":10.5,"core":0},{"load":29.5,"core":1}]"""));
            app.MapGet("/load/ram", () => simulator.Say("ram", """{"load":4194304000}""", "{}"));
            app.MapGet("/load/storage", () => simulator.Say("storage", "[125000000000,3900000000000,-1]"));
            app.MapGet("/load/network", () => simulator.Say("network", """{"up":1234.56,"down":98765.4}"""));
        });
        return simulator;
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();

    private IResult Say(string widget, string json, string off = "") =>
        Closed ? Results.Text($"<!DOCTYPE html><pre>Cannot GET /{widget}</pre>", "text/html", statusCode: 404)
        : Off.Contains(widget) ? off.Length == 0 ? Results.Ok() : Results.Text(off, "application/json")
        : Results.Text(json, "application/json");
}
