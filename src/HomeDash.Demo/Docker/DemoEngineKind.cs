namespace HomeDash.Demo;

/// <summary>A container engine in memory.</summary>
internal sealed class DemoEngineKind(TimeProvider clock) : DemoKind<DemoEngine>("demoDocker", "Demo engine")
{
    public override IIntegrationClient Connect(Integration integration) => new DemoEngine(integration.Name, clock);
}
