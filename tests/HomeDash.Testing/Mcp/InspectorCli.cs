using System.Text.Json;
using Xunit;

namespace HomeDash.Testing;

/// <summary>The command line of the MCP Inspector, calling an endpoint with an <c>ApiKey</c> header.</summary>
/// <param name="url">The MCP endpoint.</param>
/// <param name="key">The key.</param>
/// <param name="modern">Whether it speaks 2026-07-28 or the versions with a handshake.</param>
public sealed class InspectorCli(Uri url, string key, bool modern)
{
    /// <summary>The exit code for a tool that answered with an error, or that does not exist.</summary>
    public const int ToolError = 5;

    /// <summary>The exit code for a server that wants another key.</summary>
    public const int KeyNeeded = 3;

    /// <summary>Lists the tools; a schema that some client could stumble over is an error.</summary>
    /// <returns>The result of tools/list.</returns>
    public async Task<JsonElement> ListToolsAsync(CancellationToken cancellationToken)
    {
        var output = await RunAsync(["--method", "tools/list", "--strict"], cancellationToken);
        Assert.True(output.ExitCode == 0, output.Errors + output.Output);
        return JsonElement.Parse(output.Output);
    }

    /// <summary>Calls a tool.</summary>
    /// <param name="tool">Its name.</param>
    /// <param name="arguments">Its arguments; values are JSON.</param>
    /// <param name="cancellationToken">Ends the client.</param>
    /// <returns>The exit code, and the result of tools/call when it is 0 or <see cref="ToolError"/>.</returns>
    public async Task<(int ExitCode, JsonElement Result)> CallToolAsync(string tool, IEnumerable<(string Name, string Json)> arguments, CancellationToken cancellationToken)
    {
        var pairs = arguments.Select(argument => $"{argument.Name}={argument.Json}").ToArray();
        var output = await RunAsync(["--method", "tools/call", "--tool-name", tool, .. pairs.Length == 0 ? [] : new[] { "--tool-arg" }, .. pairs], cancellationToken);
        return (output.ExitCode, output.Output.Trim().Length == 0 ? default : JsonElement.Parse(output.Output));
    }

    /// <summary>Runs it with any arguments.</summary>
    public Task<NodeOutput> RunAsync(IEnumerable<string> arguments, CancellationToken cancellationToken) => NodeClients.RunAsync(
        "node_modules/@modelcontextprotocol/inspector/clients/launcher/build/index.js",
        ["--cli", url.AbsoluteUri, "--transport", "http", "--header", $"ApiKey: {key}", "--protocol-era", modern ? "modern" : "legacy", .. arguments],
        cancellationToken);
}
