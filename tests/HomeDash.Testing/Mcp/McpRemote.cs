namespace HomeDash.Testing;

/// <summary>mcp-remote: a program that speaks MCP over STDIO on this side and over HTTP on the other.</summary>
/// <param name="url">The MCP endpoint.</param>
/// <param name="key">The key, sent as an <c>ApiKey</c> header.</param>
/// <param name="modern">Whether it speaks the newest version that HomeDash does, or only those with a handshake, as it does unless it is told.</param>
public sealed class McpRemote(Uri url, string key, bool modern = false) : IDisposable
{
    private readonly TestFolder home = new();

    /// <summary>The program to start.</summary>
    public static string Command => "node";

    /// <summary>Its arguments. There is no space after the header's colon, because some hosts break arguments at spaces.</summary>
    public IReadOnlyList<string> Arguments =>
        [NodeClients.PathOf("node_modules/mcp-remote/dist/proxy.js"), url.AbsoluteUri, "--allow-http", "--transport", "http-only", .. modern ? new[] { "--protocol", "auto" } : [], "--header", $"ApiKey:{key}"];

    /// <summary>Its environment.</summary>
    public Dictionary<string, string?> Environment => NodeClients.Environment(home);

    public void Dispose() => home.Dispose();
}
