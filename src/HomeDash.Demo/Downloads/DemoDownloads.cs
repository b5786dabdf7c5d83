using HomeDash.Procedures;

namespace HomeDash.Demo;

/// <summary>A torrent client whose torrents move although there are none.</summary>
internal sealed class DemoDownloads(string name, TimeProvider clock) : IIntegrationClient, IDownloadClient
{
    private const long Megabyte = 1 << 20;

    private readonly Lock changing = new();
    private readonly List<DemoDownload> items =
    [
        new("4b6c4e5bd8ff2c0f9e3b7c0c6e9a3a64d6f3b0a1", "ubuntu-26.04-desktop-amd64.iso", 5700 * Megabyte, 6 * Megabyte, clock) { Category = "linux", Done = 2200 * Megabyte },
        new("8f2d9c0e17a54bb6a1c2d3e4f5061728394a5b6c", "debian-13.2.0-amd64-DVD-1.iso", 3900 * Megabyte, 3 * Megabyte, clock) { Category = "linux", Done = 700 * Megabyte },
        new("c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00", "Big Buck Bunny (2008) 4K", 640 * Megabyte, 2 * Megabyte, clock) { Category = "films", Done = 640 * Megabyte },
        new("0ddba11c0de0ddba11c0de0ddba11c0de0ddba11", "Old lectures, all of them", 88_000 * Megabyte, 0, clock) { Done = 41_000 * Megabyte },
    ];

    private long? downLimit;
    private long? upLimit;

    public IReadOnlyList<DownloadSourceKind> Takes => [DownloadSourceKind.Magnet, DownloadSourceKind.Torrent, DownloadSourceKind.Link];

    public bool HasCategories => true;

    public IReadOnlyList<SpeedLimit> Limits => [SpeedLimit.DownBytesPerSecond, SpeedLimit.UpBytesPerSecond];

    public Task<ServiceVersion> TestAsync(CancellationToken cancellationToken) => Task.FromResult(new ServiceVersion("Demo downloads", "1.0"));

    public Task<DownloadQueue> ReadAsync(CancellationToken cancellationToken) => ChangeAsync(() => { });

    public async Task<DownloadDetails> GetAsync(string id, CancellationToken cancellationToken)
    {
        var download = (await ReadAsync(cancellationToken).ConfigureAwait(false)).Find(id) ?? throw ProcedureErrors.NotFound("download", id, []);
        return new()
        {
            Download = download,
            Folder = "/downloads",
            UploadedBytes = download.DoneBytes / 3,
            Connections = download.DownBytesPerSecond is null ? 0 : 24,
            Files = [new(download.Name, download.SizeBytes, download.Progress)],
        };
    }

    public string? ObstacleToDelete(Download download, bool files) => null;

    public Task<DownloadQueue> PauseAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken) => ChangeAsync(() => items.FindAll(item => ids.Contains(item.Id)).ForEach(item => item.Hold(true)));

    public Task<DownloadQueue> ResumeAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken) => ChangeAsync(() => items.FindAll(item => ids.Contains(item.Id)).ForEach(item => item.Hold(false)));

    public Task<DownloadQueue> DeleteAsync(IReadOnlyList<string> ids, bool files, CancellationToken cancellationToken) => ChangeAsync(() => items.RemoveAll(item => ids.Contains(item.Id)));

    public Task<DownloadQueue> PauseAllAsync(CancellationToken cancellationToken) => ChangeAsync(() => items.ForEach(item => item.Hold(true)));

    public Task<DownloadQueue> ResumeAllAsync(CancellationToken cancellationToken) => ChangeAsync(() => items.ForEach(item => item.Hold(false)));

    public async Task<Download> AddAsync(NewDownload download, CancellationToken cancellationToken)
    {
        var added = new DemoDownload(
            download.Hash ?? Guid.NewGuid().ToString("n"), download.Name ?? download.Link!, download.SizeBytes ?? 900 * Megabyte, 2 * Megabyte, clock) { Category = download.Category };
        added.Hold(download.Paused);
        return (await ChangeAsync(() => items.Add(added)).ConfigureAwait(false)).Find(added.Id)!;
    }

    public async Task<DownloadClientState> LimitAsync(IReadOnlyDictionary<SpeedLimit, long?> limits, CancellationToken cancellationToken)
    {
        var queue = await ChangeAsync(() =>
        {
            downLimit = limits.TryGetValue(SpeedLimit.DownBytesPerSecond, out var down) ? down : downLimit;
            upLimit = limits.TryGetValue(SpeedLimit.UpBytesPerSecond, out var up) ? up : upLimit;
            items.ForEach(item => item.Limit(downLimit / Math.Max(1, items.Count)));
        }).ConfigureAwait(false);
        return queue.Client;
    }

    private Task<DownloadQueue> ChangeAsync(Action change)
    {
        lock (changing)
        {
            change();
            Download[] shown = [.. items.Select(item => item.Show(name))];
            return Task.FromResult(new DownloadQueue(shown, new(
                name,
                shown.Length > 0 && shown.All(item => item.State.IsHeld()),
                items.Sum(item => item.Speed),
                0,
                downLimit,
                upLimit,
                412_000 * Megabyte)));
        }
    }
}
