using HomeDash.Integrations.Tests;
using HomeDash.Testing;

namespace HomeDash.Integrations.Homebridge.Tests;

public sealed class HomebridgeFaults : FaultTests
{
    private readonly TestService service = TestService.Find("homebridge");

    private protected override IIntegrationKind Kind => new HomebridgeKind(Clock);

    private protected override Credentials Credentials => new(service.Username, new(service.Secret));

    private protected override bool HasSessions => true;

    private protected override Task<Uri> ServiceAsync() => Task.FromResult(service.Url);

    private protected override Task ReadAsync(IIntegrationClient client, CancellationToken cancellationToken) => ((ISmartHome)client).ReadAsync(cancellationToken);
}
