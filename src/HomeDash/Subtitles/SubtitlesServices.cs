using HomeDash.Procedures;
using Microsoft.Extensions.DependencyInjection;

namespace HomeDash;

/// <summary>Registers what the namespace <c>subtitles</c> needs beside its router.</summary>
internal static class SubtitlesServices
{
    public static IServiceCollection AddSubtitles(this IServiceCollection services)
    {
        services.AddIntegrations();
        services.AddSingleton<INamespaceAvailability>(provider => new CapabilityAvailability<ISubtitleFinder>(
            provider.GetRequiredService<Connections>(), "subtitles", "Nothing that finds subtitles is connected. Add your Bazarr on the page Integrations."));
        return services;
    }
}
