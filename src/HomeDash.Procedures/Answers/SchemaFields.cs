using System.Text.Json;

namespace HomeDash.Procedures;

/// <summary>Finds fields in the schema of a result, through lists and alternatives.</summary>
internal static class SchemaFields
{
    private static readonly JsonElement Anything = JsonElement.Parse("{}");

    /// <summary>The schema of a field; null when there is no such field.</summary>
    public static JsonElement? Of(JsonElement schema, string name)
    {
        var described = false;
        foreach (var shape in Objects(schema))
        {
            if (shape.TryGetProperty("properties", out var properties))
            {
                described = true;
                if (properties.TryGetProperty(name, out var field))
                {
                    return field;
                }
            }

            if (shape.TryGetProperty("additionalProperties", out var others))
            {
                described = true;
                if (others.ValueKind is JsonValueKind.Object or JsonValueKind.True)
                {
                    return others.ValueKind == JsonValueKind.Object ? others : Anything;
                }
            }

            if (shape.TryGetProperty("type", out var type) && !type.ValueEquals("object"))
            {
                described = true;
            }
        }

        return described ? null : Anything;
    }

    /// <summary>The names of the fields there are.</summary>
    public static IReadOnlyList<string> NamesOf(JsonElement schema) =>
        [.. Objects(schema).SelectMany(shape => shape.TryGetProperty("properties", out var properties) ? properties.EnumerateObject() : default)
            .Select(property => property.Name).Distinct()];

    private static IEnumerable<JsonElement> Objects(JsonElement schema)
    {
        if (schema.TryGetProperty("items", out var items))
        {
            return Objects(items);
        }

        foreach (var word in (ReadOnlySpan<string>)["anyOf", "oneOf"])
        {
            if (schema.TryGetProperty(word, out var alternatives))
            {
                return alternatives.EnumerateArray().SelectMany(Objects);
            }
        }

        return [schema];
    }
}
