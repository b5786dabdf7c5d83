namespace HomeDash.Demo;

/// <summary>A media server in memory.</summary>
internal sealed class DemoMediaServerKind(TimeProvider clock) : DemoKind<DemoMediaServer>("demoMediaServer", "Demo media server")
{
    public override IIntegrationClient Connect(Integration integration) => new DemoMediaServer(integration.Name, clock);
}
