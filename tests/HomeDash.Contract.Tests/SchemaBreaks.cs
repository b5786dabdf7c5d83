using System.Text.Json;
using System.Text.Json.Nodes;

namespace HomeDash.Contract.Tests;

/// <summary>Breaks an input in one place, in every way that its schema forbids and docs/binding.md does not forgive.</summary>
internal static class SchemaBreaks
{
    /// <summary>The broken inputs, each with the path of what is wrong.</summary>
    public static IEnumerable<(string Path, JsonObject Input)> Of(string schema, JsonObject input) =>
        Within(JsonElement.Parse(schema), input, "").Select(change =>
        {
            var copy = (JsonObject)input.DeepClone();
            change.Apply(copy);
            return (change.Path, copy);
        });

    private static IEnumerable<Change> Within(JsonElement schema, JsonNode? value, string path) => value switch
    {
        JsonObject @object when schema.TryGetProperty("properties", out var properties) => InObject(schema, properties, @object, path),
        JsonObject map when schema.TryGetProperty("additionalProperties", out var values) && values.ValueKind == JsonValueKind.Object =>
            map.SelectMany(entry => Replaced(values, entry.Value, Join(path, entry.Key), copy => Down(copy, map, entry.Key)))
                .Concat(map.Where(entry => entry.Value is not null && schema.TryGetProperty("maxProperties", out _)).Select(_ => new Change(path, copy => Fill((JsonObject)Find(copy, map)!, schema.GetProperty("maxProperties").GetInt32())))),
        JsonArray list => InList(schema, list, path),
        _ => [],
    };

    private static IEnumerable<Change> InObject(JsonElement schema, JsonElement properties, JsonObject value, string path)
    {
        yield return new(Join(path, "noSuchName"), copy => ((JsonObject)Find(copy, value)!)["noSuchName"] = 1);
        foreach (var property in properties.EnumerateObject())
        {
            var here = Join(path, property.Name);
            if (schema.TryGetProperty("required", out var required) && required.EnumerateArray().Any(name => name.GetString() == property.Name))
            {
                yield return new(here, copy => ((JsonObject)Find(copy, value)!).Remove(property.Name));
                yield return new(here, copy => ((JsonObject)Find(copy, value)!)[property.Name] = null);
            }

            if (value[property.Name] is { } given)
            {
                foreach (var change in Replaced(property.Value, given, here, copy => Down(copy, value, property.Name)))
                {
                    yield return change;
                }
            }
        }
    }

    private static IEnumerable<Change> InList(JsonElement schema, JsonArray list, string path)
    {
        var items = schema.GetProperty("items");
        for (var index = 0; index < list.Count; index++)
        {
            var (at, here) = (index, $"{path}[{index}]");
            yield return new(here, copy => ((JsonArray)Find(copy, list)!)[at] = null);
            foreach (var change in Replaced(items, list[at], here, copy => new Slot(Find(copy, list)!, at)))
            {
                yield return change;
            }
        }

        if (list.Count > 0 && schema.TryGetProperty("maxItems", out var most))
        {
            yield return new(path, copy =>
            {
                var all = (JsonArray)Find(copy, list)!;
                while (all.Count <= most.GetInt32())
                {
                    all.Add(all[0]!.DeepClone());
                }
            });
        }

        if (schema.TryGetProperty("minItems", out _))
        {
            yield return new(path, copy => ((JsonArray)Find(copy, list)!).Clear());
        }
    }

    /// <summary>Other values in the place of one, and what is wrong within it.</summary>
    private static IEnumerable<Change> Replaced(JsonElement schema, JsonNode? value, string path, Func<JsonNode, Slot> slot) =>
        Wrong(schema).Select(wrong => new Change(path, copy => slot(copy).Set(JsonNode.Parse(wrong)))).Concat(Within(schema, value, path));

    /// <summary>JSON that a schema does not accept, tolerantly read or not.</summary>
    private static IEnumerable<string> Wrong(JsonElement schema)
    {
        var type = schema.GetProperty("type").GetString();
        string[] others = type switch
        {
            "boolean" => ["1", "\"yes\"", "[]", "{}"],
            "integer" => ["1.5", "\"five\"", "\"\"", "true", "[]", "{}"],
            "number" => ["\"NaN\"", "\"five\"", "true", "[]", "{}"],
            "string" => ["5", "true", "[]", "{}"],
            "array" => ["\"x\"", "5", "{}"],
            _ => ["\"x\"", "5", "[]"],
        };
        foreach (var other in others)
        {
            yield return other;
        }

        if (schema.TryGetProperty("enum", out _))
        {
            yield return type == "string" ? "\"no such name\"" : "987654";
        }

        if (schema.TryGetProperty("minimum", out var least) && Math.Abs(least.GetDouble()) < 1e15)
        {
            yield return (least.GetDecimal() - 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        if (schema.TryGetProperty("maximum", out var most) && Math.Abs(most.GetDouble()) < 1e15)
        {
            yield return (most.GetDecimal() + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        if (schema.TryGetProperty("maxLength", out var longest))
        {
            yield return JsonSerializer.Serialize(new string('a', longest.GetInt32() + 1));
        }

        if (schema.TryGetProperty("minLength", out _))
        {
            yield return "\"\"";
        }

        if ((schema.TryGetProperty("format", out var format) && format.GetString() != "password") || schema.TryGetProperty("pattern", out _))
        {
            yield return "\"\\u0007 no such form\"";
        }
    }

    private static string Join(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";

    private static Slot Down(JsonNode copy, JsonNode within, string name) => new(Find(copy, within)!, name);

    /// <summary>The node of a copy that stands where a node of the original does.</summary>
    private static JsonNode? Find(JsonNode copy, JsonNode original) => original.Parent switch
    {
        null => copy,
        JsonObject parent => Find(copy, parent)![original.GetPropertyName()],
        var parent => Find(copy, parent)![original.GetElementIndex()],
    };

    private static void Fill(JsonObject map, int most)
    {
        var some = map.First().Value!;
        for (var number = 0; map.Count <= most; number++)
        {
            map[$"more {number}"] = some.DeepClone();
        }
    }

    private sealed record Change(string Path, Action<JsonNode> Apply);

    private sealed record Slot(JsonNode Within, object Key)
    {
        public void Set(JsonNode? value)
        {
            if (Key is int index)
            {
                Within[index] = value;
            }
            else
            {
                Within[(string)Key] = value;
            }
        }
    }
}
