using System.Text.Json;

namespace HomeDash.Procedures;

/// <content>What is more than a primitive and no record.</content>
public static partial class JsonInput
{
    /// <summary>Reads bytes as Base64 (RFC 4648, section 4), with its padding and without white space.</summary>
    public static byte[]? Bytes(ref Utf8JsonReader reader, ref InputProblems problems)
    {
        if (reader.TokenType != JsonTokenType.String)
        {
            Refuse(ref reader, ref problems, "bytes as Base64");
            return null;
        }

        var text = Text(ref reader);
        if (text is not null && !text.Any(char.IsWhiteSpace))
        {
            var bytes = new byte[text.Length / 4 * 3];
            if (Convert.TryFromBase64String(text, bytes, out var length))
            {
                return length == bytes.Length ? bytes : bytes[..length];
            }
        }

        problems.Add("", "Must be bytes as Base64, such as aGVsbG8=.");
        return null;
    }

    /// <summary>Reads an object of any shape.</summary>
    public static JsonElement FreeForm(ref Utf8JsonReader reader, ref InputProblems problems)
    {
        if (!StartObject(ref reader, ref problems))
        {
            return default;
        }

        var look = reader;
        for (var depth = look.CurrentDepth; look.Read() && look.CurrentDepth > depth;)
        {
            // Half a surrogate pair is well-formed JSON and no text: whoever used it later would fail.
            if (look.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && look.ValueIsEscaped && Text(ref look) is null)
            {
                problems.Add("", "Holds text that is not valid.");
                reader.Skip();
                return default;
            }
        }

        return JsonElement.ParseValue(ref reader);
    }
}
