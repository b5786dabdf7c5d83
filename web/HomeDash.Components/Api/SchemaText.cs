using System.Text.Encodings.Web;
using System.Text.Json;

namespace HomeDash.Components.Api;

/// <summary>JSON schemas as people read them.</summary>
internal static class SchemaText
{
    /// <summary>The same JSON on many lines.</summary>
    public static string Pretty(string json)
    {
        using var document = JsonDocument.Parse(json);
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            document.WriteTo(writer);
        }

        return System.Text.Encoding.UTF8.GetString(buffer.ToArray());
    }
}
