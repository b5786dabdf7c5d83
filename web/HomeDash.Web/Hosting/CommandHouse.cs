using HomeDash.Auth;
using HomeDash.Procedures;

namespace HomeDash.Web.Hosting;

/// <summary>The house without its doors: for verbs, which call procedures in process as HomeDash itself.</summary>
internal sealed class CommandHouse(IServiceProvider services)
{
    /// <summary>The typed caller.</summary>
    public HomeDashCaller Caller => services.GetRequiredService<HomeDashCaller>();

    /// <summary>Brings the database up to date and runs a verb on it.</summary>
    public static async Task<int> UseAsync(Func<CommandHouse, Task> verb, CancellationToken cancellationToken)
    {
        var collection = new ServiceCollection();
        // Standard output belongs to the verb; what goes wrong is its one line on standard error.
        collection.AddLogging(logging => logging.ClearProviders());
        collection.AddHouse(DataFolder.Prepare());
        collection.AddHomeDashCredentials();
        collection.AddScoped<ICallerSource, HouseCallerSource>();
        await using var provider = collection.BuildServiceProvider();
        await provider.GetRequiredService<HouseStartup>().MigrateAsync(cancellationToken);
        await using var scope = provider.CreateAsyncScope();
        await verb(new(scope.ServiceProvider));
        return 0;
    }
}
