using HomeDash.Integrations.Tests;
using HomeDash.Simulators;

namespace HomeDash.Integrations.PiHole.Tests;

public sealed class PiHoleSixFaults : FaultTests, IAsyncLifetime
{
    private PiHoleSixSimulator? service;

    private protected override IIntegrationKind Kind => new PiHoleKind(Clock);

    private protected override Credentials Credentials { get; } = new(ApiKey: new("secret-password"));

    private protected override bool HasSessions => true;

    public async ValueTask InitializeAsync() => service = await PiHoleSixSimulator.StartAsync();

    public async ValueTask DisposeAsync() => await service!.DisposeAsync();

    private protected override Task<Uri> ServiceAsync() => Task.FromResult(service!.Url);

    private protected override Task ReadAsync(IIntegrationClient client, CancellationToken cancellationToken) => ((IDnsHole)client).ReadAsync(cancellationToken);
}

public sealed class PiHoleFiveFaults : FaultTests, IAsyncLifetime
{
    private PiHoleFiveSimulator? service;

    private protected override IIntegrationKind Kind => new PiHoleKind(Clock);

    private protected override Credentials Credentials => new(ApiKey: new(service!.Token));

    public async ValueTask InitializeAsync() => service = await PiHoleFiveSimulator.StartAsync();

    public async ValueTask DisposeAsync() => await service!.DisposeAsync();

    private protected override Task<Uri> ServiceAsync() => Task.FromResult(service!.Url);

    private protected override Task ReadAsync(IIntegrationClient client, CancellationToken cancellationToken) => ((IDnsHole)client).ReadAsync(cancellationToken);
}
