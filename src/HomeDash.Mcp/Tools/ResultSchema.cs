using System.Text.Json.Nodes;

namespace HomeDash.Mcp;

/// <summary>
/// What a tool says of its results. They come with their values, which mostly explain themselves; every word of them is
/// read with each list of tools. So the whole keeps its description, and so do numbers that may be fractions of anything,
/// unless their name ends with their unit; the catalogue, which tools.list returns, keeps the rest.
/// </summary>
internal static class ResultSchema
{
    /// <summary>How names of numbers end that say what they count.</summary>
    private static readonly string[] Units = ["Bytes", "BytesPerSecond", "BitsPerSecond", "Seconds", "Percent", "Kelvin", "Celsius"];

    /// <summary>The schema with what is worth its length.</summary>
    public static string Shorten(string json)
    {
        var schema = JsonNode.Parse(json)!.AsObject();
        Shorten(schema, isDescribed: true);
        return schema.ToJsonString(ToolWords.Plain);
    }

    private static void Shorten(JsonObject schema, bool isDescribed)
    {
        if (!isDescribed)
        {
            schema.Remove("description");
        }

        // A default belongs to what may be left out, and results leave nothing out that has one.
        schema.Remove("default");
        foreach (var (name, property) in schema["properties"] as JsonObject ?? [])
        {
            Nested(property, name);
        }

        Nested(schema["items"]);
        Nested(schema["additionalProperties"]);
        foreach (var choice in schema["anyOf"] as JsonArray ?? [])
        {
            Nested(choice);
        }
    }

    private static bool NeedsWords(JsonNode? type, string name) =>
        type is JsonValue value && value.TryGetValue(out string? word) && word == "number" && !Units.Any(unit => name.EndsWith(unit, StringComparison.Ordinal));

    private static void Nested(JsonNode? node, string name = "")
    {
        if (node is JsonObject schema)
        {
            Shorten(schema, NeedsWords(schema["type"], name));
        }
    }
}
