using System.Text.Json;
using ModelContextProtocol.Protocol;

namespace HomeDash.Mcp;

/// <summary>One JSON-RPC message as it came: read once, and made into the SDK's only where the SDK has to see it.</summary>
/// <param name="Root">The message object.</param>
/// <param name="Method">The method; null for a response.</param>
/// <param name="IdJson">The id as JSON; null for a notification.</param>
internal sealed record IncomingMessage(JsonElement Root, string? Method, string? IdJson)
{
    public bool IsRequest => Method is not null && IdJson is not null;

    /// <summary>The <c>params</c>: an object, or undefined when there are none.</summary>
    public JsonElement Parameters { get; } = Root.TryGetProperty("params"u8, out var given) ? given : default;

    /// <summary>The <c>_meta</c> of the parameters; undefined when there is none.</summary>
    public JsonElement Meta => Parameters.ValueKind == JsonValueKind.Object && Parameters.TryGetProperty("_meta"u8, out var meta) && meta.ValueKind == JsonValueKind.Object ? meta : default;

    /// <exception cref="JsonException">It is no message that the SDK knows.</exception>
    public JsonRpcMessage ToSdk() => Root.Deserialize(SdkJson.Of<JsonRpcMessage>())!;
}
