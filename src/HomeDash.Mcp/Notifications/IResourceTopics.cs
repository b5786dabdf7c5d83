using HomeDash.Procedures;

namespace HomeDash.Mcp;

/// <summary>Says by which changes resources change.</summary>
internal interface IResourceTopics
{
    /// <summary>Looks at a resource for somebody who wants to be told of its changes; null when there is no such resource for this caller now.</summary>
    ValueTask<IResourceWatch?> WatchAsync(Caller caller, ToolProfile profile, string uri, CancellationToken cancellationToken);
}

/// <summary>A resource that somebody follows. It is asked of each change of its topics, one after the other.</summary>
internal interface IResourceWatch
{
    /// <summary>The address, as whoever follows it wrote it.</summary>
    string Uri { get; }

    /// <summary>The topics of the change feed whose changes may concern it.</summary>
    IReadOnlyList<string> Topics { get; }

    /// <summary>Whether the resource reads differently after a change.</summary>
    ValueTask<bool> IsConcernedByAsync(Change change, CancellationToken cancellationToken);
}
