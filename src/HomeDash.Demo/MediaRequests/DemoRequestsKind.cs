namespace HomeDash.Demo;

/// <summary>A Seerr in memory.</summary>
internal sealed class DemoRequestsKind(TimeProvider clock) : DemoKind<DemoRequests>("demoSeerr", "Demo Seerr")
{
    public override IIntegrationClient Connect(Integration integration) => new DemoRequests(integration.Name, clock);
}
