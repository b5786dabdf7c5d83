using System.Collections.Frozen;
using System.Runtime.CompilerServices;
using System.Text.Json;
using HomeDash.Procedures;

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

    /// <summary>The tools that this caller may call now, sorted by path.</summary>
    public ToolListing For(Caller caller) => Current().For(caller);

    /// <summary>The name of the tool for a path, when this caller may call it.</summary>
    public string? NameFor(Caller caller, string path) =>
        Current().ByPath.TryGetValue(path, out var definition) && caller.MayCall(definition) ? definition.ToolName : null;

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
        return new(version,
        [
            .. catalog.Procedures.Select(procedure => procedure.Definition)
                .Where(definition => !definition.CarriesSecret && catalog.WhyNotAvailable(definition) is null)
                .Select(definition => (definition, Print(definition))),
        ]);
    }

    private ReadOnlyMemory<byte> Print(ProcedureDefinition definition) =>
        JsonSerializer.SerializeToUtf8Bytes(ToolPrinter.Print(definition, Words), SdkJson.Of<ModelContextProtocol.Protocol.Tool>());

    /// <summary>The tools of one version of the catalogue.</summary>
    private sealed class Snapshot(long version, (ProcedureDefinition Definition, ReadOnlyMemory<byte> Json)[] tools)
    {
        /// <summary>By the caller's set of permissions, which is the same object for as long as the caller's rights are the same.</summary>
        private readonly ConditionalWeakTable<IReadOnlySet<string>, Listings> listings = [];

        public long Version { get; } = version;

        public FrozenDictionary<string, ProcedureDefinition> ByPath { get; } =
            tools.Select(tool => tool.Definition).ToFrozenDictionary(definition => definition.Path, StringComparer.Ordinal);

        public ToolListing For(Caller caller)
        {
            var own = listings.GetOrCreateValue(caller.Permissions);
            return caller.ReadOnly ? own.Reading ??= Make(caller) : own.All ??= Make(caller);
        }

        private ToolListing Make(Caller caller) => new([.. tools.Where(tool => caller.MayCall(tool.Definition))]);
    }

    private sealed class Listings
    {
        public ToolListing? All { get; set; }

        public ToolListing? Reading { get; set; }
    }
}
