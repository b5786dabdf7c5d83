using System.Collections.Concurrent;
using HomeDash.Procedures;
using Microsoft.Extensions.Logging;
using ModelContextProtocol.Protocol;

namespace HomeDash.Mcp;

/// <summary>Tells clients what changes: lists, by the catalogue and by what each of them may; resources, by the change feed.</summary>
internal sealed partial class NotificationHub : IDisposable
{
    private readonly ConcurrentDictionary<IListener, bool> listeners = [];
    private readonly ConcurrentDictionary<string, Task> readers = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource ended = new();
    private readonly Coalescer coalescer;
    private readonly FollowedResources followed;
    private readonly ProcedureCatalog catalog;
    private readonly ToolTable table;
    private readonly IChangeFeed feed;
    private readonly ICallerRights? rights;
    private readonly ILogger<NotificationHub> logger;

    public NotificationHub(
        ProcedureCatalog catalog, ToolTable table, IChangeFeed feed, IEnumerable<IResourceTopics> topics, IEnumerable<ICallerRights> rights, TimeProvider clock, ILogger<NotificationHub> logger)
    {
        (this.catalog, this.table, this.feed, this.logger) = (catalog, table, feed, logger);
        coalescer = new(clock);
        followed = new(topics.FirstOrDefault());
        this.rights = rights.FirstOrDefault();
        catalog.Changed += OnCatalogChanged;
        if (this.rights is not null)
        {
            this.rights.Changed += OnRightsChanged;
        }
    }

    /// <summary>Whether clients can follow resources.</summary>
    public bool OffersResources => followed.Any;

    /// <summary>What the list of tools of a caller is called now.</summary>
    public string ToolSetOf(Caller caller) => table.For(caller).Hash;

    /// <summary>Whether a resource can be followed.</summary>
    public bool CanFollow(string uri) => followed.CanFollow(uri);

    /// <summary>Tells a client from now on.</summary>
    public void Add(IListener listener)
    {
        listeners[listener] = true;
        foreach (var uri in listener.Uris)
        {
            Follow(uri, listener);
        }
    }

    /// <summary>Tells a client no more.</summary>
    public void Remove(IListener listener)
    {
        listeners.TryRemove(listener, out _);
        foreach (var uri in listener.Uris)
        {
            followed.Remove(uri, listener);
        }
    }

    public void Follow(string uri, IListener listener)
    {
        foreach (var topic in followed.Add(uri, listener))
        {
            readers.GetOrAdd(topic, Read);
        }
    }

    public void Unfollow(string uri, IListener listener) => followed.Remove(uri, listener);

    /// <summary>Tells a client that was away what may have changed meanwhile: it cannot have heard of it.</summary>
    public void CatchUp(IListener listener)
    {
        Compare(listener, otherLists: true);
        foreach (var uri in listener.Uris)
        {
            listener.TellUpdated(uri);
        }
    }

    public void Dispose()
    {
        catalog.Changed -= OnCatalogChanged;
        if (rights is not null)
        {
            rights.Changed -= OnRightsChanged;
        }

        ended.Cancel();
        ended.Dispose();
    }

    private void OnCatalogChanged() => coalescer.Ask("catalogue", () =>
    {
        foreach (var listener in listeners.Keys)
        {
            Compare(listener, otherLists: true);
        }
    });

    private void OnRightsChanged() => coalescer.Ask("rights", () => _ = RefreshAsync());

    private async Task RefreshAsync()
    {
        foreach (var listener in listeners.Keys)
        {
            try
            {
                if (await rights!.RefreshAsync(listener.Caller, ended.Token).ConfigureAwait(false) is { } caller)
                {
                    listener.Caller = caller;
                    Compare(listener, otherLists: false);
                }
                else
                {
                    listener.End();
                }
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                LogNotRefreshed(fault);
            }
        }
    }

    /// <summary>What a caller may read and be prompted with goes by the same rights as the tools.</summary>
    private void Compare(IListener listener, bool otherLists)
    {
        var now = ToolSetOf(listener.Caller);
        if (listener.ToolSet != now)
        {
            listener.ToolSet = now;
            listener.TellListChanged(NotificationMethods.ToolListChangedNotification);
            otherLists = true;
        }

        if (otherLists)
        {
            listener.TellListChanged(NotificationMethods.PromptListChangedNotification);
            listener.TellListChanged(NotificationMethods.ResourceListChangedNotification);
        }
    }

    private Task Read(string topic)
    {
        // Read from here on, and not from whenever the task gets its turn.
        var changes = feed.ReadAsync(topic, ended.Token);
        using (ExecutionContext.SuppressFlow())
        {
            return Task.Run(() => ReadAsync(changes));
        }
    }

    private async Task ReadAsync(IAsyncEnumerable<Change> changes)
    {
        await foreach (var change in changes.ConfigureAwait(false))
        {
            foreach (var uri in followed.ConcernedBy(change))
            {
                coalescer.Ask(uri, () => TellUpdated(uri));
            }
        }
    }

    private void TellUpdated(string uri)
    {
        foreach (var listener in followed.FollowersOf(uri))
        {
            listener.TellUpdated(uri);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "What a connected MCP client may could not be read anew")]
    private partial void LogNotRefreshed(Exception exception);
}
