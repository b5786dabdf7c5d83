namespace HomeDash.Benchmarks.Http;

/// <summary>HomeDash over HTTP beside the bare endpoint, and beside a peer when there is one, in turns.</summary>
internal static class LoadFigures
{
    private const int Rounds = 3;

    /// <summary>How many connections at once the last case keeps busy.</summary>
    private const int Many = 64;

    /// <summary>CPU for each request, against the bare endpoint's.</summary>
    private const double MostOfBare = 3;

    /// <summary>CPU for each request, against a peer's that checks no key.</summary>
    private const double MostOfPeer = 1 / 8.0;

    /// <summary>What a tool does for itself comes on top of what calling it costs, so the target is for one that only looks into memory.</summary>
    private static readonly LoadCase[] Cases =
    [
        new("tools/call", _ => McpClient.CallOf("tools_list", """{"limit":1}"""), HasTarget: true),
        new("tools/call of a row in the database", _ => McpClient.CallOf("app_get", """{"app":"grafana"}"""), HasTarget: false),
        new("tools/list", _ => McpClient.List, HasTarget: true),
    ];

    public static async Task<IReadOnlyList<Figure>> MeasureAsync(Options options, CancellationToken cancellationToken)
    {
        using var programs = new Programs();
        var house = await programs.HomeDashAsync(cancellationToken);
        using (var client = new McpClient(house))
        {
            await client.PostAsync(McpClient.CallOf("app_create", """{"name":"grafana","description":"Dashboards.","href":"http://nas:3000"}"""), cancellationToken);
        }

        var bare = await programs.BareAsync(await AnswersAsync(house, cancellationToken), cancellationToken);
        var peer = options.Peer is null ? null
            : new Server("peer", options.Peer, options.PeerKey, options.Peer.IsLoopback ? ProcessClock.ListeningOn(options.Peer.Port) : null);
        Server[] servers = [house, bare, .. peer is null ? [] : new[] { peer }];

        var figures = new List<Figure>();
        foreach (var load in Cases)
        {
            var found = await InTurnsAsync(servers, load, options, TimeSpan.FromSeconds(options.Seconds), cancellationToken);
            figures.AddRange(servers.Select(server => Told(load.Name, server, found[server])));
            figures.Add(Against("the bare endpoint's", load, found[house], found[bare], MostOfBare));
            if (peer?.Clock is not null)
            {
                figures.Add(Against("the peer's", load, found[house], found[peer], MostOfPeer));
            }
        }

        figures.AddRange(await TogetherAsync(house, TimeSpan.FromSeconds(options.Seconds), cancellationToken));
        figures.AddRange(servers.Where(server => server.Clock is not null).Select(server => new Figure($"memory after load, {server.Name}", $"{server.Clock!.Memory / 1_000_000.0:0} MB")));
        return figures;
    }

    private static Figure Told(string name, Server server, Load load) => new(
        $"{name}, {server.Name}: {load.PerSecond:#,0} requests/s", server.Clock is null ? "not this machine's" : $"{load.CpuMicroseconds:#,0} µs CPU");

    private static Figure Against(string whose, LoadCase load, Load own, Load other, double target)
    {
        var (what, ratio) = ($"{load.Name}: HomeDash's CPU against {whose}", own.CpuMicroseconds / other.CpuMicroseconds);
        return load.HasTarget ? Figure.Bound(what, ratio, target, "×") : new(what, $"{ratio:0.0#} ×");
    }

    /// <summary>Short rounds in turns: what else happens on the machine meets all servers alike.</summary>
    private static async Task<Dictionary<Server, Load>> InTurnsAsync(Server[] servers, LoadCase load, Options options, TimeSpan length, CancellationToken cancellationToken)
    {
        var clients = servers.ToDictionary(server => server, server => new McpClient(server));
        var loads = servers.ToDictionary(server => server, _ => default(Load));
        try
        {
            for (var round = 0; round <= Rounds; round++)
            {
                foreach (var (server, client) in clients)
                {
                    var body = server.Name == "peer" && load.IsCall ? McpClient.CallOf(options.PeerTool, options.PeerArguments) : load.Body(server);
                    var done = await Load.RunAsync(server, client, body, Load.Connections, length / Rounds, cancellationToken);
                    // The first round only warms up.
                    loads[server] = round == 0 ? default : loads[server] + done;
                }
            }
        }
        finally
        {
            foreach (var client in clients.Values)
            {
                client.Dispose();
            }
        }

        return loads;
    }

    /// <summary>Many at once, for as long as one case: an answer that is not right ends the run, and memory has to stay where it is.</summary>
    private static async Task<IEnumerable<Figure>> TogetherAsync(Server house, TimeSpan length, CancellationToken cancellationToken)
    {
        using var client = new McpClient(house, Many);
        var first = await Load.RunAsync(house, client, Cases[0].Body(house), Many, length / 3, cancellationToken);
        var before = house.Clock!.Memory;
        var rest = await Load.RunAsync(house, client, Cases[0].Body(house), Many, length * 2 / 3, cancellationToken);
        return
        [
            new($"{Many} connections for {length.TotalSeconds:0} s: {(first + rest).Requests:#,0} requests, no error", $"{(first + rest).CpuMicroseconds:#,0} µs CPU"),
            Figure.Bound($"{Many} connections: memory at the end against after a third", (double)house.Clock.Memory / before, 1.25, "×"),
        ];
    }

    private static async Task<Dictionary<string, byte[]>> AnswersAsync(Server house, CancellationToken cancellationToken)
    {
        using var client = new McpClient(house);
        var answers = new Dictionary<string, byte[]>();
        foreach (var load in Cases)
        {
            var body = load.Body(house);
            answers[BareServer.NameOf(body)] = await client.PostAsync(body, cancellationToken);
        }

        return answers;
    }
}

/// <summary>One kind of request that servers are loaded with.</summary>
/// <param name="Name">As the report calls it.</param>
/// <param name="Body">The request for a server.</param>
/// <param name="HasTarget">Whether its ratios are bound.</param>
internal sealed record LoadCase(string Name, Func<Server, byte[]> Body, bool HasTarget)
{
    public bool IsCall => Name.StartsWith("tools/call", StringComparison.Ordinal);
}
