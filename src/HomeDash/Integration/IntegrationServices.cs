using HomeDash.Procedures;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace HomeDash;

/// <summary>Registers what connects to services, and what the namespace <c>integration</c> needs beside its router.</summary>
internal static class IntegrationServices
{
    public static IServiceCollection AddIntegrations(this IServiceCollection services)
    {
        services.TryAddSingleton<IntegrationKinds>();
        services.TryAddSingleton<Connections>();
        services.TryAddSingleton<Snapshots>();
        services.TryAddSingleton<ConnectionPulse>();
        services.TryAddSingleton<Watch>();
        services.TryAddSingleton<IntegrationFleet>();
        services.TryAddSingleton<IntegrationView>();
        services.TryAddSingleton<ConnectionTrial>();
        services.TryAddSingleton<CredentialBox>();
        services.TryAddSingleton(provider => new IntegrationLoader(
            provider.GetRequiredService<HouseWork>(), provider.GetRequiredService<Connections>(), provider.GetRequiredService<Snapshots>(), provider.GetRequiredService<ConnectionPulse>()));
        services.AddSingleton<IFollowsTables>(provider => provider.GetRequiredService<IntegrationLoader>());
        services.TryAddScoped<IntegrationStore>();
        services.TryAddScoped<ITargetResolver<IntegrationRef>, IntegrationResolver>();
        return services;
    }
}
