using System.Text.Encodings.Web;
using System.Text.Json;

namespace HomeDash.Web.Commands.Calling;

/// <summary>JSON for a terminal and for the program behind the pipe.</summary>
internal static class PrettyJson
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Of<T>(T json) => JsonSerializer.Serialize(json, Readable);
}
