using HomeDash.Integrations.SabNzbd;
using HomeDash.Testing;

namespace HomeDash.Integrations.Tests;

/// <summary>What the client of SabNzbd does with every fault.</summary>
public sealed class SabNzbdFaults : FaultTests
{
    private readonly TestService service = TestService.Find("sabnzbd");

    private protected override IIntegrationKind Kind => new SabNzbdKind(Clock);

    private protected override Credentials Credentials => new(ApiKey: new(service.Secret));

    private protected override Task<Uri> ServiceAsync() => Task.FromResult(service.Url);

    private protected override Task ReadAsync(IIntegrationClient client, CancellationToken cancellationToken) => ((IDownloadClient)client).ReadAsync(cancellationToken);
}
