using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace HomeDash.Storage;

/// <summary>Registers the database, the migrations' runner, ids and the encryption of secrets.</summary>
public static class StorageServices
{
    /// <summary>
    /// Adds <see cref="Database"/>, <see cref="MigrationRunner"/>, <see cref="SecretBox"/> and <see cref="Ids"/>. Nothing is
    /// opened or made before it is used. Each room adds its own <see cref="MigrationSet"/> as a singleton.
    /// </summary>
    public static IServiceCollection AddHomeDashStorage(this IServiceCollection services, DatabaseOptions options)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddLogging();
        services.AddSingleton(options);
        services.AddSingleton<Database>();
        services.AddSingleton<MigrationRunner>();
        services.AddSingleton<Ids>();
        services.AddSingleton<SecretBox>();
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>, KeyFolder>();
        services.AddDataProtection().SetApplicationName("HomeDash");
        return services;
    }
}
