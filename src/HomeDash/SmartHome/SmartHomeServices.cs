using HomeDash.Procedures;
using Microsoft.Extensions.DependencyInjection;

namespace HomeDash;

/// <summary>Registers what the namespace <c>smartHome</c> needs beside its router.</summary>
internal static class SmartHomeServices
{
    public static IServiceCollection AddSmartHome(this IServiceCollection services)
    {
        services.AddIntegrations();
        services.AddSingleton<HomeFleet>();
        services.AddSingleton<HomeActions>();
        services.AddSingleton<HomeWatch>();
        services.AddSingleton<INamespaceAvailability>(provider => new CapabilityAvailability<ISmartHome>(
            provider.GetRequiredService<Connections>(), "smartHome", "No smart home hub is connected. Add your Home Assistant, Domoticz, ioBroker or Homebridge on the page Integrations."));
        services.AddScoped<ITargetResolver<EntityRef>, EntityResolver>();
        services.AddScoped<ITargetResolver<SceneRef>, SceneResolver>();
        services.AddScoped<ITargetResolver<AutomationRef>, AutomationResolver>();
        return services;
    }
}
