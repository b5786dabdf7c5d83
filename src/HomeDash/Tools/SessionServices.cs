using HomeDash.Procedures;
using Microsoft.Extensions.DependencyInjection;

namespace HomeDash;

/// <summary>Registers what remembers the sessions of AI clients.</summary>
internal static class SessionServices
{
    public static IServiceCollection AddClientSessions(this IServiceCollection services)
    {
        services.AddScoped<SessionStore>();
        services.AddSingleton<SessionLedger>();
        services.AddSingleton<ISessionLedger>(provider => provider.GetRequiredService<SessionLedger>());
        return services.AddHostedService(provider => provider.GetRequiredService<SessionLedger>());
    }
}
