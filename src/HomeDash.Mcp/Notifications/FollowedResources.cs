namespace HomeDash.Mcp;

/// <summary>Who follows which resources.</summary>
internal sealed class FollowedResources
{
    private readonly Lock gate = new();
    private readonly Dictionary<IListener, Dictionary<string, Followed>> byListener = [];

    /// <summary>Notes that somebody follows a resource, in the place of what is noted of it already.</summary>
    public void Set(IListener listener, IResourceWatch watch)
    {
        lock (gate)
        {
            if (!byListener.TryGetValue(listener, out var own))
            {
                byListener[listener] = own = new(StringComparer.Ordinal);
            }

            own[watch.Uri] = new(listener, watch);
        }
    }

    public void Remove(IListener listener, string uri)
    {
        lock (gate)
        {
            if (byListener.TryGetValue(listener, out var own) && own.Remove(uri) && own.Count == 0)
            {
                byListener.Remove(listener);
            }
        }
    }

    public void Remove(IListener listener)
    {
        lock (gate)
        {
            byListener.Remove(listener);
        }
    }

    public bool Has(IListener listener, string uri)
    {
        lock (gate)
        {
            return byListener.TryGetValue(listener, out var own) && own.ContainsKey(uri);
        }
    }

    /// <summary>What changes of a topic may concern.</summary>
    public IReadOnlyList<Followed> By(string topic)
    {
        lock (gate)
        {
            return [.. byListener.Values.SelectMany(own => own.Values).Where(followed => followed.Watch.Topics.Contains(topic))];
        }
    }

    /// <summary>One resource that one client follows.</summary>
    internal sealed class Followed(IListener by, IResourceWatch watch)
    {
        public IListener By => by;

        public IResourceWatch Watch => watch;
    }
}
