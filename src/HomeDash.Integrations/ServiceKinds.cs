using HomeDash.Integrations.AdGuardHome;
using HomeDash.Integrations.Aria2;
using HomeDash.Integrations.Bazarr;
using HomeDash.Integrations.DashDot;
using HomeDash.Integrations.Deluge;
using HomeDash.Integrations.Docker;
using HomeDash.Integrations.Domoticz;
using HomeDash.Integrations.Emby;
using HomeDash.Integrations.Glances;
using HomeDash.Integrations.HomeAssistant;
using HomeDash.Integrations.Homebridge;
using HomeDash.Integrations.ICal;
using HomeDash.Integrations.IoBroker;
using HomeDash.Integrations.Jellyfin;
using HomeDash.Integrations.Lidarr;
using HomeDash.Integrations.Navidrome;
using HomeDash.Integrations.Netdata;
using HomeDash.Integrations.NzbGet;
using HomeDash.Integrations.PiHole;
using HomeDash.Integrations.Plex;
using HomeDash.Integrations.Prowlarr;
using HomeDash.Integrations.Proxmox;
using HomeDash.Integrations.QBittorrent;
using HomeDash.Integrations.Radarr;
using HomeDash.Integrations.Readarr;
using HomeDash.Integrations.SabNzbd;
using HomeDash.Integrations.Seerr;
using HomeDash.Integrations.Sonarr;
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
            .AddSingleton<IIntegrationKind, BazarrKind>()
            .AddSingleton<IIntegrationKind, DashDotKind>()
            .AddSingleton<IIntegrationKind, DelugeKind>()
            .AddSingleton<IIntegrationKind, DockerKind>()
            .AddSingleton<IIntegrationKind, DomoticzKind>()
            .AddSingleton<IIntegrationKind, EmbyKind>()
            .AddSingleton<IIntegrationKind, GlancesKind>()
            .AddSingleton<IIntegrationKind, HomeAssistantKind>()
            .AddSingleton<IIntegrationKind, HomebridgeKind>()
            .AddSingleton<IIntegrationKind, ICalKind>()
            .AddSingleton<IIntegrationKind, IoBrokerKind>()
            .AddSingleton<IIntegrationKind, JellyfinKind>()
            .AddSingleton<IIntegrationKind, JellyseerrKind>()
            .AddSingleton<IIntegrationKind, LidarrKind>()
            .AddSingleton<IIntegrationKind, NavidromeKind>()
            .AddSingleton<IIntegrationKind, NetdataKind>()
            .AddSingleton<IIntegrationKind, NzbGetKind>()
            .AddSingleton<IIntegrationKind, OverseerrKind>()
            .AddSingleton<IIntegrationKind, PiHoleKind>()
            .AddSingleton<IIntegrationKind, PlexKind>()
            .AddSingleton<IIntegrationKind, ProwlarrKind>()
            .AddSingleton<IIntegrationKind, ProxmoxKind>()
            .AddSingleton<IIntegrationKind, QBittorrentKind>()
            .AddSingleton<IIntegrationKind, RadarrKind>()
            .AddSingleton<IIntegrationKind, ReadarrKind>()
            .AddSingleton<IIntegrationKind, SabNzbdKind>()
            .AddSingleton<IIntegrationKind, SeerrKind>()
            .AddSingleton<IIntegrationKind, SonarrKind>()
            .AddSingleton<IIntegrationKind, TechnitiumDnsKind>()
            .AddSingleton<IIntegrationKind, TransmissionKind>();
    }
}
