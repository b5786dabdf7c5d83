using HomeDash.Integrations.Tests;
using HomeDash.Simulators;

namespace HomeDash.Integrations.ICal.Tests;

public sealed class ICalFaults : FaultTests, IAsyncLifetime
{
    private FeedSimulator? service;

    private protected override IIntegrationKind Kind => new ICalKind(Clock);

    private protected override Credentials Credentials => new("reader", new(service!.Password));

    public async ValueTask InitializeAsync() => service = await FeedSimulator.StartAsync();

    public ValueTask DisposeAsync() => service!.DisposeAsync();

    private protected override Task<Uri> ServiceAsync() => Task.FromResult(service!.Closed);

    // What was fetched a moment ago is not fetched again, so each read is one of its own.
    private protected override Task ReadAsync(IIntegrationClient client, CancellationToken cancellationToken) => client.TestAsync(cancellationToken);
}
