using System.Text.Json;
using Xunit;

namespace HomeDash.Testing;

/// <summary>mcporter, which calls tools from a shell.</summary>
/// <param name="url">The MCP endpoint.</param>
/// <param name="key">The key, sent as an <c>ApiKey</c> header.</param>
public sealed class Mcporter(Uri url, string key)
{
    private const string Script = "node_modules/mcporter/dist/cli.js";

    private string[] Server => ["--http-url", url.AbsoluteUri, "--allow-http", "--header", $"ApiKey={key}"];

    /// <summary>Lists the tools.</summary>
    /// <returns>Their names.</returns>
    public async Task<IReadOnlyList<string>> ListToolsAsync(CancellationToken cancellationToken)
    {
        var output = await NodeClients.RunAsync(Script, ["list", .. Server, "--json"], cancellationToken);
        Assert.True(output.ExitCode == 0, output.Errors + output.Output);
        return [.. JsonElement.Parse(output.Output).GetProperty("tools").EnumerateArray().Select(tool => tool.GetProperty("name").GetString()!)];
    }

    /// <summary>Calls a tool.</summary>
    /// <param name="tool">The tool.</param>
    /// <param name="arguments">Its arguments as a JSON object.</param>
    /// <param name="cancellationToken">Ends the client.</param>
    /// <returns>The exit code, which is 1 for a tool that failed, and what the tool answered.</returns>
    public async Task<(int ExitCode, JsonElement Answer)> CallToolAsync(string tool, string arguments, CancellationToken cancellationToken)
    {
        var output = await NodeClients.RunAsync(Script, ["call", .. Server, tool, "--args", arguments, "--output", "json"], cancellationToken);
        return (output.ExitCode, JsonElement.Parse(output.Output));
    }
}
