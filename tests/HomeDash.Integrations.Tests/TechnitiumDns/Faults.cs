using HomeDash.Integrations.Tests;
using HomeDash.Simulators;

namespace HomeDash.Integrations.TechnitiumDns.Tests;

public sealed class TechnitiumDnsFaults : FaultTests, IAsyncLifetime
{
    private TechnitiumDnsSimulator? service;

    private protected override IIntegrationKind Kind => new TechnitiumDnsKind(Clock);

    private protected override Credentials Credentials => new("admin", new(service!.Password));

    private protected override bool HasSessions => true;

    public async ValueTask InitializeAsync() => service = await TechnitiumDnsSimulator.StartAsync();

    public async ValueTask DisposeAsync() => await service!.DisposeAsync();

    private protected override Task<Uri> ServiceAsync() => Task.FromResult(service!.Url);

    private protected override Task ReadAsync(IIntegrationClient client, CancellationToken cancellationToken) => ((IDnsHole)client).ReadAsync(cancellationToken);
}
