using System.Text.Json;
using Xunit;

namespace HomeDash.Testing;

/// <summary>The TypeScript clients: connects, lists the tools and calls one of them.</summary>
/// <param name="script"><see cref="OfSdk1"/> or <see cref="OfSdk2"/>.</param>
/// <param name="url">The MCP endpoint.</param>
/// <param name="key">The key, sent as an <c>ApiKey</c> header.</param>
public sealed class TypeScriptClient(string script, Uri url, string key)
{
    /// <summary>@modelcontextprotocol/sdk 1.x, which speaks the versions with a handshake.</summary>
    public const string OfSdk1 = "sdk-1.mjs";

    /// <summary>@modelcontextprotocol/client 2.x, which speaks all versions.</summary>
    public const string OfSdk2 = "client-2.mjs";

    /// <summary>Calls a tool.</summary>
    /// <param name="tool">Its name.</param>
    /// <param name="arguments">Its arguments as a JSON object.</param>
    /// <param name="cancellationToken">Ends the client.</param>
    /// <returns><c>{"version":…,"tools":[names],"result":{…}}</c>.</returns>
    public async Task<JsonElement> CallToolAsync(string tool, string arguments, CancellationToken cancellationToken)
    {
        var output = await NodeClients.RunAsync(script, [url.AbsoluteUri, key, tool, arguments], cancellationToken);
        Assert.True(output.ExitCode == 0, output.Errors + output.Output);
        return JsonElement.Parse(output.Output);
    }
}
