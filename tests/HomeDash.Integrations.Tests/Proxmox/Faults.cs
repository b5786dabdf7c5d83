using HomeDash.Integrations.Proxmox;
using HomeDash.Simulators;

namespace HomeDash.Integrations.Tests.Proxmox;

/// <summary>Proxmox VE with everything that can be wrong with it.</summary>
public sealed class Faults : FaultTests, IAsyncLifetime
{
    private ProxmoxSimulator? proxmox;

    private protected override IIntegrationKind Kind => new ProxmoxKind(Clock);

    private protected override Credentials Credentials { get; } = new("homedash@pve", ApiKey: new("secret-of-proxmox"), TokenId: "dashboard");

    public async ValueTask InitializeAsync() => proxmox = await ProxmoxSimulator.StartAsync();

    public ValueTask DisposeAsync() => proxmox!.DisposeAsync();

    private protected override Task<Uri> ServiceAsync() => Task.FromResult(proxmox!.Url);

    private protected override Task ReadAsync(IIntegrationClient client, CancellationToken cancellationToken) => ((ICluster)client).ClusterAsync(cancellationToken);
}
