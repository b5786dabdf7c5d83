using HomeDash.Procedures;

namespace HomeDash.Mcp;

/// <summary>Who follows which resources, and by which topics they are heard of.</summary>
internal sealed class FollowedResources(IResourceTopics? topics)
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, Followed> byUri = new(StringComparer.Ordinal);

    /// <summary>Whether any resource can be followed.</summary>
    public bool Any => topics is not null;

    /// <summary>Whether this one can.</summary>
    public bool CanFollow(string uri) => topics?.TopicsOf(uri).Count > 0;

    /// <summary>Follows a resource.</summary>
    /// <returns>The topics that have to be read for it.</returns>
    public IReadOnlyList<string> Add(string uri, IListener listener)
    {
        lock (gate)
        {
            if (!byUri.TryGetValue(uri, out var followed))
            {
                byUri[uri] = followed = new(topics?.TopicsOf(uri) ?? [], []);
            }

            followed.By.Add(listener);
            return followed.Topics;
        }
    }

    public void Remove(string uri, IListener listener)
    {
        lock (gate)
        {
            if (byUri.TryGetValue(uri, out var followed) && followed.By.Remove(listener) && followed.By.Count == 0)
            {
                byUri.Remove(uri);
            }
        }
    }

    /// <summary>The resources that somebody follows and that a change concerns.</summary>
    public IReadOnlyList<string> ConcernedBy(Change change)
    {
        lock (gate)
        {
            return [.. byUri.Where(entry => entry.Value.Topics.Contains(change.Topic) && topics!.Concerns(entry.Key, change)).Select(entry => entry.Key)];
        }
    }

    public IReadOnlyList<IListener> FollowersOf(string uri)
    {
        lock (gate)
        {
            return byUri.TryGetValue(uri, out var followed) ? [.. followed.By] : [];
        }
    }

    private sealed record Followed(IReadOnlyList<string> Topics, HashSet<IListener> By);
}
