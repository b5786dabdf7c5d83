using HomeDash.Integrations.Tests;
using HomeDash.Testing;

namespace HomeDash.Integrations.IoBroker.Tests;

public sealed class IoBrokerFaults : FaultTests
{
    private readonly TestService service = TestService.Find("iobroker");

    private protected override IIntegrationKind Kind => new IoBrokerKind(Clock);

    // The adapter of the tests asks for none, and takes them all the same.
    private protected override Credentials Credentials { get; } = new("admin", new("secret-of-iobroker"));

    private protected override Task<Uri> ServiceAsync() => Task.FromResult(service.Url);

    private protected override Task ReadAsync(IIntegrationClient client, CancellationToken cancellationToken) => ((ISmartHome)client).ReadAsync(cancellationToken);
}
