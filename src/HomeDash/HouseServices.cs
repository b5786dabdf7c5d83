using HomeDash.Procedures;
using HomeDash.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace HomeDash;

/// <summary>Registers the domain: routers, stores, targets and start-up.</summary>
public static class HouseServices
{
    /// <summary>Adds all of the domain. Needs the storage, and an <see cref="ICredentials"/> where users are made.</summary>
    public static IServiceCollection AddHomeDash(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddProcedures();
        services.AddHomeDashProcedures();
        services.AddSingleton(MigrationSet.FromAssembly("house", typeof(HouseServices).Assembly));

        services.AddScoped<HouseData>();
        services.AddScoped<IUnitOfWork>(provider => provider.GetRequiredService<HouseData>());
        services.AddSingleton<HouseWork>();
        services.AddScoped<UserStore>();
        services.AddScoped<ITargetResolver<UserRef>, UserRefResolver>();
        services.AddScoped<GroupStore>();
        services.AddScoped<GrantStore>();
        services.AddScoped<RightsStore>();
        services.AddScoped<ITargetResolver<GroupRef>, GroupRefResolver>();
        services.AddSingleton<PermissionList>();
        services.AddScoped<ApiKeyStore>();
        services.AddApprovals();
        services.AddApps();
        services.AddIcons();
        services.AddIntegrations();
        services.AddBoards();
        services.AddScoped<HouseSettingStore>();
        services.AddHostedService<TableFollower>();
        services.AddToolSettings();
        services.AddSingleton<RecentReads>();
        services.AddSingleton(provider => new Accounts(
            provider.GetRequiredService<HouseWork>(), provider.GetRequiredService<RecentReads>(), provider.GetRequiredService<Ids>(), provider.GetRequiredService<TimeProvider>()));
        services.AddScoped<InviteStore>();
        services.AddSingleton<Invitations>();
        services.AddSingleton<Uptime>();
        services.AddSingleton<HealthCheck>();
        services.AddSingleton<IHealthPart, DatabaseHealth>();

        services.AddSingleton<KeyUses>();
        services.AddHostedService(provider => provider.GetRequiredService<KeyUses>());
        services.AddSingleton(provider => new ApiKeyVerifier(
            provider.GetRequiredService<HouseWork>(), provider.GetRequiredService<RecentReads>(), provider.GetRequiredService<KeyUses>()));
        services.AddClientSessions();
        services.AddSingleton<RightsWatch>();
        services.AddSingleton<ICallerRights>(provider => provider.GetRequiredService<RightsWatch>());
        services.AddHostedService(provider => provider.GetRequiredService<RightsWatch>());
        services.AddSingleton<HouseStartup>();
        services.AddDocker();
        services.AddDownloads();
        services.AddHealthMonitoring();
        services.AddDnsHole();
        services.AddCalendar();
        services.AddIndexer();
        services.AddSubtitles();
        services.AddSmartHome();
        services.AddMediaServer();
        services.AddMediaRequests();
        return services;
    }
}
