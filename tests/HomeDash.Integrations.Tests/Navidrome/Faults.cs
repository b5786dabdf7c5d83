using HomeDash.Integrations.Navidrome;
using HomeDash.Simulators;

namespace HomeDash.Integrations.Tests.Navidrome;

/// <summary>Navidrome with everything that can be wrong with it.</summary>
public sealed class Faults : FaultTests, IAsyncLifetime
{
    private NavidromeSimulator? service;

    private protected override IIntegrationKind Kind => new NavidromeKind(Clock);

    private protected override Credentials Credentials => new("ada", new(service!.Password));

    public async ValueTask InitializeAsync() => service = await NavidromeSimulator.StartAsync();

    public ValueTask DisposeAsync() => service!.DisposeAsync();

    private protected override Task<Uri> ServiceAsync() => Task.FromResult(service!.Url);

    private protected override Task ReadAsync(IIntegrationClient client, CancellationToken cancellationToken) => ((IMediaServer)client).SessionsAsync(cancellationToken);
}
