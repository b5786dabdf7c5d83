using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace HomeDash.Mcp;

/// <summary>Writes JSON-RPC messages.</summary>
internal static class JsonRpc
{
    /// <summary>The response to a request.</summary>
    public static void WriteResponse(IBufferWriter<byte> to, string idJson, McpAnswer answer)
    {
        to.Write("{\"jsonrpc\":\"2.0\",\"id\":"u8);
        Encoding.UTF8.GetBytes(idJson, to);
        switch (answer)
        {
            case McpAnswer.Error error:
                to.Write(",\"error\":"u8);
                WriteError(to, error);
                break;
            default:
                to.Write(",\"result\":"u8);
                to.Write((answer is McpAnswer.Asks asks ? ResultWriter.OfAsking(asks) : (McpAnswer.Result)answer).Json.Span);
                break;
        }

        to.Write("}"u8);
    }

    /// <summary>The response to a request.</summary>
    public static ReadOnlyMemory<byte> Response(string idJson, McpAnswer answer)
    {
        var json = new ArrayBufferWriter<byte>(256);
        WriteResponse(json, idJson, answer);
        return json.WrittenMemory;
    }

    /// <summary>A notification, or with an id a request.</summary>
    public static ReadOnlyMemory<byte> Message(string method, JsonNode? parameters, string? id = null)
    {
        var json = new ArrayBufferWriter<byte>(256);
        using var writer = new Utf8JsonWriter(json, ResultWriter.Writing);
        writer.WriteStartObject();
        writer.WriteString("jsonrpc"u8, "2.0"u8);
        if (id is not null)
        {
            writer.WriteString("id"u8, id);
        }

        writer.WriteString("method"u8, method);
        if (parameters is not null)
        {
            writer.WritePropertyName("params"u8);
            parameters.WriteTo(writer);
        }

        writer.WriteEndObject();
        writer.Flush();
        return json.WrittenMemory;
    }

    private static void WriteError(IBufferWriter<byte> to, McpAnswer.Error error)
    {
        using var writer = new Utf8JsonWriter(to, ResultWriter.Writing);
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
