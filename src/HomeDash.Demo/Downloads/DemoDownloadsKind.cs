namespace HomeDash.Demo;

/// <summary>A download client in memory.</summary>
internal sealed class DemoDownloadsKind(TimeProvider clock) : DemoKind<DemoDownloads>("demoDownloads", "Demo downloads")
{
    public override IIntegrationClient Connect(Integration integration) => new DemoDownloads(integration.Name, clock);
}
