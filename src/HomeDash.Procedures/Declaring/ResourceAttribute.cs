namespace HomeDash.Procedures;

/// <summary>
/// Marks a query whose result can also be read as a resource: under an address, by whoever may call the query. Variables in
/// the address are parameters of the query by their JSON names, so <c>homedash://docker/container/{container}</c> is a
/// template; one without variables is listed.
/// </summary>
/// <param name="uri">The address or template: variables in braces stand for one whole part between slashes.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true, Inherited = false)]
public sealed class ResourceAttribute(string uri) : Attribute
{
    /// <summary>The address, or the template of addresses.</summary>
    public string Uri { get; } = uri;

    /// <summary>A title in place of the query's.</summary>
    public string? Title { get; init; }

    /// <summary>Other arguments that the query is called with, as a JSON object.</summary>
    public string? Input { get; init; }

    /// <summary>The list in the result that is the resource, one line of plain text for each item; the whole result as JSON when omitted.</summary>
    public string? Lines { get; init; }

    /// <summary>
    /// Topics of the change feed after whose changes it reads differently. In a template a change counts when its id is that of
    /// a target in the address, or of what that target belongs to.
    /// </summary>
    public string[] Topics { get; init; } = [];
}
