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
    /// <exception cref="InvalidOperationException">Two procedures, prompts, resources or completions have one name, or a name breaks the rules.</exception>
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

    /// <summary>Every prompt, sorted by path, available or not.</summary>
    public IReadOnlyList<Procedure> Prompts => snapshot.Prompts;

    /// <summary>Every resource, sorted by address, available or not.</summary>
    public IReadOnlyList<DeclaredResource> Resources => snapshot.Resources;

    /// <summary>The procedure with this path; null when there is none.</summary>
    public Procedure? Find(string path) => snapshot.ByPath.GetValueOrDefault(path);

    /// <summary>The procedure with this tool name; null when there is none.</summary>
    public Procedure? FindTool(string toolName) => snapshot.ByTool.GetValueOrDefault(toolName);

    /// <summary>The resource that an address belongs to, and what the address says for its variables; null when there is none. One without variables comes first.</summary>
    public (DeclaredResource Resource, IReadOnlyDictionary<string, string> Values)? FindResource(string uri)
    {
        foreach (var resource in snapshot.Resources.OrderBy(resource => resource.Definition.Template.Variables.Count))
        {
            if (resource.Definition.Template.Match(uri) is { } values)
            {
                return (resource, values);
            }
        }

        return null;
    }

    /// <summary>Who knows the names of targets with this noun; null when nobody does.</summary>
    public Completion? FindCompletion(string noun) => snapshot.Completions.GetValueOrDefault(noun);

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
        var all = Sorted(source => source.Procedures);
        var prompts = Sorted(source => source.Prompts);
        DeclaredResource[] resources =
        [
            .. all.SelectMany(procedure => procedure.Definition.Resources, (procedure, resource) => new DeclaredResource(resource, procedure.Definition))
                .OrderBy(resource => resource.Definition.Uri, StringComparer.Ordinal),
        ];
        var completions = sources.SelectMany(source => source.Completions).ToArray();
        RequireUnique(all, "procedures", procedure => procedure.Definition.ToolName);
        RequireUnique(prompts, "prompts", prompt => prompt.Definition.ToolName);
        RequireUnique(resources, "resources", resource => resource.Definition.Template.Shape);
        RequireUnique(completions, "completions", completion => completion.Noun);
        foreach (var procedure in all.Concat(prompts).Where(procedure => !PathShape.IsMatch(procedure.Definition.Path) || procedure.Definition.ToolName.Length > 54))
        {
            throw new InvalidOperationException($"'{procedure.Definition.Path}' is no path: it must be namespace.verb in camelCase, at most 54 characters.");
        }

        return new(
            version,
            all,
            prompts,
            resources,
            completions.ToFrozenDictionary(completion => completion.Noun, StringComparer.Ordinal),
            [.. sources.SelectMany(source => source.Permissions).DistinctBy(permission => permission.Name).OrderBy(permission => permission.Name, StringComparer.Ordinal)],
            all.ToFrozenDictionary(procedure => procedure.Definition.Path, StringComparer.Ordinal),
            all.ToFrozenDictionary(procedure => procedure.Definition.ToolName, StringComparer.Ordinal));
    }

    private Procedure[] Sorted(Func<IProcedureSource, IReadOnlyList<Procedure>> part) =>
        [.. sources.SelectMany(part).OrderBy(procedure => procedure.Definition.Path, StringComparer.Ordinal)];

    private static void RequireUnique<T>(IEnumerable<T> items, string what, Func<T, string> name)
    {
        if (items.GroupBy(name, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } same)
        {
            throw new InvalidOperationException($"Two {what} are called {same.Key}. Rename one, or leave one of their sources out.");
        }
    }

    private sealed record Snapshot(
        long Version,
        IReadOnlyList<Procedure> Procedures,
        IReadOnlyList<Procedure> Prompts,
        IReadOnlyList<DeclaredResource> Resources,
        FrozenDictionary<string, Completion> Completions,
        IReadOnlyList<PermissionDefinition> Permissions,
        FrozenDictionary<string, Procedure> ByPath,
        FrozenDictionary<string, Procedure> ByTool);
}
