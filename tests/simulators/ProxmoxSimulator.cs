using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace HomeDash.Simulators;

/// <summary>
/// The part of Proxmox VE 8's API that is read with an API token: 401 with empty data for a token that it does not know,
/// 200 with less or nothing for one that may see less.
/// </summary>
public sealed class ProxmoxSimulator : IAsyncDisposable
{
    /// <summary>The token that it knows, as USER@REALM!NAME=SECRET.</summary>
    public const string Token = "homedash@pve!dashboard=secret-of-proxmox";

    private LoopbackServer server = null!;

    public Uri Url => server.Url;

    /// <summary>Whether the token has the role PVEAuditor on /.</summary>
    public bool MaySee { get; set; } = true;

    /// <summary>What GET /cluster/resources answers; changed in place.</summary>
    public JsonArray Resources { get; } = (JsonArray)JsonNode.Parse(
        """
        [{"id":"node/pve1","type":"node","node":"pve1","status":"online","cpu":0.1275,"maxcpu":8,"mem":8589934592,"maxmem":34359738368,"disk":21474836480,"maxdisk":107374182400,"uptime":1234567,"level":"","cgroup-mode":2},
         {"id":"node/pve2","type":"node","node":"pve2","status":"online","cpu":0.5,"maxcpu":4,"mem":4294967296,"maxmem":17179869184,"disk":1,"maxdisk":107374182400,"uptime":1000,"level":""},
         {"id":"qemu/100","type":"qemu","vmid":100,"name":"windows","node":"pve1","status":"running","cpu":0.25,"maxcpu":4,"mem":4294967296,"maxmem":8589934592,"disk":0,"maxdisk":68719476736,"uptime":5000,"template":0,"diskread":1,"diskwrite":2,"netin":3,"netout":4},
         {"id":"qemu/900","type":"qemu","vmid":900,"name":"golden","node":"pve1","status":"stopped","cpu":0,"maxcpu":1,"mem":0,"maxmem":1073741824,"disk":0,"maxdisk":1073741824,"uptime":0,"template":1},
         {"id":"lxc/101","type":"lxc","vmid":101,"name":"pihole","node":"pve2","status":"stopped","cpu":0,"maxcpu":1,"mem":0,"maxmem":536870912,"disk":1073741824,"maxdisk":8589934592,"uptime":0,"template":0,"hastate":"started"},
         {"id":"storage/pve1/local","type":"storage","storage":"local","node":"pve1","status":"available","plugintype":"dir","content":"iso,backup","shared":0,"disk":21474836480,"maxdisk":107374182400},
         {"id":"storage/pve1/tank","type":"storage","storage":"tank","node":"pve1","status":"available","plugintype":"nfs","content":"images","shared":1,"disk":500,"maxdisk":1000},
         {"id":"storage/pve2/tank","type":"storage","storage":"tank","node":"pve2","status":"available","plugintype":"nfs","content":"images","shared":1,"disk":500,"maxdisk":1000},
         {"id":"sdn/pve1/localnetwork","type":"sdn","sdn":"localnetwork","node":"pve1","status":"ok"}]
        """)!;

    public static async Task<ProxmoxSimulator> StartAsync()
    {
        var simulator = new ProxmoxSimulator();
        simulator.server = await LoopbackServer.StartAsync(app =>
        {
            app.MapGet("/api2/json/version", (HttpRequest request) => Say(request, """{"version":"8.2.4","release":"8.2","repoid":"faa83925c9641325"}"""));
            app.MapGet("/api2/json/cluster/resources", (HttpRequest request) => Say(request, simulator.MaySee ? simulator.Resources.ToJsonString() : "[]"));
        });
        return simulator;
    }

    /// <summary>A resource by its id, to be changed.</summary>
    public JsonNode Find(string id) => Resources.Single(resource => resource!["id"]!.GetValue<string>() == id)!;

    public ValueTask DisposeAsync() => server.DisposeAsync();

    private static IResult Say(HttpRequest request, string data) => request.Headers.Authorization == $"PVEAPIToken={Token}"
        ? Results.Text($$"""{"data":{{data}}}""", "application/json")
        : Results.Text("""{"data":null}""", "application/json", statusCode: 401);
}
