using System.Collections.Concurrent;
using HomeDash.Procedures;
using Microsoft.Extensions.Logging;
using ModelContextProtocol.Protocol;

namespace HomeDash.Mcp;

/// <summary>Tells clients what changes: lists, by the catalogue and by what each of them may; resources, by the change feed.</summary>
internal sealed partial class NotificationHub : IDisposable
{
    private readonly ConcurrentDictionary<IListener, bool> listeners = [];
    private readonly CancellationTokenSource ended = new();
    private readonly FollowedResources followed = new();
    private readonly ProcedureCatalog catalog;
    private readonly ToolTable table;
    private readonly IToolProfiles profiles;
    private readonly IToolSwitches switches;
    private readonly Lazy<McpMethods> methods;
    private readonly IResourceTopics[] topics;
    private readonly ICallerRights? rights;
    private readonly Coalescer coalescer;
    private readonly ChangeReaders readers;
    private readonly ILogger<NotificationHub> logger;

    public NotificationHub(
        ProcedureCatalog catalog, ToolTable table, IToolProfiles profiles, IToolSwitches switches, Lazy<McpMethods> methods, IChangeFeed feed, IEnumerable<IResourceTopics> topics, IEnumerable<ICallerRights> rights,
        TimeProvider clock, ILogger<NotificationHub> logger)
    {
        (this.catalog, this.table, this.profiles, this.switches, this.methods, this.logger) = (catalog, table, profiles, switches, methods, logger);
        (this.topics, this.rights) = ([.. topics], rights.FirstOrDefault());
        coalescer = new(clock);
        readers = new(feed, HandleAsync);
        catalog.Changed += OnCatalogChanged;
        profiles.Changed += OnCatalogChanged;
        switches.Changed += OnCatalogChanged;
        if (this.rights is not null)
        {
            this.rights.Changed += OnRightsChanged;
        }
    }

    /// <summary>Whether there is a method, such as <c>prompts/list</c>.</summary>
    public bool Has(string method) => methods.Value.Find(method) is not null;

    /// <summary>What the list of tools of a caller is called now.</summary>
    public string ToolSetOf(Caller caller, string profile) => table.For(caller, Served(profile)).Hash;

    /// <summary>Tells a client from now on of lists, and of what it follows.</summary>
    public void Add(IListener listener) => listeners[listener] = true;

    /// <summary>Tells a client no more.</summary>
    public void Remove(IListener listener)
    {
        listeners.TryRemove(listener, out _);
        followed.Remove(listener);
    }

    /// <summary>Tells a client of a resource from now on.</summary>
    /// <returns>False when there is no such resource for it.</returns>
    public async ValueTask<bool> FollowAsync(string uri, IListener listener, CancellationToken cancellationToken)
    {
        if (await WatchAsync(uri, listener, cancellationToken).ConfigureAwait(false) is not { } watch)
        {
            return false;
        }

        followed.Set(listener, watch);
        foreach (var topic in watch.Topics)
        {
            readers.Read(topic);
        }

        return true;
    }

    public void Unfollow(string uri, IListener listener) => followed.Remove(listener, uri);

    /// <summary>Tells a client that was away what may have changed meanwhile: it cannot have heard of it.</summary>
    public async Task CatchUpAsync(IListener listener, CancellationToken cancellationToken)
    {
        Compare(listener, otherLists: true);
        foreach (var uri in listener.Uris)
        {
            listener.TellUpdated(uri);
        }

        await FollowAgainAsync(listener, anew: false, cancellationToken).ConfigureAwait(false);
    }

    public void Dispose()
    {
        catalog.Changed -= OnCatalogChanged;
        profiles.Changed -= OnCatalogChanged;
        switches.Changed -= OnCatalogChanged;
        if (rights is not null)
        {
            rights.Changed -= OnRightsChanged;
        }

        readers.Dispose();
        ended.Cancel();
        ended.Dispose();
    }

    private async ValueTask<IResourceWatch?> WatchAsync(string uri, IListener listener, CancellationToken cancellationToken)
    {
        foreach (var source in topics)
        {
            if (await source.WatchAsync(listener.Caller, Served(listener.Profile), uri, cancellationToken).ConfigureAwait(false) is { } watch)
            {
                return watch;
            }
        }

        return null;
    }

    private ToolProfile Served(string profile) => profiles.Find(profile) ?? EveryTool.Profile;

    private void OnCatalogChanged() => coalescer.Ask(catalog, () => _ = ForEachAsync(async listener =>
    {
        Compare(listener, otherLists: true);
        await FollowAgainAsync(listener, anew: false, ended.Token).ConfigureAwait(false);
    }));

    private void OnRightsChanged() => coalescer.Ask(rights!, () => _ = ForEachAsync(async listener =>
    {
        if (await rights!.RefreshAsync(listener.Caller, ended.Token).ConfigureAwait(false) is { } caller)
        {
            listener.Caller = caller;
            Compare(listener, otherLists: false);
            await FollowAgainAsync(listener, anew: true, ended.Token).ConfigureAwait(false);
        }
        else
        {
            listener.End();
        }
    }));

    private async Task ForEachAsync(Func<IListener, Task> tell)
    {
        foreach (var listener in listeners.Keys)
        {
            try
            {
                await tell(listener).ConfigureAwait(false);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                LogNotTold(fault);
            }
        }
    }

    /// <summary>What a caller may read and be prompted with goes by the same rights as the tools.</summary>
    private void Compare(IListener listener, bool otherLists)
    {
        var now = ToolSetOf(listener.Caller, listener.Profile);
        if (listener.ToolSet != now)
        {
            listener.ToolSet = now;
            listener.TellListChanged(NotificationMethods.ToolListChangedNotification);
            otherLists = true;
        }

        if (otherLists && Has(RequestMethods.PromptsList))
        {
            listener.TellListChanged(NotificationMethods.PromptListChangedNotification);
        }

        if (otherLists && Has(RequestMethods.ResourcesList))
        {
            listener.TellListChanged(NotificationMethods.ResourceListChangedNotification);
        }
    }

    /// <summary>What a client wants to follow may come and go with integrations and rights, and after a start it is not all there at once.</summary>
    private async Task FollowAgainAsync(IListener listener, bool anew, CancellationToken cancellationToken)
    {
        foreach (var uri in listener.Uris)
        {
            var followedBefore = followed.Has(listener, uri);
            if (followedBefore && !anew)
            {
                continue;
            }

            if (!await FollowAsync(uri, listener, cancellationToken).ConfigureAwait(false))
            {
                followed.Remove(listener, uri);
            }
            else if (!followedBefore)
            {
                listener.TellUpdated(uri);
            }
        }
    }

    private async Task HandleAsync(Change change, CancellationToken cancellationToken)
    {
        foreach (var one in followed.By(change.Topic))
        {
            try
            {
                if (await one.Watch.IsConcernedByAsync(change, cancellationToken).ConfigureAwait(false))
                {
                    coalescer.Ask(one, () => one.By.TellUpdated(one.Watch.Uri));
                }
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                LogNotTold(fault);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A connected MCP client could not be told of a change")]
    private partial void LogNotTold(Exception exception);
}
