using HomeDash.Integrations.Plex;
using HomeDash.Simulators;

namespace HomeDash.Integrations.Tests.Plex;

/// <summary>Plex with everything that can be wrong with it.</summary>
public sealed class Faults : FaultTests, IAsyncLifetime
{
    private PlexSimulator? service;

    private protected override IIntegrationKind Kind => new PlexKind(Clock);

    private protected override Credentials Credentials => new(ApiKey: new(service!.Token));

    public async ValueTask InitializeAsync() => service = await PlexSimulator.StartAsync();

    public ValueTask DisposeAsync() => service!.DisposeAsync();

    private protected override Task<Uri> ServiceAsync() => Task.FromResult(service!.Url);

    private protected override Task ReadAsync(IIntegrationClient client, CancellationToken cancellationToken) => ((IMediaServer)client).SessionsAsync(cancellationToken);
}
