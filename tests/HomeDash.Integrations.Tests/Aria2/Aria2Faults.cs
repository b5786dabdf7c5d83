using HomeDash.Integrations.Aria2;
using HomeDash.Testing;

namespace HomeDash.Integrations.Tests;

/// <summary>What the client of Aria2 does with every fault.</summary>
public sealed class Aria2Faults : FaultTests
{
    private readonly TestService service = TestService.Find("aria2");

    private protected override IIntegrationKind Kind => new Aria2Kind(Clock);

    private protected override Credentials Credentials => new(ApiKey: new(service.Secret));

    private protected override Task<Uri> ServiceAsync() => Task.FromResult(service.Url);

    private protected override Task ReadAsync(IIntegrationClient client, CancellationToken cancellationToken) => ((IDownloadClient)client).ReadAsync(cancellationToken);
}
