using System.Text.Json;
using Microsoft.AspNetCore.Http;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;

namespace HomeDash.Mcp;

/// <summary>Which version of the protocol a message speaks, and whether its headers and metadata are those of that version.</summary>
internal static class RequestRules
{
    public const string VersionHeader = "MCP-Protocol-Version";
    public const string MethodHeader = "Mcp-Method";
    public const string NameHeader = "Mcp-Name";

    /// <summary>The version of a message; null for one that says none, which is how the handshake begins.</summary>
    /// <param name="message">The message.</param>
    /// <param name="headers">Those that came with it; null over STDIO, which has none.</param>
    public static (string? Version, Refusal? Refusal) Check(IncomingMessage message, IHeaderDictionary? headers)
    {
        var meta = message.Meta;
        var declared = VersionIn(meta);
        var header = headers is null ? declared : headers[VersionHeader].ToString() is { Length: > 0 } given ? given : null;
        if ((header ?? declared) is { } requested && !ProtocolVersions.IsKnown(requested))
        {
            // "If the server does not implement the requested version, it MUST respond with 400 Bad Request" (Protocol Version Header).
            return Refuse(message, McpErrorCode.UnsupportedProtocolVersion, "This version of the protocol is not spoken here.", requested);
        }

        if (!ProtocolVersions.IsModern(header) && !ProtocolVersions.IsModern(declared))
        {
            // The transport reads these parameters before any server could answer for them.
            return message is { IsRequest: true, Method: RequestMethods.Initialize } && !Introduces(message)
                ? Refuse(message, McpErrorCode.InvalidParams, "'initialize' needs 'protocolVersion', 'capabilities' and 'clientInfo' with 'name' and 'version'.")
                : (header, null);
        }

        var problem = message.Method is not null
            ? CheckModern(message, headers, header, declared, meta)
            : (McpErrorCode.InvalidRequest, "A client of 2026-07-28 sends requests and notifications, no responses (SEP-2322).");
        return problem is { } found ? Refuse(message, found.Code, found.Message) : (ProtocolVersions.Modern, null);
    }

    private static (McpErrorCode Code, string Message)? CheckModern(
        IncomingMessage message, IHeaderDictionary? headers, string? header, string? declared, JsonElement meta)
    {
        // SEP-2575: each request carries its version and what its client can do; a notification carries neither.
        if (message.IsRequest)
        {
            if (declared is null)
            {
                return (McpErrorCode.InvalidParams, $"'params._meta' needs '{MetaKeys.ProtocolVersion}'.");
            }

            if (CapabilitiesIn(meta).ValueKind != JsonValueKind.Object)
            {
                return (McpErrorCode.InvalidParams, $"'params._meta' needs the object '{MetaKeys.ClientCapabilities}'.");
            }
        }

        if (declared is not null && declared != header)
        {
            return (McpErrorCode.HeaderMismatch, $"The header {VersionHeader} must be the same as '{MetaKeys.ProtocolVersion}' in 'params._meta'.");
        }

        if (headers is null)
        {
            return null;
        }

        // SEP-2243: what intermediaries route by must be what the body says.
        if (headers[MethodHeader].ToString() != message.Method)
        {
            return (McpErrorCode.HeaderMismatch, $"The header {MethodHeader} must be the same as 'method'.");
        }

        if (message.IsRequest && NameOf(message.Method!, message.Parameters) is { } name && Decode(headers[NameHeader].ToString()) != name)
        {
            return (McpErrorCode.HeaderMismatch, $"The header {NameHeader} must be the same as 'params.{NameSource(message.Method!)}'.");
        }

        return null;
    }

    /// <summary>What a client can do, of the <c>_meta</c> of its request; undefined when it does not say.</summary>
    public static JsonElement CapabilitiesIn(JsonElement meta) =>
        meta.ValueKind == JsonValueKind.Object && meta.TryGetProperty(MetaKeys.ClientCapabilities, out var capabilities) ? capabilities : default;

    /// <summary>The version that a modern request says of itself; null for one that says none.</summary>
    public static string? VersionIn(JsonElement meta) => Text(meta, MetaKeys.ProtocolVersion);

    /// <summary>The value of the header <see cref="NameHeader"/> that goes with a message; null for a method that has none.</summary>
    public static string? NameOf(string method, JsonElement parameters) => NameSource(method) is { } source ? Text(parameters, source) : null;

    /// <summary>The level from which on a client wants log messages of its request, of the <c>_meta</c>; null when it says none that there is.</summary>
    public static string? LogLevelIn(JsonElement meta) => Text(meta, MetaKeys.LogLevel) is { } level && LogLevels.IsKnown(level) ? level : null;

    private static bool Introduces(IncomingMessage message)
    {
        try
        {
            return message.Parameters.ValueKind == JsonValueKind.Object && message.Parameters.Deserialize(SdkJson.Of<InitializeRequestParams>()) is not null;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static string? NameSource(string method) => method switch
    {
        RequestMethods.ToolsCall or RequestMethods.PromptsGet => "name",
        RequestMethods.ResourcesRead => "uri",
        _ => null,
    };

    /// <summary>Null for a value that claims to be Base64 and is not.</summary>
    private static string? Decode(string value)
    {
        try
        {
            return McpHeaderEncoder.DecodeValue(value);
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static string? Text(JsonElement of, string name) =>
        of.ValueKind == JsonValueKind.Object && of.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static (string? Version, Refusal? Refusal) Refuse(IncomingMessage message, McpErrorCode code, string text, string? requested = null) =>
        (null, Refusal.BadRequest(code, text) with { IdJson = message.IsRequest ? message.IdJson : null, RequestedVersion = requested });
}
