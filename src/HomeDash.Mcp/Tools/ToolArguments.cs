using System.Buffers;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace HomeDash.Mcp;

/// <summary>Puts a call's arguments together again as the bytes that came, without reading the values.</summary>
internal static class ToolArguments
{
    public static ReadOnlyMemory<byte> Write(IDictionary<string, JsonElement>? arguments)
    {
        if (arguments is null || arguments.Count == 0)
        {
            return "{}"u8.ToArray();
        }

        var json = new ArrayBufferWriter<byte>(256);
        using (var writer = new Utf8JsonWriter(json))
        {
            writer.WriteStartObject();
            foreach (var (name, value) in arguments)
            {
                writer.WritePropertyName(name);
                writer.WriteRawValue(JsonMarshal.GetRawUtf8Value(value), skipInputValidation: true);
            }

            writer.WriteEndObject();
        }

        return json.WrittenMemory;
    }
}
