namespace HomeDash.Demo;

/// <summary>A machine in memory.</summary>
internal sealed class DemoMachineKind(TimeProvider clock) : DemoKind<DemoMachine>("demoMachine", "Demo machine")
{
    public override IIntegrationClient Connect(Integration integration) => new DemoMachine(integration.Name, clock);
}
