using System.Text.Json.Nodes;

namespace HomeDash.Mcp;

/// <summary>
/// What a tool says of its results. They come with their values, which mostly explain themselves; every word of them is
/// read with each list of tools. So numbers keep their descriptions, because they do not show their unit, and so does the
/// whole; the catalogue, which tools.list returns, keeps the rest.
/// </summary>
internal static class ResultSchema
{
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
        foreach (var (_, property) in schema["properties"] as JsonObject ?? [])
        {
            Nested(property);
        }

        Nested(schema["items"]);
        Nested(schema["additionalProperties"]);
        foreach (var choice in schema["anyOf"] as JsonArray ?? [])
        {
            Nested(choice);
        }
    }

    private static bool IsNumber(JsonNode? type) => type is JsonValue value && value.TryGetValue(out string? name) && name is ("integer" or "number");

    private static void Nested(JsonNode? node)
    {
        if (node is JsonObject schema)
        {
            Shorten(schema, IsNumber(schema["type"]));
        }
    }
}
