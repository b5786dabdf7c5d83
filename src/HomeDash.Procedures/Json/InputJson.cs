using System.Buffers;
using System.Text;
using System.Text.Json;

namespace HomeDash.Procedures;

/// <summary>Changes single arguments of an input that is still JSON. What is no JSON object stays as it is: the pipeline says so.</summary>
public static class InputJson
{
    /// <summary>Takes an argument out.</summary>
    /// <returns>False, and the input unchanged, when it is not there.</returns>
    public static bool TryTake(ref ReadOnlyMemory<byte> input, string name, out JsonElement value)
    {
        value = default;
        // Most inputs do not have it, and need not be read twice to know that.
        if (input.Span.IndexOf(Encoding.UTF8.GetBytes(name)) < 0 || Parse(input) is not { } arguments || !arguments.TryGetProperty(name, out value))
        {
            return false;
        }

        input = Write(arguments, name, null);
        return true;
    }

    /// <summary>Sets an argument.</summary>
    public static ReadOnlyMemory<byte> With(ReadOnlyMemory<byte> input, string name, int value) =>
        Parse(input.IsEmpty ? "{}"u8.ToArray() : input) is { } arguments ? Write(arguments, name, value) : input;

    /// <summary>One object with the arguments of an input and these texts.</summary>
    /// <param name="input">A JSON object; null for none.</param>
    /// <param name="texts">Further arguments.</param>
    public static ReadOnlyMemory<byte> With(string? input, IReadOnlyDictionary<string, string> texts)
    {
        var json = new ArrayBufferWriter<byte>(256);
        using (var writer = new Utf8JsonWriter(json))
        {
            writer.WriteStartObject();
            foreach (var argument in input is null ? default : JsonElement.Parse(input).EnumerateObject())
            {
                argument.WriteTo(writer);
            }

            foreach (var (name, text) in texts)
            {
                writer.WriteString(name, text);
            }

            writer.WriteEndObject();
        }

        return json.WrittenMemory;
    }

    /// <summary>The same input as every spelling of it: without blanks, and with one way to escape.</summary>
    public static ReadOnlyMemory<byte> Normalize(ReadOnlyMemory<byte> input) => Parse(input) is { } arguments ? Write(arguments, null, null) : input;

    private static JsonElement? Parse(ReadOnlyMemory<byte> input)
    {
        try
        {
            return !input.IsEmpty && HoldsText(input.Span) && JsonElement.Parse(input.Span) is { ValueKind: JsonValueKind.Object } arguments ? arguments : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Whether every string is text. JSON's grammar allows escapes that stand for half a character, and nothing could read them.</summary>
    private static bool HoldsText(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && JsonInput.Text(ref reader) is null)
            {
                return false;
            }
        }

        return true;
    }

    private static ReadOnlyMemory<byte> Write(JsonElement arguments, string? replaced, int? value)
    {
        var json = new ArrayBufferWriter<byte>(256);
        using (var writer = new Utf8JsonWriter(json))
        {
            writer.WriteStartObject();
            foreach (var argument in arguments.EnumerateObject().Where(argument => argument.Name != replaced))
            {
                argument.WriteTo(writer);
            }

            if (value is { } number)
            {
                writer.WriteNumber(replaced!, number);
            }

            writer.WriteEndObject();
        }

        return json.WrittenMemory;
    }
}
