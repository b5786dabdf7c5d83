using HomeDash.Procedures;
using Microsoft.Extensions.DependencyInjection;

namespace HomeDash;

/// <summary>Registers profiles, switches, secret paths and usage figures.</summary>
internal static class ToolSettingServices
{
    public static IServiceCollection AddToolSettings(this IServiceCollection services)
    {
        services.AddScoped<ProfileStore>();
        services.AddScoped<SwitchStore>();
        services.AddScoped<SecretPathStore>();
        services.AddScoped<UsageStore>();
        services.AddSingleton<ToolSettings>();
        services.AddSingleton<IToolProfiles>(provider => provider.GetRequiredService<ToolSettings>());
        services.AddSingleton<IToolSwitches>(provider => provider.GetRequiredService<ToolSettings>());
        services.AddSingleton<IFollowsTables>(provider => provider.GetRequiredService<ToolSettings>());
        services.AddSingleton<OfferedTools>();
        services.AddSingleton<ISearchWords, HouseWords>();
        services.AddSingleton(provider => new SecretPathVerifier(
            provider.GetRequiredService<HouseWork>(), provider.GetRequiredService<RecentReads>(), provider.GetRequiredService<IToolProfiles>(), provider.GetRequiredService<KeyUses>(),
            provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<ToolUsage>();
        services.AddSingleton<ICallRecorder>(provider => provider.GetRequiredService<ToolUsage>());
        services.AddSingleton<IAnswerMeter>(provider => provider.GetRequiredService<ToolUsage>());
        services.AddHostedService(provider => provider.GetRequiredService<ToolUsage>());
        return services;
    }
}
