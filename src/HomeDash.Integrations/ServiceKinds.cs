using HomeDash.Integrations.AdGuardHome;
using HomeDash.Integrations.Aria2;
using HomeDash.Integrations.DashDot;
using HomeDash.Integrations.Deluge;
using HomeDash.Integrations.Docker;
using HomeDash.Integrations.Domoticz;
using HomeDash.Integrations.Glances;
using HomeDash.Integrations.HomeAssistant;
using HomeDash.Integrations.Homebridge;
using HomeDash.Integrations.IoBroker;
using HomeDash.Integrations.Netdata;
using HomeDash.Integrations.NzbGet;
using HomeDash.Integrations.PiHole;
using HomeDash.Integrations.Proxmox;
using HomeDash.Integrations.QBittorrent;
using HomeDash.Integrations.SabNzbd;
using HomeDash.Integrations.TechnitiumDns;
using HomeDash.Integrations.Transmission;
using HomeDash.Procedures;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace HomeDash.Integrations;

/// <summary>Registers the services that HomeDash can connect to.</summary>
public static class ServiceKinds
{
    /// <summary>Adds every kind of integration; one that is left out does not compile.</summary>
    [RegistersEvery(typeof(IIntegrationKind))]
    public static IServiceCollection AddHomeDashIntegrations(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        return services
            .AddSingleton<IIntegrationKind, AdGuardHomeKind>()
            .AddSingleton<IIntegrationKind, Aria2Kind>()
            .AddSingleton<IIntegrationKind, DashDotKind>()
            .AddSingleton<IIntegrationKind, DelugeKind>()
            .AddSingleton<IIntegrationKind, DockerKind>()
            .AddSingleton<IIntegrationKind, DomoticzKind>()
            .AddSingleton<IIntegrationKind, GlancesKind>()
            .AddSingleton<IIntegrationKind, HomeAssistantKind>()
            .AddSingleton<IIntegrationKind, HomebridgeKind>()
            .AddSingleton<IIntegrationKind, IoBrokerKind>()
            .AddSingleton<IIntegrationKind, NetdataKind>()
            .AddSingleton<IIntegrationKind, NzbGetKind>()
            .AddSingleton<IIntegrationKind, PiHoleKind>()
            .AddSingleton<IIntegrationKind, ProxmoxKind>()
            .AddSingleton<IIntegrationKind, QBittorrentKind>()
            .AddSingleton<IIntegrationKind, SabNzbdKind>()
            .AddSingleton<IIntegrationKind, TechnitiumDnsKind>()
            .AddSingleton<IIntegrationKind, TransmissionKind>();
    }
}
