using HomeDash.Procedures;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace HomeDash;

/// <summary>Registers what the namespace <c>healthMonitoring</c> needs beside its router.</summary>
internal static class HealthMonitoringServices
{
    public static IServiceCollection AddHealthMonitoring(this IServiceCollection services)
    {
        services.AddIntegrations();
        services.AddSingleton<HealthSurvey>();
        services.AddSingleton<HealthReporter>();
        services.AddSingleton<FailingCalls>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IReportPart, IntegrationsPart>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IReportPart, DisksPart>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IReportPart, SensorsPart>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IReportPart, ClusterPart>());
        services.AddSingleton<INamespaceAvailability, HealthMonitoringAvailability>();
        return services;
    }
}
