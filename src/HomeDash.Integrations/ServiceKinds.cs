using HomeDash.Integrations.AdGuardHome;
using HomeDash.Integrations.Aria2;
using HomeDash.Integrations.DashDot;
using HomeDash.Integrations.Deluge;
using HomeDash.Integrations.Docker;
using HomeDash.Integrations.Emby;
using HomeDash.Integrations.Glances;
using HomeDash.Integrations.Jellyfin;
using HomeDash.Integrations.Navidrome;
using HomeDash.Integrations.Netdata;
using HomeDash.Integrations.NzbGet;
using HomeDash.Integrations.PiHole;
using HomeDash.Integrations.Plex;
using HomeDash.Integrations.Proxmox;
using HomeDash.Integrations.QBittorrent;
using HomeDash.Integrations.SabNzbd;
using HomeDash.Integrations.Seerr;
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
            .AddSingleton<IIntegrationKind, EmbyKind>()
            .AddSingleton<IIntegrationKind, GlancesKind>()
            .AddSingleton<IIntegrationKind, JellyfinKind>()
            .AddSingleton<IIntegrationKind, JellyseerrKind>()
            .AddSingleton<IIntegrationKind, NavidromeKind>()
            .AddSingleton<IIntegrationKind, NetdataKind>()
            .AddSingleton<IIntegrationKind, NzbGetKind>()
            .AddSingleton<IIntegrationKind, OverseerrKind>()
            .AddSingleton<IIntegrationKind, PiHoleKind>()
            .AddSingleton<IIntegrationKind, PlexKind>()
            .AddSingleton<IIntegrationKind, ProxmoxKind>()
            .AddSingleton<IIntegrationKind, QBittorrentKind>()
            .AddSingleton<IIntegrationKind, SabNzbdKind>()
            .AddSingleton<IIntegrationKind, SeerrKind>()
            .AddSingleton<IIntegrationKind, TechnitiumDnsKind>()
            .AddSingleton<IIntegrationKind, TransmissionKind>();
    }
}
