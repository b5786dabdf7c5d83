namespace HomeDash.Procedures;

/// <summary>A named choice of tools with settings of its own, served at an address of its own.</summary>
/// <param name="Name">The last part of its address: <c>^[a-z][a-z0-9-]{0,39}$</c>.</param>
/// <param name="Title">What people call it.</param>
public sealed record ToolProfile(string Name, string Title)
{
    /// <summary>The name of the profile that a client gets who names none.</summary>
    public const string DefaultName = "mcp";

    /// <summary>What is offered: namespaces (<c>docker</c>) and single procedures (<c>docker.list</c>); everything when empty.</summary>
    public IReadOnlyList<string> Include { get; init; } = [];

    /// <summary>What is not offered although <see cref="Include"/> names it: namespaces and single procedures.</summary>
    public IReadOnlyList<string> Exclude { get; init; } = [];

    /// <summary>Whether only queries and subscriptions are offered. Whoever serves a profile makes its callers read-only too.</summary>
    public bool ReadOnly { get; init; }

    /// <summary>Whether clients may have sessions; otherwise each request stands alone.</summary>
    public bool Sessions { get; init; } = true;

    /// <summary>Whether results are text alone, for clients that hand both kinds of content to their model: no output schemas, no structured content.</summary>
    public bool TextOnly { get; init; }

    /// <summary>How much its tools say of themselves.</summary>
    public ToolDetail Detail { get; init; }

    /// <summary>Whether the list holds the tools that find and call tools, and otherwise only what is <see cref="Pinned"/>.</summary>
    public bool ToolSearch { get; init; }

    /// <summary>With <see cref="ToolSearch"/>: namespaces and single procedures that are listed all the same.</summary>
    public IReadOnlyList<string> Pinned { get; init; } = [];

    /// <summary>Whether a procedure belongs to it.</summary>
    public bool Offers(ProcedureDefinition definition) =>
        !(ReadOnly && definition.Kind == ProcedureKind.Mutation)
        && (Include.Count == 0 || Names(Include, definition))
        && !Names(Exclude, definition);

    /// <summary>Whether a procedure that belongs to it stands in its list of tools.</summary>
    public bool Lists(ProcedureDefinition definition) => Offers(definition) && (!ToolSearch || Names(Pinned, definition));

    private static bool Names(IReadOnlyList<string> names, ProcedureDefinition definition)
    {
        foreach (var name in names)
        {
            if (definition.Path.StartsWith(name, StringComparison.Ordinal) && (definition.Path.Length == name.Length || definition.Path[name.Length] == '.'))
            {
                return true;
            }
        }

        return false;
    }
}
