using HomeDash.Integrations.NzbGet;
using HomeDash.Testing;

namespace HomeDash.Integrations.Tests;

/// <summary>What the client of NzbGet does with every fault.</summary>
public sealed class NzbGetFaults : FaultTests
{
    private readonly TestService service = TestService.Find("nzbget");

    private protected override IIntegrationKind Kind => new NzbGetKind(Clock);

    private protected override Credentials Credentials => new(service.Username, new(service.Secret));

    private protected override Task<Uri> ServiceAsync() => Task.FromResult(service.Url);

    private protected override Task ReadAsync(IIntegrationClient client, CancellationToken cancellationToken) => ((IDownloadClient)client).ReadAsync(cancellationToken);
}
