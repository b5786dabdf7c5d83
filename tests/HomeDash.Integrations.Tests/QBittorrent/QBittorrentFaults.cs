using HomeDash.Integrations.QBittorrent;
using HomeDash.Testing;

namespace HomeDash.Integrations.Tests;

/// <summary>What the client of QBittorrent does with every fault.</summary>
public sealed class QBittorrentFaults : FaultTests
{
    private readonly TestService service = TestService.Find("qbittorrent");

    private protected override IIntegrationKind Kind => new QBittorrentKind(Clock);

    private protected override Credentials Credentials => new(service.Username, new(service.Secret));

    private protected override bool HasSessions => true;

    private protected override Task<Uri> ServiceAsync() => Task.FromResult(service.Url);

    private protected override Task ReadAsync(IIntegrationClient client, CancellationToken cancellationToken) => ((IDownloadClient)client).ReadAsync(cancellationToken);
}
