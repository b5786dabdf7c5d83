using HomeDash.Procedures;
using Microsoft.Extensions.DependencyInjection;

namespace HomeDash;

/// <summary>Registers what the namespace <c>mediaRequests</c> needs beside its router.</summary>
internal static class MediaRequestsServices
{
    public static IServiceCollection AddMediaRequests(this IServiceCollection services)
    {
        services.AddIntegrations();
        services.AddSingleton<MediaRequestSurvey>();
        services.AddSingleton<MediaRequestStart>();
        services.AddSingleton<MediaRequestActions>();
        services.AddScoped<ITargetResolver<MediaRequestRef>, MediaRequestResolver>();
        services.AddSingleton<INamespaceAvailability>(provider => new CapabilityAvailability<IMediaRequests>(
            provider.GetRequiredService<Connections>(), "mediaRequests", "Nothing is connected at which films and series are requested. Add your Seerr, Jellyseerr or Overseerr on the page Integrations."));
        return services;
    }
}
