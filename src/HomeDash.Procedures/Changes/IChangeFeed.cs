namespace HomeDash.Procedures;

/// <summary>Tells who listens that something changed: pages, resource updates and list changes all read it.</summary>
public interface IChangeFeed
{
    /// <summary>Says that something changed; called after the change is committed. Never blocks and never throws.</summary>
    void Publish(Change change);

    /// <summary>Changes of one topic from now on. A slow reader loses the oldest of more than 256 unread ones.</summary>
    /// <param name="topic">For example <c>docker.container</c>.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    IAsyncEnumerable<Change> ReadAsync(string topic, CancellationToken cancellationToken);
}

/// <summary>Something changed.</summary>
/// <param name="Topic">What kind of thing, for example <c>app</c> or <c>docker.container</c>.</param>
/// <param name="Id">Which one.</param>
public readonly record struct Change(string Topic, string Id);
