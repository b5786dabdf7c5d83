using HomeDash.Procedures;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace HomeDash;

/// <summary>Registers what the namespace <c>calendar</c> needs beside its router.</summary>
internal static class CalendarServices
{
    public static IServiceCollection AddCalendar(this IServiceCollection services)
    {
        services.AddIntegrations();
        services.AddSingleton<CalendarSurvey>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IReportPart, MediaPart>());
        services.AddSingleton<INamespaceAvailability>(provider => new CapabilityAvailability<ICalendar>(
            provider.GetRequiredService<Connections>(), "calendar", "No calendar is connected. Add your Sonarr, Radarr, Lidarr, Readarr or a calendar feed (iCal) on the page Integrations."));
        return services;
    }
}
