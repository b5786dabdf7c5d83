using HomeDash.Procedures;
using Microsoft.Extensions.DependencyInjection;

namespace HomeDash;

/// <summary>Registers what the namespace <c>dnsHole</c> needs beside its router.</summary>
internal static class DnsHoleServices
{
    public static IServiceCollection AddDnsHole(this IServiceCollection services)
    {
        services.AddIntegrations();
        services.AddSingleton<DnsHoleSurvey>();
        services.AddSingleton<DnsHoleSwitch>();
        services.AddSingleton<INamespaceAvailability>(provider => new CapabilityAvailability<IDnsHole>(
            provider.GetRequiredService<Connections>(), "dnsHole", "No DNS blocker is connected. Add your Pi-hole, AdGuard Home or Technitium DNS on the page Integrations."));
        return services;
    }
}
