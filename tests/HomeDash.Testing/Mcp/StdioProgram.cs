using System.Text.Json;
using Xunit;

namespace HomeDash.Testing;

/// <summary>A program that speaks MCP over STDIO, as other people's clients start it.</summary>
/// <param name="Command">The program.</param>
/// <param name="Arguments">Its arguments.</param>
/// <param name="Environment">What it gets beside this process's environment.</param>
public sealed record StdioProgram(string Command, IReadOnlyList<string> Arguments, IReadOnlyDictionary<string, string?> Environment)
{
    /// <summary>Starts it with a TypeScript client, lists its tools and calls one.</summary>
    /// <param name="sdk">1 for @modelcontextprotocol/sdk 1.x, 2 for @modelcontextprotocol/client 2.x.</param>
    /// <param name="tool">The tool.</param>
    /// <param name="arguments">Its arguments as a JSON object.</param>
    /// <param name="cancellationToken">Ends the client.</param>
    /// <returns><c>{"version":…,"tools":[names],"result":{…}}</c>; the 1.x SDK does not tell the version.</returns>
    public async Task<JsonElement> CallFromTypeScriptAsync(int sdk, string tool, string arguments, CancellationToken cancellationToken)
    {
        var output = await NodeClients.RunAsync(
            "stdio.mjs", [$"{sdk}", tool, arguments, JsonSerializer.Serialize(Environment), Command, .. Arguments], cancellationToken);
        Assert.True(output.ExitCode == 0, output.Errors + output.Output);
        return JsonElement.Parse(output.Output);
    }
}
