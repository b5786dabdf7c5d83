using HomeDash.Procedures;

namespace HomeDash.Tests.Downloads;

/// <summary>A download client that the test plays itself. It does what it is told unless the test says otherwise.</summary>
internal sealed class ScriptedDownloads(string name) : IIntegrationClient, IDownloadClient
{
    private readonly List<Download> items = [];

    public string Name => name;

    /// <summary>What it answers instead of its downloads.</summary>
    public ProcedureException? Broken { get; set; }

    /// <summary>Whether it says yes and does nothing.</summary>
    public bool Deaf { get; set; }

    /// <summary>What it was told to do.</summary>
    public List<string> Orders { get; } = [];

    public long Down { get; set; }

    public long Up { get; set; }

    public DownloadSourceKind[] Sources { get; set; } = Enum.GetValues<DownloadSourceKind>();

    public IReadOnlyList<DownloadSourceKind> Takes => Sources;

    public bool HasCategories { get; set; } = true;

    public IReadOnlyList<SpeedLimit> Limits => [SpeedLimit.DownBytesPerSecond];

    /// <summary>Gives it a download.</summary>
    public ScriptedDownloads Add(string title, DownloadState state = DownloadState.Downloading, string? id = null, Func<Download, Download>? configure = null)
    {
        var item = new Download
        {
            Id = id ?? $"{title.ToLowerInvariant().Replace(' ', '-')}-id", Name = title, Integration = name, Type = DownloadType.Torrent, State = state, Progress = 0.5,
        };
        items.Add(configure is null ? item : configure(item));
        return this;
    }

    public Task<ServiceVersion> TestAsync(CancellationToken cancellationToken) => Task.FromResult(new ServiceVersion("Scripted", "1"));

    public Task<DownloadQueue> ReadAsync(CancellationToken cancellationToken) => Broken is null ? Task.FromResult(Queue) : Task.FromException<DownloadQueue>(Broken);

    public Task<DownloadDetails> GetAsync(string id, CancellationToken cancellationToken) => Task.FromResult(new DownloadDetails { Download = Queue.Find(id)!, Folder = "/data" });

    public string? ObstacleToDelete(Download download, bool files) => files && download.Type == DownloadType.Web ? "keeps its files" : null;

    public Task<DownloadQueue> PauseAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken) => OrderAsync("pause", ids, item => item with { State = DownloadState.Paused });

    public Task<DownloadQueue> ResumeAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken) => OrderAsync("resume", ids, item => item with { State = DownloadState.Downloading });

    public Task<DownloadQueue> DeleteAsync(IReadOnlyList<string> ids, bool files, CancellationToken cancellationToken) => OrderAsync(files ? "delete with files" : "delete", ids, _ => null);

    public Task<DownloadQueue> PauseAllAsync(CancellationToken cancellationToken) => PauseAsync([.. items.Select(item => item.Id)], cancellationToken);

    public Task<DownloadQueue> ResumeAllAsync(CancellationToken cancellationToken) => ResumeAsync([.. items.Select(item => item.Id)], cancellationToken);

    public Task<Download> AddAsync(NewDownload download, CancellationToken cancellationToken)
    {
        Orders.Add($"add {download.Title}");
        Add(download.Name ?? "fetched", download.Paused ? DownloadState.Paused : DownloadState.Downloading, download.Hash, item => item with { Category = download.Category });
        return Task.FromResult(items[^1]);
    }

    public Task<DownloadClientState> LimitAsync(IReadOnlyDictionary<SpeedLimit, long?> limits, CancellationToken cancellationToken) =>
        Task.FromResult(Queue.Client with { DownLimitBytesPerSecond = limits[SpeedLimit.DownBytesPerSecond] });

    private DownloadQueue Queue => new([.. items], new(name, items.All(item => item.State == DownloadState.Paused), Down, Up));

    private Task<DownloadQueue> OrderAsync(string order, IReadOnlyList<string> ids, Func<Download, Download?> change)
    {
        Orders.Add($"{order} {string.Join(", ", ids)}");
        if (!Deaf)
        {
            Download[] after = [.. items.Select(item => ids.Contains(item.Id) ? change(item) : item).OfType<Download>()];
            items.Clear();
            items.AddRange(after);
        }

        return Task.FromResult(Queue);
    }
}
