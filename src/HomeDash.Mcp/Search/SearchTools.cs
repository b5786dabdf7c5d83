using System.Text.Json;
using HomeDash.Procedures;
using ModelContextProtocol.Protocol;

namespace HomeDash.Mcp;

/// <summary>
/// The four tools of a profile with tool search: one finds tools, the others call what was found, each of them only what it
/// says of itself, so that a client can allow the reading one once and for all.
/// </summary>
internal static class SearchTools
{
    public const string Search = "tools_search";
    public const string Read = "tools_read";
    public const string Write = "tools_write";
    public const string Destroy = "tools_destroy";

    private const string FoundSchema =
        """{"type":"object","properties":{"tools":{"type":"array","description":"The tools that fit best, the best first: name, description, inputSchema, and callWith, the tool that calls it.","items":{"type":"object"}}},"required":["tools"]}""";

    private const string SearchSchema =
        """{"type":"object","properties":{"query":{"type":"string","description":"What is to be done, in English words, for example: restart a container.","minLength":1,"maxLength":200},"limit":{"type":"integer","description":"How many tools to return; 5 when left out.","minimum":1,"maximum":20}},"required":["query"],"additionalProperties":false}""";

    private const string CallSchema =
        """{"type":"object","properties":{"tool":{"type":"string","description":"The tool's name, as tools_search shows it."},"arguments":{"type":"object","description":"Its arguments, as its inputSchema says.","additionalProperties":true}},"required":["tool"],"additionalProperties":false}""";

    /// <summary>Whether a name is one of the three that call what was found.</summary>
    public static bool Calls(string name) => name is Read or Write or Destroy;

    /// <summary>Which of the three calls a procedure.</summary>
    public static string CallerOf(ProcedureDefinition definition) =>
        definition.Kind != ProcedureKind.Mutation ? Read : definition.Effect == Effect.Destroy ? Destroy : Write;

    /// <summary>Those that are of use to somebody who may call these procedures.</summary>
    public static IEnumerable<Tool> For(IReadOnlyList<ProcedureDefinition> definitions, ToolProfile profile)
    {
        yield return Print(
            Search, "Find tools", $"Finds among {definitions.Count} tools those that do what is asked for, and says how to call each. Call this first.", SearchSchema, Read,
            profile is { TextOnly: false, Detail: ToolDetail.Full } ? FoundSchema : null);
        foreach (var name in new[] { Read, Write, Destroy }.Where(name => definitions.Any(definition => CallerOf(definition) == name)))
        {
            yield return name switch
            {
                Read => Print(name, "Call a reading tool", $"Calls a tool that only reads, found by {Search}.", CallSchema, name),
                Write => Print(name, "Call a changing tool", $"Calls a tool that creates or changes something, found by {Search}.", CallSchema, name),
                _ => Print(name, "Call a destroying tool", $"Calls a tool that deletes or discards something for good, found by {Search}.", CallSchema, name),
            };
        }
    }

    private static Tool Print(string name, string title, string description, string input, string kind, string? output = null) => new()
    {
        Name = name,
        Title = title,
        Description = description,
        InputSchema = JsonElement.Parse(input),
        OutputSchema = output is null ? null : JsonElement.Parse(output),
        Annotations = new()
        {
            Title = title,
            ReadOnlyHint = kind == Read,
            DestructiveHint = kind == Destroy,
            IdempotentHint = kind == Read,
            // A changing tool may order things from elsewhere.
            OpenWorldHint = kind == Write,
        },
    };
}
