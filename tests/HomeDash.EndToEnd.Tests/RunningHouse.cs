using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace HomeDash.EndToEnd.Tests;

/// <summary>HomeDash as people run it: the built program in a process of its own, on a new data folder and a free port.</summary>
public sealed class RunningHouse : IAsyncDisposable
{
    public const string Administrator = "ada";
    public const string Password = "correct horse battery";

    private readonly Process process;
    private readonly StringBuilder log = new();

    private RunningHouse(Process process, string dataFolder, Uri address) => (this.process, DataFolder, Address) = (process, dataFolder, address);

    public string DataFolder { get; }

    public Uri Address { get; }

    public Uri McpEndpoint => new(Address, "api/mcp/mcp");

    /// <summary>What the program has printed so far.</summary>
    public string Log
    {
        get
        {
            lock (log)
            {
                return log.ToString();
            }
        }
    }

    /// <summary>Starts it and waits until it answers.</summary>
    /// <param name="dockerHost">The engine to connect to; null for none.</param>
    /// <param name="dataFolder">Where its data are; a new folder when left out.</param>
    /// <param name="port">Where it listens; a free port when left out.</param>
    /// <param name="verb">What is served, for example <c>demo</c>; the house of the data folder when left out.</param>
    public static async Task<RunningHouse> StartAsync(string? dockerHost = null, string? dataFolder = null, int? port = null, string? verb = null)
    {
        dataFolder ??= Directory.CreateTempSubdirectory("homedash-e2e-").FullName;
        var address = new Uri($"http://127.0.0.1:{port ?? FreePort()}/");
        var start = CommandLine.Start(dataFolder, verb is null ? [] : [verb]);
        start.Environment["HOMEDASH_URLS"] = address.GetLeftPart(UriPartial.Authority);
        start.Environment["DOCKER_HOST"] = dockerHost ?? start.Environment["DOCKER_HOST"];
        var process = new Process { StartInfo = start };
        process.Start();
        process.StandardInput.Close();
        var house = new RunningHouse(process, dataFolder, address);
        process.OutputDataReceived += (_, line) => house.Keep(line.Data);
        process.ErrorDataReceived += (_, line) => house.Keep(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        await house.WaitUntilItAnswersAsync();
        return house;
    }

    public static int FreePort()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }

    /// <summary>Makes the first administrator, from the command line.</summary>
    public Task CreateAdministratorAsync() => CreateUserAsync(Administrator, "--admin");

    /// <summary>Makes a user with <see cref="Password"/>, from the command line.</summary>
    public async Task CreateUserAsync(string name, params string[] more)
    {
        var created = await CommandLine.RunAsync(DataFolder, ["users", "create", "--name", name, .. more, "--password-stdin"], Password + "\n");
        Assert.True(created.Code == 0, created.Error);
    }

    /// <summary>Makes an API key, from the command line.</summary>
    /// <returns>The key, <c>id.token</c>.</returns>
    public Task<string> CreateKeyAsync(string name = "test", params string[] more) => CreateKeyOfAsync(Administrator, name, more);

    /// <summary>Makes an API key of somebody's, from the command line.</summary>
    /// <returns>The key, <c>id.token</c>.</returns>
    public async Task<string> CreateKeyOfAsync(string user, string name, params string[] more)
    {
        var created = await CommandLine.RunAsync(DataFolder, ["keys", "create", "--user", user, "--name", name, .. more]);
        Assert.True(created.Code == 0, created.Error);
        return created.Output.Trim();
    }

    /// <summary>Ends it at once, as a power cut would.</summary>
    public async Task KillAsync()
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        process.Dispose();
        Directory.Delete(DataFolder, recursive: true);
    }

    private void Keep(string? line)
    {
        lock (log)
        {
            log.AppendLine(line);
        }
    }

    private async Task WaitUntilItAnswersAsync()
    {
        using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(2) };
        for (var attempt = 0; attempt < 150; attempt++)
        {
            Assert.False(process.HasExited, $"HomeDash ended with code {(process.HasExited ? process.ExitCode : 0)}:\n{Log}");
            try
            {
                using var answer = await client.GetAsync(new Uri(Address, "healthz"), TestContext.Current.CancellationToken);
                if (answer.IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException)
            {
                await Task.Delay(200, TestContext.Current.CancellationToken);
            }
        }

        Assert.Fail($"HomeDash did not answer at {Address}:\n{Log}");
    }
}
