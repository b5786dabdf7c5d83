using System.Diagnostics;

namespace HomeDash.Benchmarks.Http;

/// <summary>What a server did in a while under load.</summary>
/// <param name="Requests">How many it answered.</param>
/// <param name="Elapsed">In how long.</param>
/// <param name="Cpu">On how much processor time.</param>
internal readonly record struct Load(long Requests, TimeSpan Elapsed, TimeSpan Cpu)
{
    public const int Connections = 8;
    private const long MostRequests = 1_000_000;

    public double CpuMicroseconds => Cpu.TotalMicroseconds / Requests;

    public double PerSecond => Requests / Elapsed.TotalSeconds;

    public static Load operator +(Load one, Load other) => new(one.Requests + other.Requests, one.Elapsed + other.Elapsed, one.Cpu + other.Cpu);

    /// <summary>Keeps some connections busy for a while, and for no more than a bounded number of requests.</summary>
    public static async Task<Load> RunAsync(Server server, McpClient client, byte[] body, int connections, TimeSpan length, CancellationToken cancellationToken)
    {
        var sent = 0L;
        var answered = 0L;
        var before = server.Clock?.Cpu ?? default;
        var clock = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => Task.Run(
            async () =>
            {
                while (clock.Elapsed < length && Interlocked.Increment(ref sent) <= MostRequests)
                {
                    await client.PostAsync(body, cancellationToken);
                    Interlocked.Increment(ref answered);
                }
            },
            cancellationToken)));
        return new(answered, clock.Elapsed, (server.Clock?.Cpu ?? default) - before);
    }
}
