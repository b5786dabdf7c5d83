using System.Diagnostics;
using Xunit;

namespace HomeDash.Testing;

/// <summary>Runs npm projects of this repository by Node.</summary>
public static class NodeProcess
{
    /// <summary>The folder of an npm project under tests/.</summary>
    public static string Project(string name)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "HomeDash.sln")))
        {
            folder = folder.Parent;
        }

        return Path.Combine(folder?.FullName ?? throw new InvalidOperationException("The tests do not run inside the repository."), "tests", name);
    }

    /// <summary>Skips the test that is running if the packages of a project are not installed.</summary>
    public static void SkipUnlessInstalled(string project) =>
        Assert.SkipUnless(File.Exists(Path.Combine(project, "node_modules", ".package-lock.json")), "npm clients are not installed: run eng/test --all");

    /// <summary>Runs a script to its end.</summary>
    /// <inheritdoc cref="RunAsync(string, string, IReadOnlyList{string}, IReadOnlyDictionary{string, string?}, TimeSpan, CancellationToken)"/>
    public static Task<NodeOutput> RunAsync(
        string folder, IReadOnlyList<string> arguments, IReadOnlyDictionary<string, string?> environment, TimeSpan patience, CancellationToken cancellationToken) =>
        RunAsync("node", folder, arguments, environment, patience, cancellationToken);

    /// <summary>Runs a script to its end by a Node of choice.</summary>
    /// <param name="node">The program.</param>
    /// <param name="folder">Where it runs.</param>
    /// <param name="arguments">The script and its arguments.</param>
    /// <param name="environment">What it gets beside this process's environment.</param>
    /// <param name="patience">How long it may take.</param>
    /// <param name="cancellationToken">Ends it, with everything it started.</param>
    /// <exception cref="TimeoutException">It took longer.</exception>
    public static async Task<NodeOutput> RunAsync(
        string node, string folder, IReadOnlyList<string> arguments, IReadOnlyDictionary<string, string?> environment, TimeSpan patience, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(node, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        ending.CancelAfter(patience);
        var output = process.StandardOutput.ReadToEndAsync(ending.Token);
        var errors = process.StandardError.ReadToEndAsync(ending.Token);
        try
        {
            await process.WaitForExitAsync(ending.Token);
            return new(process.ExitCode, await output, await errors);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"{arguments[0]} did not end within {patience.TotalSeconds} s.");
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }
}

/// <summary>What a script printed.</summary>
/// <param name="ExitCode">0 when all went well.</param>
/// <param name="Output">What it printed.</param>
/// <param name="Errors">What it complained of.</param>
public sealed record NodeOutput(int ExitCode, string Output, string Errors);
