using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using HomeDash.Procedures;

namespace HomeDash.Mcp;

/// <summary>
/// Says in MCP's words what descriptions and messages say in the catalogue's: a model can only call what it has seen, and
/// it has seen tool names, not paths.
/// </summary>
internal sealed partial class ToolWords(ProcedureCatalog catalog)
{
    /// <summary>Schemas are read by models, not by browsers.</summary>
    internal static readonly JsonSerializerOptions Plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly string[] Limits = ["additionalProperties", "minLength", "maxLength", "minItems", "maxItems"];

    /// <summary>Puts the tool's name in place of every path that a procedure has.</summary>
    public string InText(string text) =>
        ToolNames.InText(catalog, text);

    /// <summary>The same, and for a compact tool no more than the first sentence.</summary>
    public string InText(string text, ToolDetail detail) => InText(detail == ToolDetail.Compact ? Sentence.Match(text).Value : text);

    /// <summary>The same in every description of a schema; names, defaults and choices stay as they are.</summary>
    public JsonElement InSchema(string json, ToolDetail detail = ToolDetail.Full)
    {
        if (detail == ToolDetail.Full && !ToolNames.MayBeIn(json))
        {
            return JsonElement.Parse(json);
        }

        var schema = JsonNode.Parse(json)!;
        Rewrite(schema, detail);
        return schema.Deserialize<JsonElement>(ModelContextProtocol.McpJsonUtilities.DefaultOptions);
    }

    private void Rewrite(JsonNode? node, ToolDetail detail)
    {
        if (node is JsonArray array)
        {
            foreach (var item in array)
            {
                Rewrite(item, detail);
            }
        }
        else if (node is JsonObject schema)
        {
            if (schema["description"] is JsonValue description && description.TryGetValue(out string? text))
            {
                schema["description"] = InText(text, detail);
            }

            if (detail == ToolDetail.Compact)
            {
                DropWhatRefusalsSay(schema);
            }

            foreach (var (_, value) in schema)
            {
                Rewrite(value, detail);
            }
        }
    }

    // An unknown argument is refused with the names there are, and a text or a list that is too long with its limit, said beforehand or not.
    private static void DropWhatRefusalsSay(JsonObject schema)
    {
        foreach (var limit in Limits.Where(limit => schema[limit] is JsonValue))
        {
            schema.Remove(limit);
        }
    }

    [GeneratedRegex(@"^.*?(?:[.!?:;](?=\s)|$)", RegexOptions.Singleline)]
    private static partial Regex Sentence { get; }
}
