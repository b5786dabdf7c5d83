using HomeDash.Integrations.Seerr;
using HomeDash.Simulators;

namespace HomeDash.Integrations.Tests.Seerr;

/// <summary>The Seerr family with everything that can be wrong with it.</summary>
public abstract class FamilyFaults : FaultTests, IAsyncLifetime
{
    private SeerrSimulator? service;

    private protected override Credentials Credentials => new(ApiKey: new(service!.Key));

    private protected override bool HasSessions => true;

    public async ValueTask InitializeAsync()
    {
        service = await SeerrSimulator.StartAsync();
        service.Ask(603);
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return service!.DisposeAsync();
    }

    private protected override Task<Uri> ServiceAsync() => Task.FromResult(service!.Url);

    private protected override Task ReadAsync(IIntegrationClient client, CancellationToken cancellationToken) => ((IMediaRequests)client).ListAsync(new([], null, 20), cancellationToken);
}

public sealed class SeerrFaults : FamilyFaults
{
    private protected override IIntegrationKind Kind => new SeerrKind(Clock);
}

public sealed class JellyseerrFaults : FamilyFaults
{
    private protected override IIntegrationKind Kind => new JellyseerrKind(Clock);
}

public sealed class OverseerrFaults : FamilyFaults
{
    private protected override IIntegrationKind Kind => new OverseerrKind(Clock);
}
