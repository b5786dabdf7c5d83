using HomeDash.Integrations.Transmission;
using HomeDash.Testing;

namespace HomeDash.Integrations.Tests;

/// <summary>What the client of Transmission does with every fault.</summary>
public sealed class TransmissionFaults : FaultTests
{
    private readonly TestService service = TestService.Find("transmission");

    private protected override IIntegrationKind Kind => new TransmissionKind(Clock);

    private protected override Credentials Credentials => new(service.Username, new(service.Secret));

    private protected override bool HasSessions => true;

    private protected override Task<Uri> ServiceAsync() => Task.FromResult(service.Url);

    private protected override Task ReadAsync(IIntegrationClient client, CancellationToken cancellationToken) => ((IDownloadClient)client).ReadAsync(cancellationToken);
}
