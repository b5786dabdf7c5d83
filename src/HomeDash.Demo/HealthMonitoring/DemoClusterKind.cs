namespace HomeDash.Demo;

/// <summary>A cluster in memory.</summary>
internal sealed class DemoClusterKind(TimeProvider clock) : DemoKind<DemoCluster>("demoCluster", "Demo cluster")
{
    public override IIntegrationClient Connect(Integration integration) => new DemoCluster(integration.Name, clock);
}
