namespace HomeDash.Integrations;

/// <summary>What the clients of download programs have in common: they send an order, and read until it is carried out.</summary>
/// <param name="http">HTTP with the program.</param>
/// <param name="name">The integration's name.</param>
/// <param name="clock">Measures how long an order takes.</param>
internal abstract class QueueClient(ServiceHttp http, string name, TimeProvider clock) : IIntegrationClient, IDownloadClient, IDisposable
{
    public abstract IReadOnlyList<DownloadSourceKind> Takes { get; }

    public abstract bool HasCategories { get; }

    public virtual IReadOnlyList<SpeedLimit> Limits => [SpeedLimit.DownBytesPerSecond, SpeedLimit.UpBytesPerSecond];

    /// <summary>HTTP with the program.</summary>
    protected ServiceHttp Http => http;

    /// <summary>How errors of this program are worded.</summary>
    protected ServiceErrors Errors => http.Errors;

    /// <summary>The integration's name.</summary>
    protected string Name => name;

    public abstract Task<ServiceVersion> TestAsync(CancellationToken cancellationToken);

    public abstract Task<DownloadQueue> ReadAsync(CancellationToken cancellationToken);

    public abstract Task<DownloadDetails> GetAsync(string id, CancellationToken cancellationToken);

    public virtual string? ObstacleToDelete(Download download, bool files) => null;

    public async Task<DownloadQueue> PauseAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        await SendPauseAsync(ids, cancellationToken).ConfigureAwait(false);
        return await UntilAsync(queue => ids.All(id => queue.Find(id)?.State.IsHeld() != false), cancellationToken).ConfigureAwait(false);
    }

    public async Task<DownloadQueue> ResumeAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        await SendResumeAsync(ids, cancellationToken).ConfigureAwait(false);
        return await UntilAsync(queue => ids.All(id => queue.Find(id) is not { State: DownloadState.Paused or DownloadState.Completed or DownloadState.Failed }), cancellationToken).ConfigureAwait(false);
    }

    public async Task<DownloadQueue> DeleteAsync(IReadOnlyList<string> ids, bool files, CancellationToken cancellationToken)
    {
        await SendDeleteAsync(ids, files, cancellationToken).ConfigureAwait(false);
        return await UntilAsync(queue => ids.All(id => queue.Find(id) is null), cancellationToken).ConfigureAwait(false);
    }

    public async Task<DownloadQueue> PauseAllAsync(CancellationToken cancellationToken)
    {
        await SendPauseAllAsync(cancellationToken).ConfigureAwait(false);
        return await UntilAsync(queue => queue.Client.Paused || queue.Items.All(item => item.State.IsHeld()), cancellationToken).ConfigureAwait(false);
    }

    public async Task<DownloadQueue> ResumeAllAsync(CancellationToken cancellationToken)
    {
        await SendResumeAllAsync(cancellationToken).ConfigureAwait(false);
        return await UntilAsync(queue => !queue.Client.Paused, cancellationToken).ConfigureAwait(false);
    }

    public async Task<Download> AddAsync(NewDownload download, CancellationToken cancellationToken)
    {
        // Only the address of a file leaves the id open: then it is what was not there before.
        var before = download.Hash is null ? (await ReadAsync(cancellationToken).ConfigureAwait(false)).Items.Select(item => item.Id).ToHashSet() : [];
        var id = await SendAddAsync(download, cancellationToken).ConfigureAwait(false);
        var queue = await UntilAsync(
            now => Added(now) is { State: not DownloadState.Checking } added && (!download.Paused || added.State.IsHeld()), cancellationToken).ConfigureAwait(false);
        return Added(queue) switch
        {
            null => throw Errors.NotDone($"{download.Title} did not appear within seconds. It may still be fetching it, or find nothing to download there; downloads.list shows it once it does"),
            { State: DownloadState.Failed } failed => throw Errors.NotDone($"{download.Title} failed at once: {failed.Error ?? "it does not say why"}"),
            var added => added,
        };

        Download? Added(DownloadQueue now) =>
            id is not null ? now.Find(id)
            : download.Hash is not null ? now.Items.FirstOrDefault(download.IsSame)
            : now.Items.FirstOrDefault(item => !before.Contains(item.Id));
    }

    public async Task<DownloadClientState> LimitAsync(IReadOnlyDictionary<SpeedLimit, long?> limits, CancellationToken cancellationToken)
    {
        await SendLimitAsync(limits, cancellationToken).ConfigureAwait(false);
        var queue = await UntilAsync(now => limits.All(limit => IsLimited(now.Client, limit.Key, limit.Value)), cancellationToken).ConfigureAwait(false);
        var wrong = limits.Where(limit => !IsLimited(queue.Client, limit.Key, limit.Value)).Select(limit => limit.Key).ToArray();
        return wrong is []
            ? queue.Client
            : throw Errors.NotDone($"its limit of what {(wrong[0] == SpeedLimit.DownBytesPerSecond ? "comes in" : "goes out")} is {LimitOf(queue.Client, wrong[0])?.ToString() ?? "none"}, in bytes per second");
    }

    public virtual void Dispose() => http.Dispose();

    /// <summary>Orders downloads to be held.</summary>
    protected abstract Task SendPauseAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken);

    /// <summary>Orders downloads to go on.</summary>
    protected abstract Task SendResumeAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken);

    /// <summary>Orders downloads to be removed.</summary>
    protected abstract Task SendDeleteAsync(IReadOnlyList<string> ids, bool files, CancellationToken cancellationToken);

    /// <summary>Orders everything to be held.</summary>
    protected abstract Task SendPauseAllAsync(CancellationToken cancellationToken);

    /// <summary>Orders everything to go on.</summary>
    protected abstract Task SendResumeAllAsync(CancellationToken cancellationToken);

    /// <summary>Orders something to be downloaded.</summary>
    /// <returns>The id it gets; null when the program does not tell.</returns>
    protected abstract Task<string?> SendAddAsync(NewDownload download, CancellationToken cancellationToken);

    /// <summary>Orders limits of speed, in bytes per second; null for none.</summary>
    protected abstract Task SendLimitAsync(IReadOnlyDictionary<SpeedLimit, long?> limits, CancellationToken cancellationToken);

    private async Task<DownloadQueue> UntilAsync(Func<DownloadQueue, bool> settled, CancellationToken cancellationToken) =>
        (await Settling.UntilAsync(ReadAsync, settled, clock, cancellationToken).ConfigureAwait(false)).State;

    // Programs keep limits in steps of their own, up to 1024 bytes.
    private static bool IsLimited(DownloadClientState client, SpeedLimit limit, long? wanted) =>
        (LimitOf(client, limit), wanted) switch
        {
            (null, null) => true,
            ({ } now, { } then) => Math.Abs(now - then) < 1024,
            _ => false,
        };

    private static long? LimitOf(DownloadClientState client, SpeedLimit limit) =>
        limit == SpeedLimit.DownBytesPerSecond ? client.DownLimitBytesPerSecond : client.UpLimitBytesPerSecond;
}
