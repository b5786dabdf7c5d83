using System.Text.Json;
using System.Text.Unicode;
using ModelContextProtocol;

namespace HomeDash.Mcp;

/// <summary>Makes one JSON-RPC message of a body, or says what is wrong with it.</summary>
internal static class MessageReader
{
    /// <summary>A name that occurs twice means something else to each reader, so it is refused.</summary>
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    public static (IncomingMessage? Message, Refusal? Refusal) Read(byte[] body)
    {
        if (!Utf8.IsValid(body))
        {
            return Refuse(McpErrorCode.ParseError, "The body is not UTF-8.");
        }

        try
        {
            CheckEscapes(body);
            return Read(JsonElement.Parse(body, Strict));
        }
        catch (JsonException broken)
        {
            var place = broken.LineNumber is null ? "a name occurs twice in an object" : $"line {broken.LineNumber + 1}, byte {broken.BytePositionInLine}";
            return Refuse(McpErrorCode.ParseError, $"The body is not valid JSON ({place}). Send one JSON-RPC message.");
        }
    }

    private static (IncomingMessage? Message, Refusal? Refusal) Read(JsonElement root)
    {
        if (root.ValueKind == JsonValueKind.Array)
        {
            // JSON-RPC batches left the protocol with 2025-06-18.
            return Refuse(McpErrorCode.InvalidRequest, "Batches are not taken. Send each message as its own POST.");
        }

        if (root.ValueKind != JsonValueKind.Object)
        {
            return Refuse(McpErrorCode.InvalidRequest, "A JSON-RPC message is a JSON object.");
        }

        string? id = null;
        if (root.TryGetProperty("id"u8, out var given))
        {
            if (given.ValueKind != JsonValueKind.String && !(given.ValueKind == JsonValueKind.Number && given.TryGetInt64(out _)))
            {
                return Refuse(McpErrorCode.InvalidRequest, "'id' must be a string or a whole number. Leave it out of notifications.");
            }

            id = given.GetRawText();
        }

        return Problem(root) is { } problem
            ? Refuse(McpErrorCode.InvalidRequest, problem, id)
            : (new(root, root.TryGetProperty("method"u8, out var method) ? method.GetString() : null, id), null);
    }

    private static string? Problem(JsonElement root)
    {
        if (!root.TryGetProperty("jsonrpc"u8, out var version) || version.ValueKind != JsonValueKind.String || !version.ValueEquals("2.0"u8))
        {
            return "'jsonrpc' must be \"2.0\".";
        }

        if (!root.TryGetProperty("method"u8, out var method))
        {
            return IsResponse(root) ? null : "'method' is missing.";
        }

        return method.ValueKind != JsonValueKind.String ? "'method' must be a string."
            : root.TryGetProperty("params"u8, out var parameters) && parameters.ValueKind != JsonValueKind.Object ? "'params' must be an object."
            : null;
    }

    private static bool IsResponse(JsonElement root) =>
        root.TryGetProperty("id"u8, out _)
        && (root.TryGetProperty("result"u8, out _)
            || (root.TryGetProperty("error"u8, out var error) && error.ValueKind == JsonValueKind.Object
                && error.TryGetProperty("code"u8, out var code) && code.ValueKind == JsonValueKind.Number && code.TryGetInt32(out _)
                && error.TryGetProperty("message"u8, out var message) && message.ValueKind == JsonValueKind.String));

    /// <summary>Finds escapes that stand for half a character: JSON's grammar allows them, but no string can hold them.</summary>
    /// <exception cref="JsonException">There is one, or the JSON is broken before it.</exception>
    private static void CheckEscapes(ReadOnlySpan<byte> body)
    {
        if (body.IndexOf("\\u"u8) < 0)
        {
            return;
        }

        var reader = new Utf8JsonReader(body);
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && reader.ValueIsEscaped)
            {
                try
                {
                    _ = reader.GetString();
                }
                catch (InvalidOperationException half)
                {
                    throw new JsonException(half.Message, null, 0, reader.TokenStartIndex);
                }
            }
        }
    }

    private static (IncomingMessage? Message, Refusal? Refusal) Refuse(McpErrorCode code, string message, string? id = null) =>
        (null, Refusal.BadRequest(code, message) with { IdJson = id });
}
