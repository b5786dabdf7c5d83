using System.Globalization;
using HomeDash.Procedures;

namespace HomeDash.Components.Tests.Downloads;

/// <summary>A download client, and its kind, that a test plays itself.</summary>
internal sealed class ToyDownloads : IIntegrationKind, IIntegrationClient, IDownloadClient
{
    private const string Integration = "seedbox";

    /// <summary>What it has.</summary>
    public List<Download> Items { get; } = [];

    /// <summary>What it was asked for.</summary>
    public List<string> Asked { get; } = [];

    /// <summary>What it answers instead.</summary>
    public ProcedureException? Failure { get; set; }

    public string Kind => "toyDownloads";

    public string Title => "Toy downloads";

    public string ExampleUrl => "";

    public IReadOnlyList<IReadOnlyList<CredentialField>> Credentials => [[]];

    public string? CredentialsHint => null;

    public Type Client => typeof(ToyDownloads);

    public IReadOnlyList<DownloadSourceKind> Takes => [DownloadSourceKind.Magnet];

    public bool HasCategories => true;

    public IReadOnlyList<SpeedLimit> Limits => [SpeedLimit.DownBytesPerSecond, SpeedLimit.UpBytesPerSecond];

    /// <summary>The limits it keeps to, in bytes per second.</summary>
    public Dictionary<SpeedLimit, long?> LimitedTo { get; } = new() { [SpeedLimit.DownBytesPerSecond] = 1 << 20 };

    /// <summary>The downloads that it does nothing to, whatever it is told.</summary>
    public HashSet<string> Stubborn { get; } = [];

    /// <summary>It, connected.</summary>
    public static Integration Connected { get; } = new("seedbox-id", Integration, "toyDownloads", "");

    public ToyDownloads Add(string name, DownloadState state = DownloadState.Downloading)
    {
        Items.Add(new()
        {
            Id = name + "-id",
            Name = name,
            Integration = Integration,
            Type = DownloadType.Torrent,
            State = state,
            Progress = 0.5,
            SizeBytes = 2 << 20,
            DoneBytes = 1 << 20,
            DownBytesPerSecond = state == DownloadState.Downloading ? 512 << 10 : null,
            EtaSeconds = state == DownloadState.Downloading ? 120 : null,
        });
        return this;
    }

    public IIntegrationClient Connect(Integration integration) => this;

    public Task<ServiceVersion> TestAsync(CancellationToken cancellationToken) => Task.FromResult(new ServiceVersion("Toy", "1"));

    public Task<DownloadQueue> ReadAsync(CancellationToken cancellationToken) => Failure is null
        ? Task.FromResult(new DownloadQueue(
            [.. Items],
            new(
                Integration,
                Items.Count > 0 && Items.All(item => item.State.IsHeld()),
                Items.Sum(item => item.DownBytesPerSecond ?? 0),
                0,
                LimitedTo.GetValueOrDefault(SpeedLimit.DownBytesPerSecond),
                LimitedTo.GetValueOrDefault(SpeedLimit.UpBytesPerSecond))))
        : Task.FromException<DownloadQueue>(Failure);

    public Task<DownloadDetails> GetAsync(string id, CancellationToken cancellationToken) => throw new NotSupportedException();

    public string? ObstacleToDelete(Download download, bool files) => null;

    public Task<DownloadQueue> PauseAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken) => SetAsync("pause", ids, DownloadState.Paused);

    public Task<DownloadQueue> ResumeAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken) => SetAsync("resume", ids, DownloadState.Downloading);

    public Task<DownloadQueue> DeleteAsync(IReadOnlyList<string> ids, bool files, CancellationToken cancellationToken)
    {
        Asked.Add($"delete {string.Join(", ", ids)}{(files ? " with files" : "")}");
        Items.RemoveAll(item => ids.Contains(item.Id) && !Stubborn.Contains(item.Name));
        return ReadAsync(cancellationToken);
    }

    public Task<DownloadQueue> PauseAllAsync(CancellationToken cancellationToken) => SetAsync("pause all:", [.. Items.Select(item => item.Id)], DownloadState.Paused);

    public Task<DownloadQueue> ResumeAllAsync(CancellationToken cancellationToken) => SetAsync("resume all:", [.. Items.Select(item => item.Id)], DownloadState.Downloading);

    public Task<Download> AddAsync(NewDownload download, CancellationToken cancellationToken)
    {
        Asked.Add($"add {download.Link}");
        return Task.FromResult(Add(download.Name!).Items[^1]);
    }

    public async Task<DownloadClientState> LimitAsync(IReadOnlyDictionary<SpeedLimit, long?> limits, CancellationToken cancellationToken)
    {
        foreach (var (limit, speed) in limits)
        {
            Asked.Add($"limit {limit} to {speed?.ToString(CultureInfo.InvariantCulture) ?? "nothing"}");
            LimitedTo[limit] = speed;
        }

        return (await ReadAsync(cancellationToken)).Client;
    }

    private Task<DownloadQueue> SetAsync(string order, IReadOnlyList<string> ids, DownloadState state)
    {
        Asked.Add($"{order} {string.Join(", ", ids)}");
        for (var index = 0; index < Items.Count; index++)
        {
            Items[index] = ids.Contains(Items[index].Id) && !Stubborn.Contains(Items[index].Name) ? Items[index] with { State = state } : Items[index];
        }

        return ReadAsync(default);
    }
}
