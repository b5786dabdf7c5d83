using HomeDash.Integrations.Tests;
using HomeDash.Simulators;

namespace HomeDash.Integrations.AdGuardHome.Tests;

public sealed class AdGuardHomeFaults : FaultTests, IAsyncLifetime
{
    private AdGuardHomeSimulator? service;

    private protected override IIntegrationKind Kind => new AdGuardHomeKind(Clock);

    private protected override Credentials Credentials => new("admin", new(service!.Password));

    private protected override bool HasSessions => true;

    public async ValueTask InitializeAsync() => service = await AdGuardHomeSimulator.StartAsync();

    public async ValueTask DisposeAsync() => await service!.DisposeAsync();

    private protected override Task<Uri> ServiceAsync() => Task.FromResult(service!.Url);

    private protected override Task ReadAsync(IIntegrationClient client, CancellationToken cancellationToken) => ((IDnsHole)client).ReadAsync(cancellationToken);
}
