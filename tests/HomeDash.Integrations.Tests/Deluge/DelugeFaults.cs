using HomeDash.Integrations.Deluge;
using HomeDash.Testing;

namespace HomeDash.Integrations.Tests;

/// <summary>What the client of Deluge does with every fault.</summary>
public sealed class DelugeFaults : FaultTests
{
    private readonly TestService service = TestService.Find("deluge");

    private protected override IIntegrationKind Kind => new DelugeKind(Clock);

    private protected override Credentials Credentials => new(Password: new(service.Secret));

    private protected override bool HasSessions => true;

    private protected override Task<Uri> ServiceAsync() => Task.FromResult(service.Url);

    private protected override Task ReadAsync(IIntegrationClient client, CancellationToken cancellationToken) => ((IDownloadClient)client).ReadAsync(cancellationToken);
}
