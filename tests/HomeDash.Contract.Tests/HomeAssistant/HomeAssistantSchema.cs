using System.Text.Json.Nodes;

namespace HomeDash.Contract.Tests;

/// <summary>
/// What Home Assistant's MCP client makes of a tool's input schema before a model sees it: through voluptuous-openapi
/// (0.3.0, 0.4.1) or, from 2026.9 on, probatio. Each of them refuses something else; this refuses what any of them does,
/// because one tool that is refused keeps Home Assistant from setting up the whole server.
/// </summary>
internal static class HomeAssistantSchema
{
    /// <summary>No version of voluptuous-openapi has read them; probatio reads the first six.</summary>
    private static readonly string[] RefusedByVoluptuous = ["$ref", "$defs", "definitions", "allOf", "multipleOf", "uniqueItems", "const", "prefixItems"];

    /// <summary>voluptuous-openapi drops them, probatio will not read past them.</summary>
    private static readonly string[] RefusedByProbatio =
    [
        "patternProperties", "if", "then", "else", "propertyNames", "dependentSchemas", "dependentRequired", "unevaluatedProperties", "unevaluatedItems", "$dynamicRef",
    ];

    private static readonly string[] Types = ["object", "array", "string", "integer", "number", "boolean", "null"];

    /// <summary>What the model is told in place of the schema.</summary>
    /// <exception cref="HomeAssistantRefusal">One of the versions refuses it.</exception>
    public static JsonObject Convert(string schema)
    {
        var root = JsonNode.Parse(schema) as JsonObject ?? throw new HomeAssistantRefusal("", "it is no object");
        if (root["type"] is not JsonValue type || type.GetValueKind() != System.Text.Json.JsonValueKind.String || type.GetValue<string>() != "object")
        {
            throw new HomeAssistantRefusal("", "the root is not of the type object");
        }

        return root["properties"] is JsonObject ? Convert(root, "") : throw new HomeAssistantRefusal("", "the root has no properties");
    }

    private static JsonObject Convert(JsonNode? node, string path)
    {
        if (node is not JsonObject { Count: > 0 } schema)
        {
            throw new HomeAssistantRefusal(path, $"{node?.ToJsonString() ?? "null"} says no type");
        }

        if (RefusedByVoluptuous.Concat(RefusedByProbatio).FirstOrDefault(schema.ContainsKey) is { } refused)
        {
            throw new HomeAssistantRefusal(path, $"{refused} is not read");
        }

        foreach (var union in new[] { "anyOf", "oneOf" })
        {
            foreach (var option in schema[union] as JsonArray ?? [])
            {
                _ = Convert(option, $"{path}/{union}");
            }
        }

        if (schema["type"] is null)
        {
            // A model is told nothing of a union.
            return schema["anyOf"] is JsonArray ? [] : throw new HomeAssistantRefusal(path, "it says no type");
        }

        string[] types = [.. (schema["type"] as JsonArray ?? [schema["type"]!.DeepClone()]).Select(name => name!.GetValue<string>())];
        if (types.Except(Types).FirstOrDefault() is { } unknown)
        {
            throw new HomeAssistantRefusal(path, $"there is no type {unknown}");
        }

        return types is [var type] ? Convert(schema, type, path) : [];
    }

    private static JsonObject Convert(JsonObject schema, string type, string path)
    {
        // voluptuous has one validator for both; only limits tell probatio that it is a number at all.
        var told = new JsonObject { ["type"] = type is not ("integer" or "number") ? type : schema.ContainsKey("minimum") || schema.ContainsKey("maximum") ? "number" : "string" };
        switch (type)
        {
            case "object":
                told["properties"] = new JsonObject(
                    (schema["properties"] as JsonObject ?? []).Select(property => KeyValuePair.Create(property.Key, (JsonNode?)Convert(property.Value, $"{path}/{property.Key}"))));
                if (schema["additionalProperties"] is JsonObject values)
                {
                    _ = Convert(values, $"{path}/*");
                }

                break;
            case "array":
                told["items"] = Convert(schema["items"] ?? throw new HomeAssistantRefusal(path, "the list has no items"), $"{path}/items");
                break;
            case "string" when schema["pattern"] is { } pattern && PythonPattern.WhyNot(pattern.GetValue<string>()) is { } why:
                throw new HomeAssistantRefusal(path, why);
        }

        return told;
    }
}

/// <summary>A version of Home Assistant would not set up the server because of this.</summary>
internal sealed class HomeAssistantRefusal(string path, string why) : Exception($"{(path.Length == 0 ? "The schema" : path)}: {why}.");
