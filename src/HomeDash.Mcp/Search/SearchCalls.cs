using System.Text.Json;
using HomeDash.Procedures;

namespace HomeDash.Mcp;

/// <summary>Answers the tools of tool search: finds tools, and unwraps the calls of what was found.</summary>
internal sealed class SearchCalls(ToolTable table)
{
    private const int LongestQuery = 200;
    private const int DefaultLimit = 5;
    private const int MostFound = 20;

    /// <summary>Finds tools.</summary>
    /// <exception cref="ProcedureException">The arguments will not do.</exception>
    public McpAnswer Find(McpCall call, JsonElement arguments)
    {
        var query = Text(arguments, "query", "Say what is to be done, for example: restart a container.");
        if (query.Length > LongestQuery)
        {
            throw ProcedureErrors.InvalidInput("query", $"The query may be at most {LongestQuery} characters long. Say it in a few words.");
        }

        var limit = Limit(arguments);
        var tools = table.Of(call.Profile);
        var found = tools.Finder.Find(query, call.Caller).Take(limit).ToArray();
        if (found.Length == 0)
        {
            throw ProcedureErrors.NotFound("tool for", query, []);
        }

        return ToolResults.OfObject(call, writer =>
        {
            writer.WriteStartObject();
            writer.WriteStartArray("tools"u8);
            foreach (var definition in found)
            {
                var tool = tools.Print(definition);
                writer.WriteStartObject();
                writer.WriteString("name"u8, tool.Name);
                writer.WriteString("callWith"u8, SearchTools.CallerOf(definition));
                writer.WriteString("description"u8, tool.Description);
                writer.WritePropertyName("inputSchema"u8);
                tool.InputSchema.WriteTo(writer);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        });
    }

    /// <summary>What a call of a found tool is a call of; from there on it goes as if it had been called directly.</summary>
    /// <param name="call">Who calls, and how.</param>
    /// <param name="through">The tool that calls others.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <exception cref="ProcedureException">There is no such tool, or another of the three calls it.</exception>
    public (ProcedureDefinition Definition, JsonElement Arguments) Unwrap(McpCall call, string through, JsonElement arguments)
    {
        var name = Text(arguments, "tool", $"Name the tool to call, as {SearchTools.Search} shows it.");
        var definition = table.Find(name) ?? throw ProcedureErrors.NotFound("tool", name, table.For(call).Definitions.Select(known => known.ToolName));
        if (SearchTools.CallerOf(definition) is var right && right != through)
        {
            throw new ProcedureException(new(ProcedureErrorCode.BadRequest, ErrorReason.InvalidInput, $"{through} does not call {name}: call it with {right}."));
        }

        return arguments.TryGetProperty("arguments"u8, out var inner) && inner.ValueKind != JsonValueKind.Null
            ? inner.ValueKind == JsonValueKind.Object
                ? (definition, inner)
                : throw ProcedureErrors.InvalidInput("arguments", $"The arguments of {name} must be an object.")
            : (definition, default);
    }

    private static string Text(JsonElement arguments, string name, string missing) =>
        arguments.ValueKind == JsonValueKind.Object && arguments.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
        && value.GetString()!.Trim() is { Length: > 0 } text
            ? text
            : throw ProcedureErrors.InvalidInput(name, missing);

    private static int Limit(JsonElement arguments) =>
        !arguments.TryGetProperty("limit"u8, out var limit) || limit.ValueKind == JsonValueKind.Null ? DefaultLimit
        : limit.ValueKind == JsonValueKind.Number && limit.TryGetInt32(out var many) && many is >= 1 and <= MostFound ? many
        : throw ProcedureErrors.InvalidInput("limit", $"Give a whole number from 1 to {MostFound}.");
}
