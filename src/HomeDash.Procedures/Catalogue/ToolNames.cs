using System.Text.RegularExpressions;

namespace HomeDash.Procedures;

/// <summary>Says in tool names what descriptions and messages say in paths: a model can only call what it has seen.</summary>
public static partial class ToolNames
{
    /// <summary>The text with the tool's name in place of every path that a procedure has.</summary>
    public static string InText(ProcedureCatalog catalog, string text) =>
        Path.Replace(text, found => catalog.Find(found.Value)?.Definition.ToolName ?? found.Value);

    /// <summary>The procedures that a text names.</summary>
    public static IEnumerable<ProcedureDefinition> In(ProcedureCatalog catalog, string text) =>
        Path.Matches(text).Select(found => catalog.Find(found.Value)?.Definition).OfType<ProcedureDefinition>();

    /// <summary>Whether there is anything in a text that may be a path.</summary>
    public static bool MayBeIn(string text) => Path.IsMatch(text);

    [GeneratedRegex(@"\b[a-z][a-zA-Z0-9]*\.[a-z][a-zA-Z0-9]*\b")]
    private static partial Regex Path { get; }
}
