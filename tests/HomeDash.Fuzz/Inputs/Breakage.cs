using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace HomeDash.Fuzz;

/// <summary>Breaks JSON: first what it says, then how it is written.</summary>
internal static class Breakage
{
    private const string Placeholder = "@@here@@";

    private static readonly JsonSerializerOptions Plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Fragments that stand in for a value: wrong types, numbers and texts of every size, nesting, names given twice.</summary>
    private static readonly string[] Fragments =
    [
        "null", "true", "false", "0", "-0", "-1", "1.5", "5.0", "5e0", "1e400", "-1e400", "1e-400", "9223372036854775807", "9223372036854775808", "99999999999999999999999999",
        "\"\"", "\" \"", "\"5\"", "\"true\"", "\"NaN\"", "\"-Infinity\"", "\"\\u0000\"", "\"\\ud800\"", "\"\\udc00\\ud800\"", "\"\\u202e\"", "\"\\\"\"", "\"%s%n\"", "\"'; DROP TABLE apps;--\"",
        "\"2026-13-45T99:99:99Z\"", "\"0001-01-01T00:00:00+14:00\"", "\"http://[::1\"", "\"javascript:alert(1)\"", "\"//\"", "\"file:///etc/passwd\"",
        "[]", "{}", "[null]", "[[]]", "{\"\":null}", "{\"__proto__\":1}", "[{}]", "1,\"limit\":2", "null,\"name\":\"a\",\"name\":\"b\"", "1 2", "", "}", "nul", "+1", "01", ".5", "0x10", "'a'", "NaN", "/**/1", "1//",
    ];

    /// <summary>Changes one place, or a few, of a value.</summary>
    public static string Values(JsonNode root, Random random)
    {
        var fragments = new List<string>();
        for (var left = random.Next(1, 4); left > 0; left--)
        {
            Change(root, random, fragments);
        }

        var text = new StringBuilder(root.ToJsonString(Plain));
        foreach (var fragment in fragments)
        {
            var at = text.ToString().IndexOf($"\"{Placeholder}\"", StringComparison.Ordinal);
            if (at >= 0)
            {
                text.Remove(at, Placeholder.Length + 2).Insert(at, fragment);
            }
        }

        return text.ToString();
    }

    /// <summary>Damages the bytes: cut off, overwritten, doubled, not UTF-8.</summary>
    public static byte[] Bytes(byte[] body, Random random)
    {
        if (body.Length == 0)
        {
            return [(byte)random.Next(256)];
        }

        var (at, end) = (random.Next(body.Length), random.Next(body.Length + 1));
        (at, end) = at < end ? (at, end) : (end, at);
        return random.Next(10) switch
        {
            0 => body[..at],
            1 => [.. body[..at], (byte)random.Next(256), .. body[Math.Min(at + 1, body.Length)..]],
            2 => [.. body[..at], 0, .. body[at..]],
            3 => [.. body[..at], 0xC3, 0x28, .. body[at..]],
            4 => [.. body[..at], 0xED, 0xA0, 0x80, .. body[at..]],
            5 => [.. body[..end], .. body[at..]],
            6 => [.. body[..at], .. body[end..]],
            7 => [0xEF, 0xBB, 0xBF, .. body],
            8 => Encoding.Unicode.GetBytes(Encoding.UTF8.GetString(body)),
            _ => [.. body, .. body],
        };
    }

    private static void Change(JsonNode root, Random random, List<string> fragments)
    {
        var places = new List<JsonNode>();
        Collect(root, places);
        var place = places[random.Next(places.Count)];
        if (place is JsonArray list)
        {
            var item = random.Next(list.Count + 1);
            if (item < list.Count)
            {
                list.RemoveAt(item);
            }

            list.Insert(item, Instead(random, fragments));
        }
        else if (place is JsonObject record)
        {
            var name = record.Count == 0 || random.Next(6) == 0 ? Name(random) : record.ElementAt(random.Next(record.Count)).Key;
            if (random.Next(5) == 0)
            {
                record.Remove(name);
            }
            else
            {
                record[name] = Instead(random, fragments);
            }
        }
    }

    private static void Collect(JsonNode? node, List<JsonNode> places)
    {
        if (node is JsonObject record)
        {
            places.Add(record);
            foreach (var (_, value) in record)
            {
                Collect(value, places);
            }
        }
        else if (node is JsonArray list)
        {
            places.Add(list);
            foreach (var value in list)
            {
                Collect(value, places);
            }
        }
    }

    private static JsonValue Instead(Random random, List<string> fragments)
    {
        fragments.Add(random.Next(12) switch
        {
            0 => $"\"{new string((char)random.Next('a', 'z'), 1 << random.Next(4, 17))}\"",
            1 => new string('9', random.Next(1, 400)),
            2 => string.Concat(Enumerable.Repeat("[", random.Next(1, 2_000))),
            3 => Nested(random.Next(1, 100)),
            _ => Fragments[random.Next(Fragments.Length)],
        });
        return JsonValue.Create(Placeholder);
    }

    private static string Nested(int depth) => string.Concat(Enumerable.Repeat("{\"a\":[", depth)) + string.Concat(Enumerable.Repeat("]}", depth));

    private static string Name(Random random) => random.Next(5) switch
    {
        0 => "limt",
        1 => "",
        2 => new string('n', random.Next(1, 5_000)),
        3 => "naïve \" name",
        _ => $"unknown{random.Next(10)}",
    };
}
