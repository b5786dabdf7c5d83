using System.Buffers;
using System.Text.Json;

namespace HomeDash.Procedures;

/// <summary>
/// Reads inputs for generated code, tolerant by the table of docs/binding.md: every method leaves the reader at the end
/// of the value, adds a problem when it is of no use, and never throws for well-formed JSON.
/// </summary>
public static partial class JsonInput
{
    private const int MostShown = 40;

    /// <summary>Goes to the first token and into the object there.</summary>
    public static bool StartRoot(ref Utf8JsonReader reader, ref InputProblems problems)
    {
        if (reader.Read() && reader.TokenType == JsonTokenType.StartObject)
        {
            return true;
        }

        problems.Add("", $"The input must be a JSON object, not {Shown(ref reader)}.");
        reader.Skip();
        return false;
    }

    /// <summary>Goes into the object at the reader.</summary>
    public static bool StartObject(ref Utf8JsonReader reader, ref InputProblems problems) =>
        reader.TokenType == JsonTokenType.StartObject || Refuse(ref reader, ref problems, "an object");

    /// <summary>Reads a list.</summary>
    /// <param name="reader">At the value.</param>
    /// <param name="problems">Receives what is wrong, each item's under its index.</param>
    /// <param name="read">Reads one item.</param>
    /// <param name="check">Checks the limits of one item.</param>
    public static List<T>? List<T>(ref Utf8JsonReader reader, ref InputProblems problems, JsonRead<T> read, JsonCheck<T>? check = null)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            Refuse(ref reader, ref problems, "a list");
            return null;
        }

        var items = new List<T>();
        for (var index = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray; index++)
        {
            var before = problems.Count;
            if (reader.TokenType == JsonTokenType.Null)
            {
                problems.Add("", "Must not be null.");
            }
            else
            {
                items.Add(Item(ref reader, ref problems, read, check)!);
            }

            problems.Within(before, index);
        }

        return items;
    }

    /// <summary>Reads a list as an array.</summary>
    public static T[]? Array<T>(ref Utf8JsonReader reader, ref InputProblems problems, JsonRead<T> read, JsonCheck<T>? check = null) =>
        List(ref reader, ref problems, read, check)?.ToArray();

    /// <summary>Reads an object with keys of the caller's choice; a value of null counts as left out.</summary>
    /// <param name="reader">At the value.</param>
    /// <param name="problems">Receives what is wrong, each value's under its key.</param>
    /// <param name="read">Reads one value.</param>
    /// <param name="check">Checks the limits of one value.</param>
    public static Dictionary<string, T>? Map<T>(ref Utf8JsonReader reader, ref InputProblems problems, JsonRead<T> read, JsonCheck<T>? check = null)
    {
        if (!StartObject(ref reader, ref problems))
        {
            return null;
        }

        var entries = new Dictionary<string, T>(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var key = Text(ref reader);
            reader.Read();
            var before = problems.Count;
            if (key is null)
            {
                problems.Add("", "Has a key that is not valid text.");
                reader.Skip();
            }
            else if (reader.TokenType != JsonTokenType.Null)
            {
                if (!entries.TryAdd(key, Item(ref reader, ref problems, read, check)!))
                {
                    problems.Add("", "Is given twice.");
                }

                problems.Within(before, key);
            }
        }

        return entries;
    }

    /// <summary>Adds the problem that a value of another kind is needed, and goes to the value's end.</summary>
    internal static bool Refuse(ref Utf8JsonReader reader, ref InputProblems problems, string needed)
    {
        problems.Add("", $"Must be {needed}, not {Shown(ref reader)}.");
        reader.Skip();
        return false;
    }

    /// <summary>The text of a string or a property name; null when it holds half a surrogate pair or broken UTF-8.</summary>
    internal static string? Text(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>A value as messages show it.</summary>
    internal static string Shown(string text) => text.Length > MostShown ? $"'{text[..MostShown]}…'" : $"'{text}'";

    private static T? Item<T>(ref Utf8JsonReader reader, ref InputProblems problems, JsonRead<T> read, JsonCheck<T>? check)
    {
        var before = problems.Count;
        var value = read(ref reader, ref problems);
        if (check is not null && problems.Count == before)
        {
            check(value!, ref problems);
        }

        return value;
    }

    private static string Shown(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.StartObject => "an object",
        JsonTokenType.StartArray => "a list",
        JsonTokenType.True => "true",
        JsonTokenType.False => "false",
        JsonTokenType.Null => "null",
        JsonTokenType.String => Text(ref reader) is { } text ? Shown(text) : "text that is not valid",
        JsonTokenType.Number => Shown(System.Text.Encoding.UTF8.GetString(Bytes(ref reader))),
        _ => "nothing",
    };

    private static ReadOnlySpan<byte> Bytes(ref Utf8JsonReader reader) =>
        reader.HasValueSequence ? reader.ValueSequence.ToArray() : reader.ValueSpan;
}
