using HomeDash.Procedures;
using ModelContextProtocol.Protocol;

namespace HomeDash.Mcp;

/// <summary>What the host knows of a request and its handlers need: travels with the message.</summary>
/// <param name="Caller">Who is calling.</param>
/// <param name="Dashboard">Where the caller reaches HomeDash, ending in a slash.</param>
/// <param name="Version">The version that the request speaks; null when it says none.</param>
internal sealed record McpCall(Caller Caller, Uri Dashboard, string? Version)
{
    private const string Key = "homedash.call";

    public bool IsModern => ProtocolVersions.IsModern(Version);

    public static McpCall Of(JsonRpcMessage message) =>
        message.Context?.Items?.TryGetValue(Key, out var call) == true && call is McpCall found
            ? found
            : throw new InvalidOperationException("The message came to a handler without its caller.");

    public void TravelWith(JsonRpcMessage message)
    {
        message.Context ??= new();
        message.Context.ProtocolVersion = Version;
        (message.Context.Items ??= new Dictionary<string, object?>())[Key] = this;
    }
}
