using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;

namespace HomeDash.Contract.Tests;

/// <summary>Makes inputs of nothing but a schema, as a client does that knows no more.</summary>
internal static class SchemaInputs
{
    private const int LongestText = 12;
    private const int MostItems = 3;

    private static readonly string[] Letters = ["a", "Z", "7", " ", "-", "ä", "\"", "\\", "\n", "😀", "漢"];

    /// <summary>Objects that a schema accepts, as JSON.</summary>
    public static Gen<JsonObject> Of(string schema) => Value(JsonElement.Parse(schema)).Select(json => Coherent((JsonObject)JsonNode.Parse(json)!));

    private static Gen<string> Value(JsonElement schema) => schema.TryGetProperty("enum", out var values)
        ? Gen.Elements(values.EnumerateArray().Select(value => value.GetRawText()).ToArray())
        : schema.GetProperty("type").GetString() switch
        {
            "boolean" => Gen.Elements("true", "false"),
            "integer" => Whole(schema),
            "number" => Fraction(schema),
            "string" => Text(schema).Select(text => JsonSerializer.Serialize(text)),
            "array" => List(schema),
            "object" => Object(schema),
            var other => throw new NotSupportedException($"The schema has the type '{other}'."),
        };

    private static Gen<string> Whole(JsonElement schema)
    {
        var (least, most) = (schema.GetProperty("minimum").GetDecimal(), schema.GetProperty("maximum").GetDecimal());
        return Gen.OneOf(
            Gen.Elements(least, most),
            Gen.Choose((int)Math.Max(least, -1000), (int)Math.Min(most, 3000)).Select(number => Math.Clamp(number, least, most)))
            .Select(number => number.ToString(CultureInfo.InvariantCulture));
    }

    private static Gen<string> Fraction(JsonElement schema)
    {
        var (least, most) = (schema.GetProperty("minimum"), schema.GetProperty("maximum"));
        var (from, to) = (Math.Max(least.GetDouble(), -1e6), Math.Min(most.GetDouble(), 1e6));
        return Gen.OneOf(
            Gen.Elements(least.GetRawText(), most.GetRawText()),
            Gen.Choose(0, 1000).Select(part => (from + ((to - from) * part / 1000)).ToString("R", CultureInfo.InvariantCulture)));
    }

    private static Gen<string> Text(JsonElement schema)
    {
        var (fewest, most) = (Count(schema, "minLength", 0), Count(schema, "maxLength", int.MaxValue));
        if (schema.TryGetProperty("description", out var description) && description.GetString()!.Contains("Base64", StringComparison.Ordinal))
        {
            // Whole groups of three bytes never end in padding, so that characters and bytes agree.
            return Gen.Choose((fewest + 3) / 4, Math.Min(most, LongestText) / 4).Select(groups => Convert.ToBase64String(new byte[Math.Max(1, (groups * 3) - (groups * 4 == most ? 2 : 0))]));
        }

        // A password is any text that a form does not show.
        return schema.TryGetProperty("format", out var format) && format.GetString() != "password"
            ? format.GetString() switch
            {
                "uuid" => Gen.Fresh(() => Guid.NewGuid().ToString()),
                "date-time" => Gen.Choose(0, int.MaxValue).Select(seconds => DateTimeOffset.FromUnixTimeSeconds(seconds).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture)),
                "date" => Gen.Choose(1, 3_000_000).Select(day => DateOnly.FromDayNumber(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
                "uri" => Gen.Elements("http://nas:8080", "https://[::1]/a?b=c#d", "ftp://files.example/x"),
                "email" => Gen.Elements("ada@home.example", "a.b+c@d.example"),
                var other => throw new NotSupportedException($"The schema has the format '{other}'."),
            }
            : schema.TryGetProperty("pattern", out var pattern) ? Gen.Elements(Patterns.Matching(pattern.GetString()!))
            : Gen.Choose(fewest, Math.Min(most, Math.Max(fewest, LongestText))).SelectMany(length => Gen.Elements(Letters).ArrayOf(length)).Select(string.Concat)
                .Where(text => fewest == 0 || !string.IsNullOrWhiteSpace(text));
    }

    private static Gen<string> List(JsonElement schema)
    {
        var (fewest, most) = (Count(schema, "minItems", 0), Count(schema, "maxItems", int.MaxValue));
        return Gen.Choose(fewest, Math.Min(most, Math.Max(fewest, MostItems)))
            .SelectMany(count => Value(schema.GetProperty("items")).ArrayOf(count)).Select(items => $"[{string.Join(",", items)}]");
    }

    private static Gen<string> Object(JsonElement schema)
    {
        if (!schema.TryGetProperty("properties", out var properties))
        {
            var values = schema.GetProperty("additionalProperties");
            var value = values.ValueKind == JsonValueKind.True ? Gen.Elements("1", "\"x\"", "[null]", "{\"a\":{}}") : Value(values);
            return Gen.Choose(0, Math.Min(Count(schema, "maxProperties", int.MaxValue), MostItems)).SelectMany(count => value.ArrayOf(count))
                .Select(all => $"{{{string.Join(",", all.Select((each, index) => $"\"key {index}\":{each}"))}}}");
        }

        var required = schema.TryGetProperty("required", out var names) ? names.EnumerateArray().Select(name => name.GetString()).ToArray() : [];
        return properties.EnumerateObject().Aggregate(
            Gen.Constant<string[]>([]),
            (all, property) => all.SelectMany(before => (required.Contains(property.Name) ? Gen.Constant(true) : Gen.Elements(true, false))
                .SelectMany(given => given ? Value(property.Value).Select(value => (string[])[.. before, $"{JsonSerializer.Serialize(property.Name)}:{value}"]) : Gen.Constant(before))))
            .Select(members => $"{{{string.Join(",", members)}}}");
    }

    private static int Count(JsonElement schema, string keyword, int otherwise) => schema.TryGetProperty(keyword, out var count) ? count.GetInt32() : otherwise;

    /// <summary>Keeps to what no schema says: an update does not set what it empties, and the sample's stamp ends after it begins.</summary>
    private static JsonObject Coherent(JsonObject input)
    {
        if (input["clear"] is JsonArray clear)
        {
            input["clear"] = new JsonArray([.. clear.Where(field => !input.ContainsKey((string)field!)).Select(field => field!.DeepClone())]);
        }

        if (input["stamp"] is JsonObject stamp && (int)stamp["until"]! < (int)stamp["from"]!)
        {
            (stamp["from"], stamp["until"]) = (stamp["until"]!.DeepClone(), stamp["from"]!.DeepClone());
        }

        return input;
    }
}
