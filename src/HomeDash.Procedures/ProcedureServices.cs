using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace HomeDash.Procedures;

/// <summary>Registers the catalogue and the pipeline; the sources register themselves.</summary>
public static class ProcedureServices
{
    /// <summary>Adds the catalogue, the caller with its pipeline, the change feed and the record of calls in log and meter.</summary>
    public static IServiceCollection AddProcedures(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IChangeFeed, ChangeFeed>();
        services.AddSingleton<ProcedureCatalog>();
        services.AddSingleton<ProcedurePipeline>();
        services.AddSingleton<ProcedureCaller>();
        services.AddSingleton<PromptCalls>();
        services.AddOptions<AnswerOptions>();
        services.AddSingleton<AnswerCalls>();
        services.AddSingleton<ICallRecorder, CallTelemetry>();
        services.AddScoped<ChangeSet>();
        services.AddScoped<CallerScope>();
        services.AddMetrics();
        services.AddLogging();
        return services;
    }
}
