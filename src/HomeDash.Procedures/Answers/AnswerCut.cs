using System.Buffers;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace HomeDash.Procedures;

/// <summary>Where an answer that is too long is cut: after a whole item of its list, and never before the first.</summary>
internal sealed class AnswerCut
{
    /// <summary>Says in a cut answer how many items are missing.</summary>
    public const string LeftOut = "leftOut";

    private readonly JsonElement answer;
    private readonly string list;

    private AnswerCut(JsonElement answer, string list, int kept) => (this.answer, this.list, Kept) = (answer, list, kept);

    /// <summary>How many items stay.</summary>
    public int Kept { get; }

    /// <summary>Null when there is no list to cut, or nothing of it can go.</summary>
    public static AnswerCut? Of(ReadOnlyMemory<byte> json, int budget)
    {
        var answer = JsonElement.Parse(json.Span);
        if (ListOf(answer) is not { } list)
        {
            return null;
        }

        // What comes instead of the rest: a cursor of up to 600 bytes, or the number of those left out.
        var room = budget - Math.Min(1024, budget / 8) - (json.Length - Size(list.Value));
        var kept = 0;
        foreach (var item in list.Value.EnumerateArray())
        {
            room -= Size(item) + 1;
            if (room < 0)
            {
                break;
            }

            kept++;
        }

        kept = Math.Max(1, kept);
        return kept >= list.Value.GetArrayLength() ? null : new(answer, list.Name, kept);
    }

    /// <summary>The answer with the items that stay, and how many were left out.</summary>
    public ReadOnlyMemory<byte> Print(JsonWriterOptions writing)
    {
        var json = new ArrayBufferWriter<byte>(1024);
        using (var writer = new Utf8JsonWriter(json, writing))
        {
            writer.WriteStartObject();
            foreach (var property in answer.EnumerateObject())
            {
                writer.WritePropertyName(property.Name);
                if (property.Name == list)
                {
                    WriteItems(writer, property.Value);
                }
                else
                {
                    property.Value.WriteTo(writer);
                }
            }

            writer.WriteNumber(LeftOut, answer.GetProperty(list).GetArrayLength() - Kept);
            writer.WriteEndObject();
        }

        return json.WrittenMemory;
    }

    private void WriteItems(Utf8JsonWriter writer, JsonElement items)
    {
        writer.WriteStartArray();
        foreach (var item in items.EnumerateArray().Take(Kept))
        {
            item.WriteTo(writer);
        }

        writer.WriteEndArray();
    }

    /// <summary>The longest list directly in the answer.</summary>
    private static JsonProperty? ListOf(JsonElement answer) =>
        answer.ValueKind != JsonValueKind.Object ? null : answer.EnumerateObject()
            .Where(property => property.Value.ValueKind == JsonValueKind.Array)
            .Select(property => (JsonProperty?)property)
            .MaxBy(property => Size(property!.Value.Value));

    private static int Size(JsonElement value) => JsonMarshal.GetRawUtf8Value(value).Length;
}
