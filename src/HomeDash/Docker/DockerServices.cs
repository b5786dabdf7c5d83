using HomeDash.Procedures;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace HomeDash;

/// <summary>Registers what the namespace <c>docker</c> needs beside its router.</summary>
internal static class DockerServices
{
    public static IServiceCollection AddDocker(this IServiceCollection services)
    {
        services.TryAddSingleton<Connections>();
        services.AddSingleton<ContainerFleet>();
        services.AddSingleton<ContainerActions>();
        services.AddSingleton<INamespaceAvailability, DockerAvailability>();
        services.AddScoped<ITargetResolver<ContainerRef>, ContainerResolver>();
        services.AddHostedService<EngineWatcher>();
        return services;
    }
}
