using System.Runtime.CompilerServices;
using System.Text.Json;
using HomeDash.Procedures;
using Microsoft.AspNetCore.Http;

namespace HomeDash.Http;

/// <summary>Makes the input of a call from a query string, by the schema: lists repeat, objects are JSON, all else is text.</summary>
internal static class QueryInput
{
    private static readonly ConditionalWeakTable<ProcedureDefinition, Dictionary<string, JsonElement>> Known = [];

    public static ReadOnlyMemory<byte> Read(IQueryCollection query, ProcedureDefinition definition, ref InputProblems problems)
    {
        var schemas = Known.GetValue(definition, static definition =>
            JsonElement.Parse(definition.InputSchema).TryGetProperty("properties", out var properties)
                ? properties.EnumerateObject().ToDictionary(property => property.Name, property => property.Value)
                : []);
        var wrong = default(InputProblems);
        var json = Json.Print(writer =>
        {
            writer.WriteStartObject();
            foreach (var (name, given) in query)
            {
                writer.WritePropertyName(name);
                var schema = schemas.GetValueOrDefault(name);
                if (IsOf(schema, "array") || (schema.ValueKind == JsonValueKind.Undefined && name == Projection.Parameter && Projection.IsOfferedBy(definition)))
                {
                    WriteList(writer, name, [.. given], schema, ref wrong);
                }
                else
                {
                    WriteOne(writer, name, given[0] ?? "", schema, ref wrong);
                    if (given.Count > 1)
                    {
                        wrong.Add(name, $"Is one value, but was given {given.Count} times.");
                    }
                }
            }

            writer.WriteEndObject();
        });
        problems = wrong;
        return json;
    }

    private static void WriteList(Utf8JsonWriter writer, string name, string?[] given, JsonElement schema, ref InputProblems problems)
    {
        var items = schema.ValueKind == JsonValueKind.Object && schema.TryGetProperty("items", out var each) ? each : default;
        writer.WriteStartArray();
        for (var index = 0; index < given.Length; index++)
        {
            WriteOne(writer, $"{name}[{index}]", given[index] ?? "", items, ref problems);
        }

        writer.WriteEndArray();
    }

    private static void WriteOne(Utf8JsonWriter writer, string path, string text, JsonElement schema, ref InputProblems problems)
    {
        var isObject = IsOf(schema, "object") || IsOf(schema, "array");
        var isLiteral = IsOf(schema, "integer") || IsOf(schema, "number") || IsOf(schema, "boolean");
        if ((isObject || isLiteral) && Parse(text) is { } value && (isObject || value.ValueKind is not (JsonValueKind.String or JsonValueKind.Object or JsonValueKind.Array)))
        {
            value.WriteTo(writer);
            return;
        }

        if (isObject)
        {
            problems.Add(path, "Must be written as JSON.");
        }

        // What is no number and no boolean after all is refused where those from bodies are.
        writer.WriteStringValue(text);
    }

    private static JsonElement? Parse(string text)
    {
        try
        {
            return JsonElement.Parse(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static bool IsOf(JsonElement schema, string type) =>
        schema.ValueKind == JsonValueKind.Object && schema.TryGetProperty("type", out var name) && name.ValueEquals(type);
}
