using HomeDash.Integrations;
using HomeDash.Storage;

namespace HomeDash.Web.Hosting;

/// <summary>What the server and the verbs share: data, domain and services.</summary>
internal static class House
{
    public static IServiceCollection AddHouse(this IServiceCollection services, string dataFolder) => services
        .AddHomeDashStorage(new() { DataFolder = dataFolder, ConnectionString = Environment.GetEnvironmentVariable("HOMEDASH_DATABASE") })
        .AddHomeDash()
        .AddHomeDashIntegrations();
}
