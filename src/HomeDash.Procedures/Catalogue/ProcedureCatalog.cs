using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace HomeDash.Procedures;

/// <summary>Every procedure there is: the union of all sources, in a stable order.</summary>
public sealed partial class ProcedureCatalog
{
    private readonly IReadOnlyList<IProcedureSource> sources;
    private readonly FrozenDictionary<string, INamespaceAvailability> availability;
    private volatile Snapshot snapshot;

    /// <summary>Reads the sources and follows their changes.</summary>
    /// <exception cref="InvalidOperationException">Two procedures have one path or one tool name, or a name breaks the rules.</exception>
    public ProcedureCatalog(IEnumerable<IProcedureSource> sources, IEnumerable<INamespaceAvailability> availability)
    {
        this.sources = [.. sources];
        this.availability = availability.ToFrozenDictionary(entry => entry.Namespace, StringComparer.Ordinal);
        snapshot = Read(1);
        foreach (var source in this.sources)
        {
            source.Changed += Reread;
        }

        foreach (var entry in this.availability.Values)
        {
            entry.Changed += Reread;
        }
    }

    /// <summary>Raised after the catalogue, or what is available of it, has changed.</summary>
    public event Action? Changed;

    /// <summary>Counts up with every change.</summary>
    public long Version => snapshot.Version;

    /// <summary>Every procedure, sorted by path, available or not.</summary>
    public IReadOnlyList<Procedure> Procedures => snapshot.Procedures;

    /// <summary>Every declared permission, sorted by name.</summary>
    public IReadOnlyList<PermissionDefinition> Permissions => snapshot.Permissions;

    /// <summary>The procedure with this path; null when there is none.</summary>
    public Procedure? Find(string path) => snapshot.ByPath.GetValueOrDefault(path);

    /// <summary>The procedure with this tool name; null when there is none.</summary>
    public Procedure? FindTool(string toolName) => snapshot.ByTool.GetValueOrDefault(toolName);

    /// <summary>Null when the procedure's namespace is available; otherwise what to do to make it so.</summary>
    public string? WhyNotAvailable(ProcedureDefinition definition)
    {
        // Asked at each call: the namespace is looked up without being cut out of the path.
        var name = definition.Path.AsSpan(0, definition.Path.IndexOf('.'));
        return availability.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out var entry) ? entry.WhyNot : null;
    }

    [GeneratedRegex("^[a-z][a-zA-Z0-9]*\\.[a-z][a-zA-Z0-9]*$")]
    private static partial Regex PathShape { get; }

    private void Reread()
    {
        lock (sources)
        {
            snapshot = Read(snapshot.Version + 1);
        }

        Changed?.Invoke();
    }

    private Snapshot Read(long version)
    {
        var all = sources.SelectMany(source => source.Procedures).OrderBy(procedure => procedure.Definition.Path, StringComparer.Ordinal).ToArray();
        foreach (var same in all.GroupBy(procedure => procedure.Definition.ToolName, StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            throw new InvalidOperationException($"Two procedures are called {same.Key}. Rename one, or leave one of their sources out.");
        }

        foreach (var procedure in all.Where(procedure => !PathShape.IsMatch(procedure.Definition.Path) || procedure.Definition.ToolName.Length > 54))
        {
            throw new InvalidOperationException($"'{procedure.Definition.Path}' is no path: it must be namespace.verb in camelCase, at most 54 characters.");
        }

        return new(
            version,
            all,
            [.. sources.SelectMany(source => source.Permissions).DistinctBy(permission => permission.Name).OrderBy(permission => permission.Name, StringComparer.Ordinal)],
            all.ToFrozenDictionary(procedure => procedure.Definition.Path, StringComparer.Ordinal),
            all.ToFrozenDictionary(procedure => procedure.Definition.ToolName, StringComparer.Ordinal));
    }

    private sealed record Snapshot(
        long Version,
        IReadOnlyList<Procedure> Procedures,
        IReadOnlyList<PermissionDefinition> Permissions,
        FrozenDictionary<string, Procedure> ByPath,
        FrozenDictionary<string, Procedure> ByTool);
}
