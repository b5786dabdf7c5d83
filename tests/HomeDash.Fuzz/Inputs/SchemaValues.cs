using System.Globalization;
using System.Text.Json.Nodes;

namespace HomeDash.Fuzz;

/// <summary>Values that a JSON Schema of the catalogue's profile allows.</summary>
internal static class SchemaValues
{
    /// <summary>Names of things that exist, of things that do not, and words of every alphabet.</summary>
    private static readonly string[] Words = ["grafana", "clock", "lamp", "g3", "ada", "nothing", "größe", "日本", "🙂", "a b", "O'Brien", "%", "_", "x\"y", "..\\/"];

    public static JsonNode Make(JsonObject schema, Random random)
    {
        if (schema["enum"] is JsonArray choices)
        {
            return choices[random.Next(choices.Count)]!.DeepClone();
        }

        return (string?)schema["type"] switch
        {
            "object" => Object(schema, random),
            "array" => Array(schema, random),
            "integer" => JsonValue.Create(Between(schema, random, out _)),
            "number" => JsonValue.Create(Math.Round(Between(schema, random, out var most) + (most > 1 ? random.NextDouble() : 0), 3)),
            "boolean" => JsonValue.Create(random.Next(2) == 0),
            _ => JsonValue.Create(Text(schema, random)),
        };
    }

    private static JsonObject Object(JsonObject schema, Random random)
    {
        var made = new JsonObject();
        var required = (schema["required"] as JsonArray)?.Select(name => (string)name!).ToHashSet() ?? [];
        foreach (var (name, property) in schema["properties"] as JsonObject ?? [])
        {
            if (required.Contains(name) || random.Next(2) == 0)
            {
                made[name] = Make(property!.AsObject(), random);
            }
        }

        if (schema["additionalProperties"] is JsonObject values)
        {
            for (var left = random.Next(3); left > 0; left--)
            {
                made[$"key{left}"] = Make(values, random);
            }
        }

        return made;
    }

    private static JsonArray Array(JsonObject schema, Random random)
    {
        var fewest = (int?)schema["minItems"] ?? 0;
        var most = Math.Min((int?)schema["maxItems"] ?? 3, fewest + 3);
        return [.. Enumerable.Range(0, random.Next(fewest, most + 1)).Select(_ => Make(schema["items"]!.AsObject(), random))];
    }

    private static long Between(JsonObject schema, Random random, out long most)
    {
        // Limits of fractions and of 64 bits are wider than a long; their middle will do.
        var least = Limit(schema["minimum"], -1_000_000);
        most = Limit(schema["maximum"], 1_000_000);
        return random.Next(4) switch { 0 => least, 1 => most, _ => random.NextInt64(least, Math.Max(least, most)) };
    }

    private static long Limit(JsonNode? limit, long otherwise) =>
        limit is not null && double.Parse(limit.ToJsonString(), CultureInfo.InvariantCulture) is var value && Math.Abs(value) < 9e15 ? (long)value : otherwise;

    private static string Text(JsonObject schema, Random random)
    {
        switch ((string?)schema["format"])
        {
            case "date-time":
                return DateTimeOffset.UnixEpoch.AddSeconds(random.Next()).ToString("O", CultureInfo.InvariantCulture);
            case "date":
                return DateOnly.FromDayNumber(random.Next(700_000, 760_000)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            case "uuid":
                return new Guid(random.Next(), 1, 2, 3, 4, 5, 6, 7, 8, 9, 10).ToString();
            case "uri":
                return "http://nas:8080/path?query=1";
        }

        var text = random.Next(6) == 0 ? "http://nas:3000" : Words[random.Next(Words.Length)];
        var (fewest, most) = ((int?)schema["minLength"] ?? 0, (int?)schema["maxLength"] ?? 2_000);
        text = text.PadRight(fewest, 'a');
        return text.Length > most ? text[..most] : random.Next(20) == 0 ? text.PadRight(Math.Min(most, 2_000), 'z') : text;
    }
}
