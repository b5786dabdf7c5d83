using System.Buffers;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using ModelContextProtocol;

namespace HomeDash.Mcp;

/// <summary>A request that is answered before any server sees it: an HTTP status with a JSON-RPC error as its body.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Code">The JSON-RPC code.</param>
/// <param name="Message">What was wrong and what to do.</param>
internal sealed record Refusal(int Status, int Code, string Message)
{
    /// <summary>The code of refusals that HTTP defines and JSON-RPC does not: the first that JSON-RPC leaves to implementations.</summary>
    public const int OfTransport = -32000;

    /// <summary>The request's id as JSON; null when it is not known.</summary>
    public string? IdJson { get; init; }

    /// <summary>The version that was asked for and is not spoken here.</summary>
    public string? RequestedVersion { get; init; }

    /// <summary>A response header that belongs to the status, such as <c>Allow</c>.</summary>
    public (string Name, string Value)? Header { get; init; }

    public static Refusal Of(int status, string message) => new(status, OfTransport, message);

    public static Refusal BadRequest(McpErrorCode code, string message) => new(StatusCodes.Status400BadRequest, (int)code, message);

    public async Task WriteAsync(HttpResponse response, CancellationToken cancellationToken)
    {
        response.StatusCode = Status;
        response.ContentType = "application/json; charset=utf-8";
        response.Headers.CacheControl = "no-store";
        if (Header is { } header)
        {
            response.Headers[header.Name] = header.Value;
        }

        await using var writer = new Utf8JsonWriter(response.BodyWriter);
        WriteTo(writer);
        await writer.FlushAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The message for a transport that has no status, where JSON-RPC (2.0, 5) wants an id even when it is unknown: null then.</summary>
    public ReadOnlyMemory<byte> ToMessage()
    {
        var json = new ArrayBufferWriter<byte>(256);
        using (var writer = new Utf8JsonWriter(json, ResultWriter.Writing))
        {
            (this with { IdJson = IdJson ?? "null" }).WriteTo(writer);
        }

        return json.WrittenMemory;
    }

    private void WriteTo(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("jsonrpc"u8, "2.0"u8);
        // "An error response that has no id" is what the transport's chapter on 403 and 400 asks for when the id is unknown.
        if (IdJson is not null)
        {
            writer.WritePropertyName("id"u8);
            writer.WriteRawValue(IdJson);
        }

        writer.WriteStartObject("error"u8);
        writer.WriteNumber("code"u8, Code);
        writer.WriteString("message"u8, Message);
        if (RequestedVersion is not null)
        {
            // A client takes this list for what it may put into the metadata of each request, so only modern versions are in it.
            writer.WriteStartObject("data"u8);
            writer.WriteStartArray("supported"u8);
            writer.WriteStringValue(ProtocolVersions.Modern);
            writer.WriteEndArray();
            writer.WriteString("requested"u8, RequestedVersion);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}
