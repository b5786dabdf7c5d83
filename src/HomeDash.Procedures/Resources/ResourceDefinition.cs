namespace HomeDash.Procedures;

/// <summary>An address under which the result of a query can be read.</summary>
/// <param name="Uri">The address, or a template whose variables are parameters of the query.</param>
public sealed record ResourceDefinition(string Uri)
{
    /// <summary>The address taken apart.</summary>
    public UriTemplate Template => field ??= UriTemplate.Parse(Uri);

    /// <summary>A title in place of the query's.</summary>
    public string? Title { get; init; }

    /// <summary>Other arguments that the query is called with, as a JSON object.</summary>
    public string? Input { get; init; }

    /// <summary>The list in the result whose items are the lines of the resource; null when the whole result is, as JSON.</summary>
    public string? Lines { get; init; }

    /// <summary>Topics of the change feed after whose changes it reads differently.</summary>
    public IReadOnlyList<string> Topics { get; init; } = [];

    /// <summary>What its content is.</summary>
    public string MimeType => Lines is null ? "application/json" : "text/plain";
}

/// <summary>A resource of the catalogue.</summary>
/// <param name="Definition">Its address, and how it is read.</param>
/// <param name="Query">The query whose result it is.</param>
public sealed record DeclaredResource(ResourceDefinition Definition, ProcedureDefinition Query);
