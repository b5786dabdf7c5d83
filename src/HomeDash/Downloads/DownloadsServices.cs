using HomeDash.Procedures;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace HomeDash;

/// <summary>Registers what the namespace <c>downloads</c> needs beside its router.</summary>
internal static class DownloadsServices
{
    public static IServiceCollection AddDownloads(this IServiceCollection services)
    {
        services.AddIntegrations();
        services.AddSingleton<DownloadFleet>();
        services.AddSingleton<DownloadActions>();
        services.AddSingleton<DownloadClientActions>();
        services.AddSingleton<DownloadStart>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IReportPart, DownloadsPart>());
        services.AddSingleton<INamespaceAvailability>(provider => new CapabilityAvailability<IDownloadClient>(
            provider.GetRequiredService<Connections>(), "downloads", "No download client is connected. Add one on the page Integrations: qBittorrent, Transmission, Deluge, aria2, SABnzbd or NZBGet."));
        services.AddScoped<ITargetResolver<DownloadRef>, DownloadResolver>();
        return services;
    }
}
