using HomeDash.Procedures;

namespace HomeDash.Mcp;

/// <summary>Says by which changes resources change.</summary>
internal interface IResourceTopics
{
    /// <summary>The topics of the change feed that tell of changes of a resource; empty when there is no such resource, or nothing tells of it.</summary>
    IReadOnlyList<string> TopicsOf(string uri);

    /// <summary>Whether a change on one of these topics is one of this resource.</summary>
    bool Concerns(string uri, Change change);
}
