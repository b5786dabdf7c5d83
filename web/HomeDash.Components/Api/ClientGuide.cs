using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace HomeDash.Components.Api;

/// <summary>How one client is told of HomeDash's MCP server, in that client's own format.</summary>
/// <param name="Id">Its id on the page.</param>
/// <param name="Name">What it is called.</param>
/// <param name="About">What to do with the snippets.</param>
/// <param name="Snippets">What to copy.</param>
public sealed record ClientGuide(string Id, string Name, string About, IReadOnlyList<ClientGuide.Snippet> Snippets)
{
    /// <summary>Stands for the key until there is one.</summary>
    public const string Placeholder = "<your-api-key>";

    /// <summary>Stands for the end of a secret path until there is one.</summary>
    public const string SecretPlaceholder = "<your-secret-path>";

    private const string Server = "homedash";

    // Readable text for a person to copy: nothing of it is ever put into HTML unescaped.
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Whether the snippets name the profile that is served.</summary>
    public bool TakesProfile { get; init; } = true;

    /// <summary>The guides for all known clients.</summary>
    /// <param name="endpoint">Where the MCP server is.</param>
    /// <param name="key">A key to fill in; null for a placeholder.</param>
    /// <param name="secretPath">The address of a secret path to fill in; null for a placeholder.</param>
    public static IReadOnlyList<ClientGuide> All(Uri endpoint, string? key, string? secretPath = null)
    {
        var url = endpoint.AbsoluteUri;
        var given = key ?? Placeholder;
        var bridge = Bridge(endpoint, given);
        return
        [
            new("claude-code", "Claude Code", "Run the command once, or put the file into your project to share the set-up with everyone who works on it.",
            [
                new("Terminal", $"claude mcp add --transport http {Server} {url} --header \"ApiKey: {given}\""),
                new(".mcp.json", Json("mcpServers", new() { ["type"] = "http", ["url"] = url, ["headers"] = Headers(given) })),
            ]),
            new("claude-desktop", "Claude Desktop", "Its file only knows programs on the same computer. If HomeDash's own program is there, it leads to this HomeDash; otherwise mcp-remote does, which needs Node.js. Restart Claude Desktop afterwards.",
            [
                new("claude_desktop_config.json, with homedash", Json("mcpServers", Program(url, given))),
                new("claude_desktop_config.json, with mcp-remote", Json("mcpServers", new() { ["command"] = "npx", ["args"] = Strings(bridge) })),
            ]),
            new("cursor", "Cursor", "The file in your project is for that project, the one in your home folder for all of them.",
            [
                new(".cursor/mcp.json", Json("mcpServers", new() { ["url"] = url, ["headers"] = Headers(given) })),
            ]),
            new("vs-code", "VS Code", "VS Code calls them “servers”. Start the server from the file, then use it in agent mode.",
            [
                new(".vscode/mcp.json", Json("servers", new() { ["type"] = "http", ["url"] = url, ["headers"] = Headers(given) })),
            ]),
            new("gemini-cli", "Gemini CLI", "For Streamable HTTP it wants “httpUrl”; “url” would mean the older transport.",
            [
                new("~/.gemini/settings.json", Json("mcpServers", new() { ["httpUrl"] = url, ["headers"] = Headers(given) })),
            ]),
            new("home-assistant", "Home Assistant", "Its form takes an address and no key. Make a secret path to the profile home-assistant below, add the integration “Model Context Protocol” (Home Assistant 2026.2 or later), and let a conversation agent use it. A secret path only reads unless you say otherwise when you make it.",
            [
                new("SSE/HTTP server URL", secretPath ?? new Uri(endpoint, "s/").AbsoluteUri + SecretPlaceholder),
            ])
            {
                TakesProfile = false,
            },
            new("stdio", "Any STDIO client", "For clients that can only start a program: HomeDash's own, or mcp-remote, which needs Node.js. No space after the colon, because some clients split arguments there.",
            [
                new("Configuration file, with homedash", Json("mcpServers", Program(url, given))),
                new("Terminal", $"npx {string.Join(' ', bridge.Select(Quoted))}"),
                new("Configuration file, with mcp-remote", Json("mcpServers", new() { ["command"] = "npx", ["args"] = Strings(bridge) })),
            ]),
        ];
    }

    // mcp-remote refuses plain http unless it is told that this is meant.
    private static string[] Bridge(Uri endpoint, string key) =>
    [
        "-y", "mcp-remote", endpoint.AbsoluteUri, "--transport", "http-only",
        .. endpoint.Scheme == Uri.UriSchemeHttp ? (string[])["--allow-http"] : [],
        "--header", $"ApiKey:{key}",
    ];

    /// <summary>HomeDash's own program, which keeps the key out of the arguments that others on the computer can see.</summary>
    private static JsonObject Program(string url, string key) =>
        new() { ["command"] = "homedash", ["args"] = Strings(["mcp", "--url", url]), ["env"] = new JsonObject { ["HOMEDASH_KEY"] = key } };

    private static string Json(string root, JsonObject server) =>
        new JsonObject { [root] = new JsonObject { [Server] = server } }.ToJsonString(Readable);

    private static JsonObject Headers(string key) => new() { ["ApiKey"] = key };

    private static JsonArray Strings(IEnumerable<string> values) => [.. values.Select(value => (JsonNode)value)];

    private static string Quoted(string argument) => argument.StartsWith("ApiKey:", StringComparison.Ordinal) ? $"\"{argument}\"" : argument;

    /// <summary>Something to copy.</summary>
    /// <param name="Where">The file it belongs into, or where to type it.</param>
    /// <param name="Text">What to copy.</param>
    public sealed record Snippet(string Where, string Text);
}
