using System.Text.Encodings.Web;
using System.Text.Json;

namespace HomeDash.Web.Commands.Calling;

/// <summary>JSON for a terminal and for the program behind the pipe.</summary>
internal static class PrettyJson
{
    private static readonly JsonSerializerOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly JsonSerializerOptions Readable = new(Compact) { WriteIndented = true };

    public static string Of<T>(T json) => JsonSerializer.Serialize(json, Readable);

    /// <summary>On one line, for streams.</summary>
    public static string Line<T>(T json) => JsonSerializer.Serialize(json, Compact);
}
