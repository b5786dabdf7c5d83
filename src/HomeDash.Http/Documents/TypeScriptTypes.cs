using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace HomeDash.Http;

/// <summary>Prints JSON Schemas as TypeScript types.</summary>
internal static partial class TypeScriptTypes
{
    public static string Of(JsonNode? schema, string indent)
    {
        if (schema is not JsonObject shape)
        {
            return "unknown";
        }

        if (shape["enum"] is JsonArray values)
        {
            return Union(values.Select(value => value?.ToJsonString() ?? "null"));
        }

        if (shape.ContainsKey("const"))
        {
            return shape["const"]?.ToJsonString() ?? "null";
        }

        if ((shape["anyOf"] ?? shape["oneOf"]) is JsonArray alternatives)
        {
            return Union(alternatives.Select(each => Of(each, indent)));
        }

        return shape["type"] is JsonArray types
            ? Union(types.Select(type => OfType((string?)type, shape, indent)))
            : OfType((string?)shape["type"], shape, indent);
    }

    /// <summary>A documentation comment, which nothing in the text can end early.</summary>
    public static void AppendComment(StringBuilder text, string? comment, string indent)
    {
        if (!string.IsNullOrEmpty(comment))
        {
            text.Append(indent).Append("/** ").Append(comment.ReplaceLineEndings(" ").Replace("*/", "* /", StringComparison.Ordinal)).Append(" */\n");
        }
    }

    private static string OfType(string? type, JsonObject shape, string indent) => type switch
    {
        "string" => "string",
        "integer" or "number" => "number",
        "boolean" => "boolean",
        "null" => "null",
        "array" => $"({Of(shape["items"], indent)})[]",
        "object" => OfObject(shape, indent),
        _ => shape.ContainsKey("properties") ? OfObject(shape, indent) : "unknown",
    };

    private static string OfObject(JsonObject shape, string indent)
    {
        if (shape["properties"] is not JsonObject { Count: > 0 } properties)
        {
            return shape["additionalProperties"] switch
            {
                JsonObject values => $"Record<string, {Of(values, indent)}>",
                JsonValue value when value.TryGetValue(out bool allowed) && !allowed => "Record<string, never>",
                _ => "Record<string, unknown>",
            };
        }

        var required = (shape["required"] as JsonArray ?? []).Select(name => (string?)name).ToHashSet();
        var below = indent + "  ";
        var text = new StringBuilder("{\n");
        foreach (var (name, schema) in properties)
        {
            AppendComment(text, (string?)schema?["description"], below);
            text.Append(below).Append(Identifier.IsMatch(name) ? name : JsonValue.Create(name).ToJsonString())
                .Append(required.Contains(name) ? ": " : "?: ").Append(Of(schema, below)).Append(";\n");
        }

        return text.Append(indent).Append('}').ToString();
    }

    private static string Union(IEnumerable<string> types) => types.Distinct().ToArray() is { Length: > 0 } all ? string.Join(" | ", all) : "never";

    [GeneratedRegex(@"^[A-Za-z_$][\w$]*$", RegexOptions.ECMAScript)]
    private static partial Regex Identifier { get; }
}
