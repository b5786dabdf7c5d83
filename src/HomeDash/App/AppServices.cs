using HomeDash.Procedures;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace HomeDash;

/// <summary>Registers what the namespace <c>app</c> needs beside its routers.</summary>
internal static class AppServices
{
    public static IServiceCollection AddApps(this IServiceCollection services)
    {
        services.AddScoped<AppStore>();
        services.AddScoped<ITargetResolver<AppRef>, AppRefResolver>();
        services.AddScoped<AppCheckStore>();
        services.AddSingleton<AppChecks>();
        services.TryAddSingleton<IAppProbe, HttpProbe>();
        services.AddHostedService<AppWatcher>();
        return services;
    }
}
