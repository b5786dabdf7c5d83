using HomeDash.Procedures;
using Microsoft.Extensions.DependencyInjection;

namespace HomeDash.Demo;

/// <summary>Registers the services of the demo house.</summary>
public static class DemoServices
{
    /// <summary>Adds a kind for each of them, and <see cref="DemoHouse"/>, which moves in.</summary>
    [RegistersEvery(typeof(IIntegrationKind))]
    public static IServiceCollection AddDemoHouse(this IServiceCollection services) => services
        .AddSingleton<IIntegrationKind, DemoEngineKind>()
        .AddSingleton<IIntegrationKind, DemoDownloadsKind>()
        .AddSingleton<IIntegrationKind, DemoMachineKind>()
        .AddSingleton<IIntegrationKind, DemoClusterKind>()
        .AddSingleton<IIntegrationKind, DemoHoleKind>()
        .AddSingleton<IIntegrationKind, DemoSeriesKind>()
        .AddSingleton<IIntegrationKind, DemoFilmsKind>()
        .AddSingleton<IIntegrationKind, DemoFamilyKind>()
        .AddSingleton<IIntegrationKind, DemoIndexersKind>()
        .AddSingleton<IIntegrationKind, DemoSubtitlesKind>()
        .AddSingleton<IIntegrationKind, DemoHomeKind>()
        .AddSingleton<IIntegrationKind, DemoMediaServerKind>()
        .AddSingleton<IIntegrationKind, DemoRequestsKind>()
        .AddSingleton<IAppProbe, DemoProbe>()
        .AddSingleton<DemoHouse>();
}
