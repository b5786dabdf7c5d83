using HomeDash.Procedures;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace HomeDash;

/// <summary>Registers what the namespace <c>docker</c> needs beside its router.</summary>
internal static class DockerServices
{
    public static IServiceCollection AddDocker(this IServiceCollection services)
    {
        services.AddIntegrations();
        services.AddSingleton<ContainerFleet>();
        services.AddSingleton<ContainerActions>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IReportPart, ContainersPart>());
        services.AddSingleton(new OwnContainer(Environment.MachineName));
        services.AddSingleton<ContainerRecreation>();
        services.AddSingleton<ImagePull>();
        services.AddSingleton<UpdateCheck>();
        services.AddSingleton<UsageFeed>();
        services.AddSingleton<EngineLists>();
        services.AddSingleton<EngineCleanup>();
        services.AddSingleton<INamespaceAvailability>(provider => new CapabilityAvailability<IContainerEngine>(
            provider.GetRequiredService<Connections>(), "docker", "No Docker engine is connected. Set DOCKER_HOST or mount /var/run/docker.sock and restart HomeDash, or add one on the page Integrations."));
        services.AddScoped<ITargetResolver<ContainerRef>, ContainerResolver>();
        services.AddHostedService<EngineWatcher>();
        return services;
    }
}
