using HomeDash.Integrations.Jellyfin;
using HomeDash.Simulators;

namespace HomeDash.Integrations.Tests.Jellyfin;

/// <summary>Jellyfin with everything that can be wrong with it.</summary>
public sealed class Faults : FaultTests, IAsyncLifetime
{
    private JellyfinSimulator? service;

    private protected override IIntegrationKind Kind => new JellyfinKind(Clock);

    private protected override Credentials Credentials => new(ApiKey: new(service!.Key));

    private protected override bool HasSessions => true;

    public async ValueTask InitializeAsync() => service = await JellyfinSimulator.StartAsync();

    public ValueTask DisposeAsync() => service!.DisposeAsync();

    private protected override Task<Uri> ServiceAsync() => Task.FromResult(service!.Url);

    private protected override Task ReadAsync(IIntegrationClient client, CancellationToken cancellationToken) => ((IMediaServer)client).SessionsAsync(cancellationToken);
}
