using Microsoft.Extensions.DependencyInjection;

namespace HomeDash.Integrations.Tests;

/// <summary>No client without its faults.</summary>
public sealed class EveryKind
{
    [Fact]
    public void Every_kind_goes_through_every_fault()
    {
        using var services = new ServiceCollection().AddHomeDashIntegrations().BuildServiceProvider();
        var kinds = services.GetServices<IIntegrationKind>().Select(kind => kind.Kind);
        var tested = typeof(FaultTests).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(FaultTests)) && !type.IsAbstract).Select(FaultTests.KindOf);

        Assert.Empty(kinds.Except(tested));
    }
}
