namespace HomeDash.Benchmarks.Http;

/// <summary>HomeDash over HTTP beside the bare endpoint, and beside a peer when there is one, in turns.</summary>
internal static class LoadFigures
{
    private const int Rounds = 3;

    public static async Task<IReadOnlyList<Figure>> MeasureAsync(Options options, CancellationToken cancellationToken)
    {
        using var programs = new Programs();
        var house = await programs.HomeDashAsync(cancellationToken);
        var bare = await programs.BareAsync(await AnswersAsync(house, cancellationToken), cancellationToken);
        var peer = options.Peer is null ? null
            : new Server("peer", options.Peer, options.PeerKey, options.PeerTool, options.PeerArguments, options.Peer.IsLoopback ? ProcessClock.ListeningOn(options.Peer.Port) : null);
        Server[] servers = [house, bare, .. peer is null ? [] : new[] { peer }];

        var figures = new List<Figure>();
        foreach (var method in new[] { "tools/call", "tools/list" })
        {
            var loads = await InTurnsAsync(servers, method, TimeSpan.FromSeconds(options.Seconds), cancellationToken);
            figures.AddRange(servers.Select(server => Told(method, server, loads[server])));
            figures.Add(new($"{method}: HomeDash's CPU against the bare endpoint's", $"{loads[house].CpuMicroseconds / loads[bare].CpuMicroseconds:0.0} ×"));
            if (peer?.Clock is not null)
            {
                figures.Add(Figure.Bound($"{method}: HomeDash's CPU against the peer's", loads[house].CpuMicroseconds / loads[peer].CpuMicroseconds, 1, "×"));
            }
        }

        figures.AddRange(servers.Where(server => server.Clock is not null).Select(server => new Figure($"memory after load, {server.Name}", $"{server.Clock!.Memory / 1_000_000.0:0} MB")));
        return figures;
    }

    private static Figure Told(string method, Server server, Load load) => new(
        $"{method}, {server.Name}: {load.PerSecond:#,0} requests/s", server.Clock is null ? "not this machine's" : $"{load.CpuMicroseconds:#,0} µs CPU");

    /// <summary>Short rounds in turns: what else happens on the machine meets all servers alike.</summary>
    private static async Task<Dictionary<Server, Load>> InTurnsAsync(Server[] servers, string method, TimeSpan length, CancellationToken cancellationToken)
    {
        var clients = servers.ToDictionary(server => server, server => new McpClient(server));
        var loads = servers.ToDictionary(server => server, _ => default(Load));
        try
        {
            for (var round = 0; round <= Rounds; round++)
            {
                foreach (var (server, client) in clients)
                {
                    var load = await Load.RunAsync(server, client, method == "tools/list" ? McpClient.List : client.Call, length / Rounds, cancellationToken);
                    // The first round only warms up.
                    loads[server] = round == 0 ? default : loads[server] + load;
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

    private static async Task<Dictionary<string, byte[]>> AnswersAsync(Server house, CancellationToken cancellationToken)
    {
        using var client = new McpClient(house);
        await client.PostAsync(McpClient.CallOf("app_create", """{"name":"grafana","description":"Dashboards.","href":"http://nas:3000"}"""), cancellationToken);
        return new()
        {
            ["tools/call"] = await client.PostAsync(client.Call, cancellationToken),
            ["tools/list"] = await client.PostAsync(McpClient.List, cancellationToken),
        };
    }
}
