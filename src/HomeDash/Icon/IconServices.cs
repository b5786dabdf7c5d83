using Microsoft.Extensions.DependencyInjection;

namespace HomeDash;

/// <summary>Registers what the namespace <c>icon</c> needs beside its router.</summary>
internal static class IconServices
{
    public static IServiceCollection AddIcons(this IServiceCollection services)
    {
        services.AddScoped<IconStore>();
        services.AddSingleton<IconLibrary>();
        return services;
    }
}
