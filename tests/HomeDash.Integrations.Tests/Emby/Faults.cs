using HomeDash.Integrations.Emby;
using HomeDash.Simulators;

namespace HomeDash.Integrations.Tests.Emby;

/// <summary>Emby with everything that can be wrong with it.</summary>
public sealed class Faults : FaultTests, IAsyncLifetime
{
    private EmbySimulator? service;

    private protected override IIntegrationKind Kind => new EmbyKind(Clock);

    private protected override Credentials Credentials => new(ApiKey: new(service!.Key));

    public async ValueTask InitializeAsync() => service = await EmbySimulator.StartAsync();

    public ValueTask DisposeAsync() => service!.DisposeAsync();

    private protected override Task<Uri> ServiceAsync() => Task.FromResult(service!.Url);

    private protected override Task ReadAsync(IIntegrationClient client, CancellationToken cancellationToken) => ((IMediaServer)client).SessionsAsync(cancellationToken);
}
