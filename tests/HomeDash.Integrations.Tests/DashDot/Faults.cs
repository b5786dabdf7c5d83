using HomeDash.Integrations.DashDot;
using HomeDash.Simulators;

namespace HomeDash.Integrations.Tests.DashDot;

/// <summary>Dash. with everything that can be wrong with it.</summary>
public sealed class Faults : FaultTests, IAsyncLifetime
{
    private DashDotSimulator? dash;

    private protected override IIntegrationKind Kind => new DashDotKind(Clock);

    private protected override Credentials Credentials => Credentials.None;

    public async ValueTask InitializeAsync() => dash = await DashDotSimulator.StartAsync();

    public ValueTask DisposeAsync() => dash!.DisposeAsync();

    private protected override Task<Uri> ServiceAsync() => Task.FromResult(dash!.Url);

    private protected override Task ReadAsync(IIntegrationClient client, CancellationToken cancellationToken) => ((ISystemMonitor)client).DisksAsync(cancellationToken);
}
