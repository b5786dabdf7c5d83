using HomeDash.Integrations.Netdata;
using HomeDash.Testing;

namespace HomeDash.Integrations.Tests.Netdata;

/// <summary>Netdata with everything that can be wrong with it.</summary>
public sealed class Faults : FaultTests
{
    private protected override IIntegrationKind Kind => new NetdataKind(Clock);

    private protected override Credentials Credentials => Credentials.None;

    private protected override Task<Uri> ServiceAsync() => Task.FromResult(TestService.Find("netdata").Url);

    private protected override Task ReadAsync(IIntegrationClient client, CancellationToken cancellationToken) => ((ISystemMonitor)client).DisksAsync(cancellationToken);
}
