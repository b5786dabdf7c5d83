using HomeDash.Simulators;

namespace HomeDash.Integrations.Tests;

/// <summary>The HTTP that all clients share, with a client that adds nothing to it.</summary>
public sealed class PlainFaults : FaultTests, IAsyncLifetime
{
    private LoopbackServer? service;

    private protected override IIntegrationKind Kind => new PlainKind(Clock);

    private protected override Credentials Credentials { get; } = new(ApiKey: new("secret-key"));

    public async ValueTask InitializeAsync() => service = await PlainKind.StartAsync();

    public async ValueTask DisposeAsync() => await service!.DisposeAsync();

    private protected override Task<Uri> ServiceAsync() => Task.FromResult(service!.Url);

    private protected override Task ReadAsync(IIntegrationClient client, CancellationToken cancellationToken) => ((PlainClient)client).ReadAsync("/status", cancellationToken);
}
