using HomeDash.Integrations.QBittorrent;
using HomeDash.Simulators;

namespace HomeDash.Integrations.Tests;

/// <summary>What the client of QBittorrent does with every fault when it has a key instead of a session.</summary>
public sealed class QBittorrentKeyFaults : FaultTests, IAsyncLifetime
{
    private QBittorrentSimulator service = null!;

    private protected override IIntegrationKind Kind => new QBittorrentKind(Clock);

    private protected override Credentials Credentials => new(ApiKey: new(service.ApiKey));

    public async ValueTask InitializeAsync() => service = await QBittorrentSimulator.StartAsync();

    public ValueTask DisposeAsync() => service.DisposeAsync();

    private protected override Task<Uri> ServiceAsync() => Task.FromResult(service.Url);

    private protected override Task ReadAsync(IIntegrationClient client, CancellationToken cancellationToken) => ((IDownloadClient)client).ReadAsync(cancellationToken);
}
