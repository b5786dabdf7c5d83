namespace HomeDash.Demo;

/// <summary>A smart home in memory.</summary>
internal sealed class DemoHomeKind(TimeProvider clock) : DemoKind<DemoHome>("demoHome", "Demo home")
{
    public override IIntegrationClient Connect(Integration integration) => new DemoHome(integration.Name, clock);
}
