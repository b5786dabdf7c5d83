using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
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
    public static (string? Version, Refusal? Refusal) Check(JsonRpcMessage message, IHeaderDictionary headers)
    {
        var header = headers[VersionHeader].ToString() is { Length: > 0 } given ? given : null;
        var meta = Parameters(message)?["_meta"] as JsonObject;
        var declared = Text(meta?[MetaKeys.ProtocolVersion]);
        if ((header ?? declared) is { } requested && !ProtocolVersions.IsKnown(requested))
        {
            // "If the server does not implement the requested version, it MUST respond with 400 Bad Request" (Protocol Version Header).
            return Refuse(message, McpErrorCode.UnsupportedProtocolVersion, "This version of the protocol is not spoken here.", requested);
        }

        if (!ProtocolVersions.IsModern(header) && !ProtocolVersions.IsModern(declared))
        {
            // The transport reads these parameters before any server could answer for them.
            return message is JsonRpcRequest { Method: RequestMethods.Initialize } request && !Introduces(request)
                ? Refuse(message, McpErrorCode.InvalidParams, "'initialize' needs 'protocolVersion', 'capabilities' and 'clientInfo' with 'name' and 'version'.")
                : (header, null);
        }

        var problem = message is JsonRpcRequest or JsonRpcNotification
            ? CheckModern(message, headers, header, declared, meta)
            : (McpErrorCode.InvalidRequest, "A client of 2026-07-28 sends requests and notifications, no responses (SEP-2322).");
        return problem is { } found ? Refuse(message, found.Code, found.Message) : (ProtocolVersions.Modern, null);
    }

    private static (McpErrorCode Code, string Message)? CheckModern(
        JsonRpcMessage message, IHeaderDictionary headers, string? header, string? declared, JsonObject? meta)
    {
        // SEP-2575: each request carries its version and what its client can do; a notification carries neither.
        if (message is JsonRpcRequest)
        {
            if (declared is null)
            {
                return (McpErrorCode.InvalidParams, $"'params._meta' needs '{MetaKeys.ProtocolVersion}'.");
            }

            if (meta?[MetaKeys.ClientCapabilities] is not JsonObject)
            {
                return (McpErrorCode.InvalidParams, $"'params._meta' needs the object '{MetaKeys.ClientCapabilities}'.");
            }
        }

        if (declared is not null && declared != header)
        {
            return (McpErrorCode.HeaderMismatch, $"The header {VersionHeader} must be the same as '{MetaKeys.ProtocolVersion}' in 'params._meta'.");
        }

        // SEP-2243: what intermediaries route by must be what the body says.
        var (method, source) = message switch
        {
            JsonRpcRequest request => (request.Method, NameSource(request.Method)),
            JsonRpcNotification notification => (notification.Method, null),
            _ => ("", null),
        };
        if (headers[MethodHeader].ToString() != method)
        {
            return (McpErrorCode.HeaderMismatch, $"The header {MethodHeader} must be the same as 'method'.");
        }

        if (source is not null && Text(Parameters(message)?[source]) is { } name && Decode(headers[NameHeader].ToString()) != name)
        {
            return (McpErrorCode.HeaderMismatch, $"The header {NameHeader} must be the same as 'params.{source}'.");
        }

        return null;
    }

    private static bool Introduces(JsonRpcRequest request)
    {
        try
        {
            return request.Params.Deserialize((JsonTypeInfo<InitializeRequestParams>)McpJsonUtilities.DefaultOptions.GetTypeInfo(typeof(InitializeRequestParams))) is not null;
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

    private static JsonObject? Parameters(JsonRpcMessage message) => message switch
    {
        JsonRpcRequest request => request.Params as JsonObject,
        JsonRpcNotification notification => notification.Params as JsonObject,
        _ => null,
    };

    private static string? Text(JsonNode? node) => node?.GetValueKind() == JsonValueKind.String ? node.GetValue<string>() : null;

    private static (string? Version, Refusal? Refusal) Refuse(JsonRpcMessage message, McpErrorCode code, string text, string? requested = null) =>
        (null, Refusal.BadRequest(code, text) with { IdJson = IdOf(message), RequestedVersion = requested });

    private static string? IdOf(JsonRpcMessage message) => (message as JsonRpcRequest)?.Id.Id switch
    {
        string text => $"\"{JsonEncodedText.Encode(text)}\"",
        long number => number.ToString(System.Globalization.CultureInfo.InvariantCulture),
        _ => null,
    };
}
