using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Reflection;

namespace HomeDash.Benchmarks.Http;

/// <summary>A server under load: where it is, what it is called with, and whose CPU counts.</summary>
/// <param name="Name">As the report calls it.</param>
/// <param name="Url">Its MCP endpoint.</param>
/// <param name="Key">Its API key.</param>
/// <param name="Clock">Its process; null when it is not on this machine.</param>
internal sealed record Server(string Name, Uri Url, string Key, ProcessClock? Clock);

/// <summary>The programs that this run has started; they end with it.</summary>
internal sealed class Programs : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly List<Process> processes = [];

    public DirectoryInfo Folder { get; } = Directory.CreateTempSubdirectory("homedash-bench-");

    /// <summary>HomeDash as people run it, on a new data folder, with an administrator's key and one app to ask for.</summary>
    public async Task<Server> HomeDashAsync(CancellationToken cancellationToken)
    {
        await VerbAsync(["users", "create", "--name", "ada", "--admin", "--password-stdin"], "correct horse battery\n", cancellationToken);
        var key = (await VerbAsync(["keys", "create", "--user", "ada", "--name", "bench"], "", cancellationToken)).Trim();
        var url = $"http://127.0.0.1:{FreePort()}";
        var process = Start(HomeDash([], url));
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        var server = new Server("HomeDash", new($"{url}/api/mcp/mcp"), key, new(process.Id));
        await UntilItAnswersAsync(server, cancellationToken);
        return server;
    }

    /// <summary>The bare endpoint with answers that HomeDash gave.</summary>
    public async Task<Server> BareAsync(IReadOnlyDictionary<string, byte[]> answers, CancellationToken cancellationToken)
    {
        var folder = Folder.CreateSubdirectory("answers");
        foreach (var (method, answer) in answers)
        {
            await File.WriteAllBytesAsync(Path.Combine(folder.FullName, method), answer, cancellationToken);
        }

        var process = Start(Dotnet([typeof(Programs).Assembly.Location, "bare", folder.FullName]));
        var url = await process.StandardOutput.ReadLineAsync(cancellationToken).AsTask().WaitAsync(Patience, cancellationToken);
        return new("bare endpoint", new($"{url}/api/mcp/mcp"), BareServer.Key, new(process.Id));
    }

    public void Dispose()
    {
        foreach (var process in processes)
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
                process.WaitForExit();
            }

            process.Dispose();
        }

        Folder.Delete(recursive: true);
    }

    private static async Task UntilItAnswersAsync(Server server, CancellationToken cancellationToken)
    {
        using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(5) };
        for (var waiting = Stopwatch.StartNew(); waiting.Elapsed < Patience;)
        {
            try
            {
                using var answer = await client.GetAsync(new Uri(server.Url, "/healthz"), cancellationToken);
                return;
            }
            catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException && !cancellationToken.IsCancellationRequested)
            {
                await Task.Delay(200, cancellationToken);
            }
        }

        throw new TimeoutException($"{server.Name} did not answer at {server.Url}.");
    }

    private async Task<string> VerbAsync(string[] verb, string input, CancellationToken cancellationToken)
    {
        var process = Start(HomeDash(verb, ""));
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        var output = await process.StandardOutput.ReadToEndAsync(cancellationToken).WaitAsync(Patience, cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"homedash {string.Join(' ', verb)} ended with {process.ExitCode}.");
    }

    private ProcessStartInfo HomeDash(string[] verb, string url)
    {
        var program = typeof(Programs).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(entry => entry.Key == "HomeDash.Web").Value!;
        var start = Dotnet([program, .. verb]);
        start.Environment["HOMEDASH_DATA"] = Path.Combine(Folder.FullName, "data");
        start.Environment["HOMEDASH_URLS"] = url;
        start.Environment["DOCKER_HOST"] = "unix:///nonexistent/homedash-bench.sock";
        start.Environment.Remove("HOMEDASH_DATABASE");
        return start;
    }

    private Process Start(ProcessStartInfo start)
    {
        var process = Process.Start(start)!;
        processes.Add(process);
        return process;
    }

    private static ProcessStartInfo Dotnet(string[] arguments) => new("dotnet", arguments) { RedirectStandardInput = true, RedirectStandardOutput = true };

    private static int FreePort()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }
}
