namespace HomeDash.Testing;

/// <summary>The MCP clients of other people that are installed in tests/clients, run by Node.</summary>
public static class NodeClients
{
    /// <summary>A client that has not answered by then does not answer any more.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static string Folder { get; } = NodeProcess.Project("clients");

    /// <summary>Skips the test that is running if they are not installed.</summary>
    public static void SkipUnlessInstalled() =>
        NodeProcess.SkipUnlessInstalled(Folder);

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
        return await NodeProcess.RunAsync(home.Path, [PathOf(script), .. arguments], Environment(home), Patience, cancellationToken);
    }

    /// <summary>Keeps what the clients remember in a folder of the test.</summary>
    internal static Dictionary<string, string?> Environment(TestFolder home) => new()
    {
        ["HOME"] = home.Path,
        ["MCP_CATALOG_PATH"] = home["catalog.json"],
        ["MCP_REMOTE_CONFIG_DIR"] = home.Path,
        ["NO_COLOR"] = "1",
    };
}
