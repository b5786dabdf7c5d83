using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace HomeDash.Simulators;

/// <summary>What a Docker engine 20.10 (API 1.41) on TCP answers to those who only read: one container that runs, its image, network and volume.</summary>
public sealed class DockerSimulator : IAsyncDisposable
{
    /// <summary>The id of its container.</summary>
    public const string Container = "4985f82d006658cfdd29ec42595d4ea8da091b6822ad2c8e9b8ca6b5eec100f0";

    private const string Image = "sha256:4912f15ccde6c845fe53090fda85a9d2e44b78a834bbc82da4ff1241bdf1dc85";
    private const string Network = """{"bridge":{"IPAMConfig":null,"Links":null,"Aliases":null,"IPAddress":"172.17.0.2","IPPrefixLen":16,"Gateway":"172.17.0.1"}}""";
    private const string Mount = """{"Type":"volume","Name":"music","Source":"/var/lib/docker/volumes/music/_data","Destination":"/music","Driver":"local","Mode":"z","RW":true,"Propagation":""}""";

    private static readonly Dictionary<string, string> Answers = new()
    {
        ["/version"] = """{"Platform":{"Name":""},"Components":[],"Version":"20.10.24","ApiVersion":"1.41","MinAPIVersion":"1.12","Os":"linux","Arch":"amd64"}""",
        ["/containers/json"] = $$"""
            [{"Id":"{{Container}}","Names":["/player"],"Image":"player:1","ImageID":"{{Image}}","Command":"/player","Created":1795278619,"Ports":[{"IP":"0.0.0.0","PrivatePort":8080,"PublicPort":8989,"Type":"tcp"}],
              "Labels":{},"State":"running","Status":"Up 2 hours (healthy)","HostConfig":{"NetworkMode":"default"},"NetworkSettings":{"Networks":{{Network}}},"Mounts":[{{Mount}}]}]
            """,
        [$"/containers/{Container}/json"] = $$$"""
            {"Id":"{{{Container}}}","Created":"2026-11-21T16:30:19.194703511Z","Path":"/player","Args":[],"Image":"{{{Image}}}","Name":"/player","RestartCount":0,
             "State":{"Status":"running","Running":true,"ExitCode":0,"Error":"","StartedAt":"2026-11-21T16:30:19.514911361Z","FinishedAt":"0001-01-01T00:00:00Z","Health":{"Status":"healthy","FailingStreak":0,"Log":[]}},
             "HostConfig":{"NetworkMode":"default","RestartPolicy":{"Name":"","MaximumRetryCount":0},"AutoRemove":false},"Mounts":[{{{Mount}}}],
             "Config":{"Tty":false,"Env":["TOKEN=secret-of-the-player"],"Image":"player:1","Labels":{}},"NetworkSettings":{"Ports":{"8080/tcp":[{"HostIp":"0.0.0.0","HostPort":"8989"}]},"Networks":{{{Network}}}}}
            """,
        [$"/containers/{Container}/stats"] = """
            {"cpu_stats":{"cpu_usage":{"total_usage":499595262,"percpu_usage":[249677105,249918157]},"system_cpu_usage":24814770000000,"online_cpus":2},
             "precpu_stats":{"cpu_usage":{"total_usage":483033661,"percpu_usage":[245694096,237339565]},"system_cpu_usage":24812750000000,"online_cpus":2},
             "memory_stats":{"usage":1687552,"stats":{"inactive_file":45056,"total_inactive_file":45056},"limit":8325849088}}
            """,
        ["/events"] = $$$"""{"status":"start","id":"{{{Container}}}","from":"player:1","Type":"container","Action":"start","Actor":{"ID":"{{{Container}}}","Attributes":{"image":"player:1","name":"player"}},"scope":"local","time":1795278619,"timeNano":1795278619514911361}""" + "\n",
        ["/images/json"] = $$"""[{"Containers":-1,"Created":1795278422,"Id":"{{Image}}","Labels":null,"ParentId":"","RepoDigests":null,"RepoTags":["player:1"],"SharedSize":-1,"Size":1984158}]""",
        ["/networks"] = """[{"Name":"bridge","Id":"b2623f92d22b188c6a14516cef44b4a53dfc21f4c6aab154e2487be6cf73c5d3","Scope":"local","Driver":"bridge","IPAM":{"Driver":"default","Config":[{"Subnet":"172.17.0.0/16","Gateway":"172.17.0.1"}]},"Internal":false}]""",
        ["/volumes"] = """{"Volumes":[{"CreatedAt":"2026-11-21T16:30:19Z","Driver":"local","Labels":null,"Mountpoint":"/var/lib/docker/volumes/music/_data","Name":"music","Options":null,"Scope":"local"}],"Warnings":null}""",
        ["/system/df"] = """{"LayersSize":1984158,"Images":[],"Containers":[],"Volumes":[{"CreatedAt":"2026-11-21T16:30:19Z","Driver":"local","Name":"music","Scope":"local","UsageData":{"RefCount":1,"Size":4096}}],"BuildCache":null}""",
    };

    private LoopbackServer server = null!;

    public Uri Url => server.Url;

    public static async Task<DockerSimulator> StartAsync()
    {
        var simulator = new DockerSimulator();
        simulator.server = await LoopbackServer.StartAsync(app =>
        {
            app.MapGet("/_ping", (HttpResponse response) =>
            {
                response.Headers["Api-Version"] = "1.41";
                return Results.Text("OK");
            });
            app.MapGet("/{**path}", (string path) =>
                Answers.TryGetValue("/" + (path.StartsWith("v1.41/", StringComparison.Ordinal) ? path["v1.41/".Length..] : path), out var answer)
                    ? Results.Text(answer, "application/json")
                    : Results.Text("""{"message":"page not found"}""", "application/json", statusCode: 404));
        });
        return simulator;
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();
}
