namespace HomeDash.Demo;

/// <summary>A Prowlarr in memory.</summary>
internal sealed class DemoIndexersKind(TimeProvider clock) : DemoKind<DemoIndexers>("demoProwlarr", "Demo Prowlarr")
{
    public override IIntegrationClient Connect(Integration integration) => new DemoIndexers(integration.Name, clock);
}

/// <summary>Indexers in memory: one has failed, and works again once it has been tested often enough.</summary>
internal sealed class DemoIndexers(string name, TimeProvider clock) : IIndexerKeeper, IIntegrationClient
{
    private const string Refusal = "The indexer answered with HTTP 503: maintenance until noon.";
    private static readonly TimeSpan LeftAloneFor = TimeSpan.FromHours(1);

    private readonly Lock changing = new();
    private DateTimeOffset? failed = clock.GetUtcNow().AddMinutes(-12);
    private DateTimeOffset failingSince = clock.GetUtcNow().AddHours(-5);
    private string? error;
    private int tests;

    public Task<ServiceVersion> TestAsync(CancellationToken cancellationToken) => Task.FromResult(new ServiceVersion("Demo Prowlarr", "1.0"));

    public Task<IReadOnlyList<Indexer>> ListAsync(CancellationToken cancellationToken)
    {
        lock (changing)
        {
            return Task.FromResult<IReadOnlyList<Indexer>>(
            [
                Of(1, "Linux Tracker", DownloadType.Torrent, IndexerPrivacy.Public),
                Of(2, "Open Films", DownloadType.Torrent, IndexerPrivacy.SemiPrivate),
                Of(3, "News Index", DownloadType.Usenet, IndexerPrivacy.Private),
                Of(4, "Public Domain Torrents", DownloadType.Torrent, IndexerPrivacy.Public) with { Enabled = false, Status = IndexerStatus.Disabled },
                failed is { } at
                    ? Of(5, "Old Library", DownloadType.Torrent, IndexerPrivacy.Private) with
                    {
                        Status = IndexerStatus.Failing,
                        FailingSince = failingSince,
                        LastFailureAt = at,
                        DisabledUntil = at + LeftAloneFor,
                        LastError = error,
                    }
                    : Of(5, "Old Library", DownloadType.Torrent, IndexerPrivacy.Private),
            ]);
        }
    }

    public async Task<IReadOnlyList<IndexerTest>> TestAllAsync(CancellationToken cancellationToken)
    {
        lock (changing)
        {
            var works = ++tests % 3 == 0;
            (failingSince, failed, error) = (failed is null ? clock.GetUtcNow() : failingSince, works ? null : clock.GetUtcNow(), works ? null : Refusal);
        }

        return
        [
            .. (await ListAsync(cancellationToken).ConfigureAwait(false)).Where(indexer => indexer.Enabled)
                .Select(indexer => new IndexerTest(indexer.Name, indexer.Status == IndexerStatus.Working, indexer.LastError, indexer.Status, indexer.DisabledUntil)),
        ];
    }

    private Indexer Of(int id, string title, DownloadType protocol, IndexerPrivacy privacy) => new()
    {
        Id = $"{id}",
        Name = title,
        Status = IndexerStatus.Working,
        Enabled = true,
        Protocol = protocol,
        Privacy = privacy,
        Priority = 25,
        Integration = name,
    };
}
