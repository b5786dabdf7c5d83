using HomeDash.Integrations.Tests;
using HomeDash.Simulators;

namespace HomeDash.Integrations.HomeAssistant.Tests;

public sealed class HomeAssistantFaults : FaultTests, IAsyncLifetime
{
    private HomeAssistantSimulator? service;

    private protected override IIntegrationKind Kind => new HomeAssistantKind(Clock);

    private protected override Credentials Credentials => new(ApiKey: new(service!.Token));

    public async ValueTask InitializeAsync() => service = await HomeAssistantSimulator.StartAsync();

    public async ValueTask DisposeAsync() => await service!.DisposeAsync();

    private protected override Task<Uri> ServiceAsync() => Task.FromResult(service!.Url);

    private protected override Task ReadAsync(IIntegrationClient client, CancellationToken cancellationToken) => ((ISmartHome)client).ReadAsync(cancellationToken);
}
