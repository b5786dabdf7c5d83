using System.Text.Encodings.Web;
using System.Text.Json;

namespace HomeDash.Components.Api.TryIt;

/// <summary>JSON as people read and copy it: nothing of it is ever put into HTML or a shell unescaped.</summary>
internal static class JsonTexts
{
    /// <summary>On many lines.</summary>
    public static JsonSerializerOptions Readable { get; } = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>On one line.</summary>
    public static JsonSerializerOptions Compact { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
