using HomeDash.Procedures;

namespace HomeDash.Mcp;

/// <summary>Which changes of the house make a resource read differently.</summary>
internal sealed class ResourceTopics(ProcedureCatalog catalog, ToolTable table, ProcedureCaller calls) : IResourceTopics
{
    /// <summary>The topics of the change feed that an address depends on; none when it is no resource of the catalogue.</summary>
    public IReadOnlyList<string> TopicsOf(string uri) => catalog.FindResource(uri)?.Resource.Definition.Topics ?? [];

    /// <summary>Looks at an address for somebody who wants to be told of its changes.</summary>
    /// <param name="caller">Who wants to be told.</param>
    /// <param name="profile">What they are served.</param>
    /// <param name="uri">The address as the subscriber wrote it: it is the one that is reported.</param>
    /// <param name="cancellationToken">Ends the search for what the address names.</param>
    /// <returns>Null when there is no such resource for this caller. What the address names need not be there yet.</returns>
    public async ValueTask<ResourceWatch?> WatchAsync(Caller caller, ToolProfile profile, string uri, CancellationToken cancellationToken)
    {
        if (catalog.FindResource(uri) is not { } found || table.NameFor(caller, profile, found.Resource.Query.Path) is null)
        {
            return null;
        }

        var watch = new ResourceWatch(uri, found.Resource, found.Values, caller, calls);
        await watch.LookAsync(cancellationToken).ConfigureAwait(false);
        return watch;
    }

    async ValueTask<IResourceWatch?> IResourceTopics.WatchAsync(Caller caller, ToolProfile profile, string uri, CancellationToken cancellationToken) =>
        await WatchAsync(caller, profile, uri, cancellationToken).ConfigureAwait(false);
}

/// <summary>An address that somebody watches. To be asked of each change of its topics, one after the other.</summary>
/// <param name="uri">The address.</param>
/// <param name="resource">The resource.</param>
/// <param name="values">What the address says.</param>
/// <param name="caller">Who watches.</param>
/// <param name="calls">Resolves what the address says.</param>
internal sealed class ResourceWatch(string uri, DeclaredResource resource, IReadOnlyDictionary<string, string> values, Caller caller, ProcedureCaller calls) : IResourceWatch
{
    /// <summary>Changes of things that are not what the address names: there are as many as things in the house, and each is asked about once.</summary>
    private readonly HashSet<string> others = new(StringComparer.Ordinal);

    /// <summary>Of the targets in the address, and of what they belong to.</summary>
    private HashSet<string> ids = [];

    /// <summary>The address.</summary>
    public string Uri => uri;

    /// <summary>The topics whose changes may concern it.</summary>
    public IReadOnlyList<string> Topics => resource.Definition.Topics;

    /// <summary>
    /// Whether the resource reads differently after a change. One without variables does after each change of its topics; a
    /// template when the id is that of a target in the address, or of what that target belongs to. A name may come to mean
    /// another thing, a container that was made anew for example, so an id that was never seen is looked up.
    /// </summary>
    public async ValueTask<bool> IsConcernedByAsync(Change change, CancellationToken cancellationToken)
    {
        if (!Topics.Contains(change.Topic))
        {
            return false;
        }

        if (values.Count == 0 || ids.Contains(change.Id))
        {
            return true;
        }

        if (others.Contains(change.Id) || !await LookAsync(cancellationToken).ConfigureAwait(false))
        {
            return false;
        }

        if (!ids.Contains(change.Id))
        {
            others.Add(change.Id);
        }

        return ids.Contains(change.Id);
    }

    /// <summary>Finds out what the address names now.</summary>
    /// <returns>False when that could not be found out, or is nothing: then it is what it was before.</returns>
    internal async Task<bool> LookAsync(CancellationToken cancellationToken)
    {
        if (values.Count == 0)
        {
            return true;
        }

        try
        {
            var targets = await calls.ResolveAsync(resource.Query.Path, InputJson.With(resource.Definition.Input, values), new(caller, "mcp"), cancellationToken).ConfigureAwait(false);
            ids = [.. targets.SelectMany(target => target.Owner is { } owner ? new[] { target.Id, owner.Id } : [target.Id])];
            return true;
        }
        catch (ProcedureException)
        {
            return false;
        }
    }
}
