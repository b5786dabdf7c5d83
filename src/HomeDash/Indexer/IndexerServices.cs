using HomeDash.Procedures;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace HomeDash;

/// <summary>Registers what the namespace <c>indexer</c> needs beside its router.</summary>
internal static class IndexerServices
{
    public static IServiceCollection AddIndexer(this IServiceCollection services)
    {
        services.AddIntegrations();
        services.AddSingleton<IndexerSurvey>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IReportPart, IndexersPart>());
        services.AddSingleton<INamespaceAvailability>(provider => new CapabilityAvailability<IIndexerKeeper>(
            provider.GetRequiredService<Connections>(), "indexer", "No indexer manager is connected. Add your Prowlarr on the page Integrations."));
        return services;
    }
}
