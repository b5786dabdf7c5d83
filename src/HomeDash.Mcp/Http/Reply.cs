using System.Buffers;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace HomeDash.Mcp;

/// <summary>Sends a JSON-RPC response as plain JSON.</summary>
internal static class Reply
{
    public static async Task WriteAsync(HttpResponse response, string idJson, McpAnswer answer, CancellationToken cancellationToken)
    {
        response.ContentType = "application/json";
        response.Headers.CacheControl = "no-store";
        var body = response.BodyWriter;
        body.Write("{\"jsonrpc\":\"2.0\",\"id\":"u8);
        Encoding.UTF8.GetBytes(idJson, body);
        switch (answer)
        {
            case McpAnswer.Error error:
                body.Write(",\"error\":"u8);
                Write(body, error);
                break;
            default:
                body.Write(",\"result\":"u8);
                body.Write((answer is McpAnswer.Asks asks ? ResultWriter.OfAsking(asks) : (McpAnswer.Result)answer).Json.Span);
                break;
        }

        body.Write("}"u8);
        await body.FlushAsync(cancellationToken).ConfigureAwait(false);
    }

    private static void Write(IBufferWriter<byte> body, McpAnswer.Error error)
    {
        using var writer = new Utf8JsonWriter(body, ResultWriter.Writing);
        writer.WriteStartObject();
        writer.WriteNumber("code"u8, (int)error.Code);
        writer.WriteString("message"u8, error.Message);
        if (error.DataJson is not null)
        {
            writer.WritePropertyName("data"u8);
            writer.WriteRawValue(error.DataJson);
        }

        writer.WriteEndObject();
    }
}
