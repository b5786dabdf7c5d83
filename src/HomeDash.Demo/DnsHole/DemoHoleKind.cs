namespace HomeDash.Demo;

/// <summary>A Pi-hole in memory.</summary>
internal sealed class DemoHoleKind(TimeProvider clock) : DemoKind<DemoHole>("demoPiHole", "Demo Pi-hole")
{
    public override IIntegrationClient Connect(Integration integration) => new DemoHole(clock);
}
