using HomeDash.Integrations.Docker;
using Microsoft.Extensions.DependencyInjection;

namespace HomeDash.Integrations;

/// <summary>Registers the services that HomeDash can connect to.</summary>
public static class IntegrationKinds
{
    /// <summary>Adds every kind of integration.</summary>
    public static IServiceCollection AddHomeDashIntegrations(this IServiceCollection services) =>
        services.AddSingleton<IIntegrationKind, DockerKind>();
}
