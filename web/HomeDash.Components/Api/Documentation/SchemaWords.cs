using System.Text.Json;

namespace HomeDash.Components.Api.Documentation;

/// <summary>JSON Schemas in words.</summary>
internal static class SchemaWords
{
    /// <summary>What kind of value it is, with its limits: <c>list of text, 1 to 100</c>.</summary>
    public static string Of(JsonElement schema) => Join(Kind(schema), Limits(schema), Default(schema));

    private static string Kind(JsonElement schema)
    {
        if (schema.ValueKind != JsonValueKind.Object)
        {
            return "any JSON";
        }

        if (schema.TryGetProperty("enum", out var choices))
        {
            return string.Join(" | ", choices.EnumerateArray().Select(choice => choice.ToString()));
        }

        var format = ApiDocument.Text(schema, "format");
        return Type(schema) switch
        {
            "string" => format ?? "text",
            "integer" => "whole number",
            "number" => "number",
            "boolean" => "true or false",
            "array" => schema.TryGetProperty("items", out var items) ? $"list of {Plural(Kind(items))}" : "list",
            "object" when !schema.TryGetProperty("properties", out _) && schema.TryGetProperty("additionalProperties", out var values) && values.ValueKind == JsonValueKind.Object => $"names with {Plural(Kind(values))}",
            "object" => "object",
            _ when schema.TryGetProperty("anyOf", out _) || schema.TryGetProperty("oneOf", out _) => "one of several",
            _ => "any JSON",
        };
    }

    private static string? Type(JsonElement schema) => schema.TryGetProperty("type", out var type)
        ? type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Select(each => each.GetString()).FirstOrDefault(each => each != "null") : type.GetString()
        : null;

    private static string Plural(string kind) => kind switch { "text" or "any JSON" => kind, "object" => "objects", "whole number" => "whole numbers", "number" => "numbers", _ => kind };

    private static string? Limits(JsonElement schema) =>
        Range(schema, "minimum", "maximum", "") ?? Range(schema, "minLength", "maxLength", " characters") ?? Range(schema, "minItems", "maxItems", " items");

    // The limits of a type are no news: only those that somebody chose are shown.
    private static string? Range(JsonElement schema, string least, string most, string unit) => (Limit(schema, least), Limit(schema, most)) switch
    {
        ({ } from, { } to) => $"{from} to {to}{unit}",
        ({ } from, null) => $"at least {from}{unit}",
        (null, { } to) => $"at most {to}{unit}",
        _ => null,
    };

    private static string? Limit(JsonElement schema, string name) =>
        schema.ValueKind == JsonValueKind.Object && schema.TryGetProperty(name, out var value) && value.GetRawText() is { Length: < 10 } text ? text : null;

    private static string? Default(JsonElement schema) =>
        schema.ValueKind == JsonValueKind.Object && schema.TryGetProperty("default", out var value) ? $"{value.GetRawText().Trim('"')} when left out" : null;

    private static string Join(params IEnumerable<string?> parts) => string.Join(", ", parts.Where(part => part is not null));
}
