using HomeDash.Procedures;
using Microsoft.Extensions.DependencyInjection;

namespace HomeDash;

/// <summary>Registers what the namespace <c>mediaServer</c> needs beside its router.</summary>
internal static class MediaServerServices
{
    public static IServiceCollection AddMediaServer(this IServiceCollection services)
    {
        services.AddIntegrations();
        services.AddSingleton<MediaSurvey>();
        services.AddSingleton<MediaSessionActions>();
        services.AddScoped<ITargetResolver<MediaSessionRef>, MediaSessionResolver>();
        services.AddSingleton<INamespaceAvailability>(provider => new CapabilityAvailability<IMediaServer>(
            provider.GetRequiredService<Connections>(), "mediaServer", "No media server is connected. Add your Jellyfin, Emby, Plex or Navidrome on the page Integrations."));
        return services;
    }
}
