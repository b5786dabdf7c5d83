using System.Text.Json;
using HomeDash.Procedures;
using Microsoft.AspNetCore.Http;
using ModelContextProtocol.Protocol;

namespace HomeDash.Mcp;

/// <summary>What the host knows of a request and its method needs: travels with the message.</summary>
/// <param name="Caller">Who is calling.</param>
/// <param name="Dashboard">Where the caller reaches HomeDash, ending in a slash.</param>
/// <param name="Version">The version that the request speaks; null when it says none.</param>
internal sealed record McpCall(Caller Caller, Uri Dashboard, string? Version)
{
    private const string Key = "homedash.call";

    public bool IsModern { get; } = ProtocolVersions.IsModern(Version);

    /// <summary>What the client is served.</summary>
    public ToolProfile Profile { get; init; } = EveryTool.Profile;

    /// <summary>The request's <c>params</c>; undefined when there are none.</summary>
    public JsonElement Parameters { get; init; }

    /// <summary>What the client said that it can do: of a modern request its own, of a session's what the handshake said; undefined when nothing is known.</summary>
    public JsonElement Capabilities { get; init; }

    /// <summary>The HTTP headers that came with it; null over STDIO.</summary>
    public IHeaderDictionary? Headers { get; init; }

    /// <summary>The request's id as JSON; null where it is not known.</summary>
    public string? RequestIdJson { get; init; }

    /// <summary>The session that the request belongs to; null without one.</summary>
    public McpSession? Session { get; init; }

    /// <summary>The least severe log level that the client wants to hear of; null when it wants none.</summary>
    public string? LogLevel { get; init; }

    /// <summary>Leads to the client while the call runs; null where nobody listens.</summary>
    public ClientLine? Line { get; init; }

    /// <summary>Whether the client says that it can ask its user for the fields of a form.</summary>
    public bool ClientElicits =>
        Capabilities.ValueKind == JsonValueKind.Object && Capabilities.TryGetProperty("elicitation"u8, out var elicitation) && elicitation.ValueKind == JsonValueKind.Object
        // A client that names no mode supports forms.
        && (elicitation.TryGetProperty("form"u8, out _) || !elicitation.TryGetProperty("url"u8, out _));

    /// <summary>Whether the user can be asked in the middle of this call: by the answer to a modern one (SEP-2322), otherwise only on a line.</summary>
    public bool CanAsk => (IsModern || Line is not null) && ClientElicits;

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
