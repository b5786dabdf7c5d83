using HomeDash.Integrations.Tests;
using HomeDash.Simulators;

namespace HomeDash.Integrations.Domoticz.Tests;

public sealed class DomoticzFaults : FaultTests, IAsyncLifetime
{
    private DomoticzSimulator? service;

    private protected override IIntegrationKind Kind => new DomoticzKind(Clock);

    private protected override Credentials Credentials => new("admin", new(service!.Password));

    private protected override bool HasSessions => true;

    public async ValueTask InitializeAsync() => service = await DomoticzSimulator.StartAsync();

    public async ValueTask DisposeAsync() => await service!.DisposeAsync();

    private protected override Task<Uri> ServiceAsync() => Task.FromResult(service!.Url);

    private protected override Task ReadAsync(IIntegrationClient client, CancellationToken cancellationToken) => ((ISmartHome)client).ReadAsync(cancellationToken);
}
