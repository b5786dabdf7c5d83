using System.Collections.Frozen;
using HomeDash.Procedures;
using ModelContextProtocol.Protocol;

namespace HomeDash.Mcp;

/// <summary>The catalogue as tools. Made once for each version of the catalogue and shared by all callers.</summary>
internal sealed class ToolTable(ProcedureCatalog catalog)
{
    private readonly Lock making = new();
    private volatile Snapshot? made;

    /// <summary>The words of tool descriptions and messages.</summary>
    public ToolWords Words { get; } = new(catalog);

    /// <summary>The definition behind a tool name, offered or not; null when there is none.</summary>
    public ProcedureDefinition? Find(string toolName) => catalog.FindTool(toolName)?.Definition;

    /// <summary>The tools that this caller may call now, sorted by path. The list is the caller's own, its tools are shared.</summary>
    public List<Tool> For(Caller caller) => [.. Offered(caller).Select(entry => entry.Tool)];

    /// <summary>The definitions behind <see cref="For"/>.</summary>
    public IEnumerable<ProcedureDefinition> DefinitionsFor(Caller caller) => Offered(caller).Select(entry => entry.Definition);

    /// <summary>The name of the tool for a path, when this caller may call it.</summary>
    public string? NameFor(Caller caller, string path) =>
        Current().ByPath.TryGetValue(path, out var entry) && caller.MayCall(entry.Definition) ? entry.Tool.Name : null;

    private IEnumerable<Entry> Offered(Caller caller) => Current().Entries.Where(entry => caller.MayCall(entry.Definition));

    private Snapshot Current()
    {
        var current = made;
        if (current?.Version == catalog.Version)
        {
            return current;
        }

        lock (making)
        {
            return made?.Version == catalog.Version ? made : made = Make();
        }
    }

    private Snapshot Make()
    {
        // Read before the procedures: a change in between makes a table that is made again, not one that stays stale.
        var version = catalog.Version;
        Entry[] entries =
        [
            .. catalog.Procedures.Select(procedure => procedure.Definition)
                .Where(definition => !definition.OffMcp && catalog.WhyNotAvailable(definition) is null)
                .Select(definition => new Entry(definition, ToolPrinter.Print(definition, Words))),
        ];
        return new(version, entries, entries.ToFrozenDictionary(entry => entry.Definition.Path, StringComparer.Ordinal));
    }

    private sealed record Entry(ProcedureDefinition Definition, Tool Tool);

    private sealed record Snapshot(long Version, Entry[] Entries, FrozenDictionary<string, Entry> ByPath);
}
