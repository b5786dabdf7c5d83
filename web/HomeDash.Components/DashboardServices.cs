using HomeDash.Components.Shared;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Radzen;

namespace HomeDash.Components;

/// <summary>Puts the dashboard into a host.</summary>
public static class DashboardServices
{
    /// <summary>Adds what the pages need. The host adds sign-in, the typed caller and its <c>ICallerSource</c>.</summary>
    public static IServiceCollection AddDashboard(this IServiceCollection services)
    {
        services.AddRazorComponents().AddInteractiveServerComponents();
        services.AddCascadingAuthenticationState();
        services.AddRadzenComponents();
        services.AddScoped<Questions>();
        return services;
    }

    /// <summary>Maps the pages and the files they load.</summary>
    public static void MapDashboard(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapStaticAssets();
        endpoints.MapRazorComponents<DashboardDocument>().AddInteractiveServerRenderMode();
    }
}
