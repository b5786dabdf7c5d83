using HomeDash.Integrations.Glances;
using HomeDash.Simulators;

namespace HomeDash.Integrations.Tests.Glances;

/// <summary>Glances with everything that can be wrong with it.</summary>
public sealed class Faults : FaultTests, IAsyncLifetime
{
    private GlancesSimulator? glances;

    private protected override IIntegrationKind Kind => new GlancesKind(Clock);

    private protected override Credentials Credentials { get; } = new("glances", new("secret-of-glances"));

    public async ValueTask InitializeAsync() => glances = await GlancesSimulator.StartAsync(4, "secret-of-glances");

    public ValueTask DisposeAsync() => glances!.DisposeAsync();

    private protected override Task<Uri> ServiceAsync() => Task.FromResult(glances!.Url);

    private protected override Task ReadAsync(IIntegrationClient client, CancellationToken cancellationToken) => ((ISystemMonitor)client).SystemAsync(cancellationToken);
}
