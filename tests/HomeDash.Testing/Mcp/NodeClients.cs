using System.Diagnostics;
using Xunit;

namespace HomeDash.Testing;

/// <summary>The MCP clients of other people that are installed in tests/clients, run by Node.</summary>
public static class NodeClients
{
    /// <summary>A client that has not answered by then does not answer any more.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static string Folder { get; } = FindFolder();

    /// <summary>Skips the test that is running if they are not installed.</summary>
    public static void SkipUnlessInstalled() =>
        Assert.SkipUnless(File.Exists(Path.Combine(Folder, "node_modules", ".package-lock.json")), "npm clients are not installed: run eng/test --all");

    /// <summary>The full path of a file in tests/clients.</summary>
    public static string PathOf(string file) => Path.Combine(Folder, file);

    /// <summary>Runs a script to its end.</summary>
    /// <param name="script">Its path in tests/clients.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="cancellationToken">Ends it, with everything it started.</param>
    /// <exception cref="TimeoutException">It did not end within a minute.</exception>
    public static async Task<NodeOutput> RunAsync(string script, IEnumerable<string> arguments, CancellationToken cancellationToken)
    {
        using var home = new TestFolder();
        var start = new ProcessStartInfo("node", [PathOf(script), .. arguments])
        {
            WorkingDirectory = home.Path,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in Environment(home))
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        ending.CancelAfter(Patience);
        var output = process.StandardOutput.ReadToEndAsync(ending.Token);
        var errors = process.StandardError.ReadToEndAsync(ending.Token);
        try
        {
            await process.WaitForExitAsync(ending.Token);
            return new(process.ExitCode, await output, await errors);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"{script} did not end within {Patience.TotalSeconds} s.");
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    /// <summary>Keeps what the clients remember in a folder of the test.</summary>
    internal static Dictionary<string, string?> Environment(TestFolder home) => new()
    {
        ["HOME"] = home.Path,
        ["MCP_CATALOG_PATH"] = home["catalog.json"],
        ["MCP_REMOTE_CONFIG_DIR"] = home.Path,
        ["NO_COLOR"] = "1",
    };

    private static string FindFolder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "HomeDash.sln")))
        {
            folder = folder.Parent;
        }

        return Path.Combine(folder?.FullName ?? throw new InvalidOperationException("The tests do not run inside the repository."), "tests", "clients");
    }
}

/// <summary>What a client printed.</summary>
/// <param name="ExitCode">0 when all went well.</param>
/// <param name="Output">What it printed.</param>
/// <param name="Errors">What it complained of.</param>
public sealed record NodeOutput(int ExitCode, string Output, string Errors);
