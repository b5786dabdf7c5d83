using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;

namespace HomeDash.Fuzz;

/// <summary>Sends bodies to the surfaces that a house has, and looks at each answer.</summary>
public sealed class FuzzRun
{
    private const int Connections = 16;
    private const int Samples = 24;
    private const int MostDescribed = 20;

    private readonly FuzzHouse house;
    private readonly IReadOnlyList<Surface> surfaces;
    private readonly HttpClient http;

    private FuzzRun(FuzzHouse house, IReadOnlyList<Surface> surfaces, HttpClient http) => (this.house, this.surfaces, this.http) = (house, surfaces, http);

    /// <summary>Finds out which surfaces the house has.</summary>
    public static async Task<FuzzRun> PrepareAsync(FuzzHouse house, CancellationToken cancellationToken)
    {
        var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = Connections, AllowAutoRedirect = false }) { BaseAddress = house.Url, Timeout = TimeSpan.FromSeconds(60) };
        var procedures = FuzzProcedure.All(house.Catalog);
        var surfaces = new List<Surface>();
        foreach (var surface in new Surface[] { new McpSurface(procedures), new TrpcSurface(procedures), new RestSurface(procedures) })
        {
            using var probe = surface.Probe();
            probe.Headers.Add("ApiKey", house.Key);
            using var answer = await http.SendAsync(probe, cancellationToken);
            if (answer.IsSuccessStatusCode)
            {
                surfaces.Add(surface);
            }
        }

        return surfaces.Count > 0 ? new(house, surfaces, http) : throw new InvalidOperationException("No surface answers.");
    }

    /// <summary>Sends all bodies of a run.</summary>
    /// <param name="options">How many, and which.</param>
    /// <param name="progress">Receives a line now and then.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    public async Task<FuzzReport> SendAsync(FuzzOptions options, TextWriter progress, CancellationToken cancellationToken)
    {
        var answers = new ConcurrentDictionary<string, long>();
        var wrong = new ConcurrentQueue<string>();
        var wrongCount = 0L;
        var memory = new MemoryLevel();
        var clock = Stopwatch.StartNew();
        await progress.WriteLineAsync($"surfaces: {string.Join(", ", surfaces.Select(surface => surface.Name))}");
        var (sent, batch) = (0L, Math.Max(1, options.Count / Samples));
        while (sent < options.Count && clock.Elapsed < options.Longest)
        {
            var count = (int)Math.Min(batch, options.Count - sent);
            await Parallel.ForAsync(sent, sent + count, new ParallelOptions { MaxDegreeOfParallelism = Connections, CancellationToken = cancellationToken }, async (index, token) =>
            {
                var (kind, problem) = await SendAsync(options.Seed, index, token);
                answers.AddOrUpdate(kind, 1, (_, known) => known + 1);
                if (problem is not null && Interlocked.Increment(ref wrongCount) <= MostDescribed)
                {
                    wrong.Enqueue($"--seed {options.Seed} --only {index}: {problem}");
                }
            });
            sent += count;
            await house.FurnishAsync(cancellationToken);
            memory.Sample();
            await progress.WriteLineAsync($"{sent:#,0} sent after {clock.Elapsed.TotalSeconds:0} s, {wrongCount} wrong, {house.Faults.Count} faults");
        }

        return new(sent, options.Seed, clock.Elapsed, answers, wrong, wrongCount, house.Faults.Lines, memory);
    }

    /// <summary>One body of a run and its answer, to be read by a person.</summary>
    public async Task<string> ShowAsync(int seed, long index, CancellationToken cancellationToken)
    {
        var request = Make(seed, index, out var surface);
        using var message = request.ToMessage(house.Key);
        using var answer = await http.SendAsync(message, cancellationToken);
        var body = await answer.Content.ReadAsByteArrayAsync(cancellationToken);
        return $"{message}\n{Encoding.Latin1.GetString(request.Body ?? [])}\n\n{answer}\n{Encoding.UTF8.GetString(body)}\n\n{surface.Problem(answer, body) ?? "as it should be"}";
    }

    private async Task<(string Kind, string? Problem)> SendAsync(int seed, long index, CancellationToken cancellationToken)
    {
        var request = Make(seed, index, out var surface);
        try
        {
            using var message = request.ToMessage(house.Key);
            using var answer = await http.SendAsync(message, cancellationToken);
            var body = await answer.Content.ReadAsByteArrayAsync(cancellationToken);
            return ($"{surface.Name} {(int)answer.StatusCode}", surface.Problem(answer, body));
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException || (exception is TaskCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return ($"{surface.Name} no answer", exception.Message);
        }
    }

    /// <summary>Each index has a random sequence of its own, so that one body can be made again without those before it.</summary>
    private FuzzRequest Make(int seed, long index, out Surface surface)
    {
        var random = new Random(unchecked((seed * 397) ^ (int)(index * 0x9E3779B1)));
        surface = surfaces[random.Next(surfaces.Count)];
        return surface.Make(random);
    }
}
