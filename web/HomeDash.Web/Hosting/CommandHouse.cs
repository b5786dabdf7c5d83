using HomeDash.Auth;
using HomeDash.Procedures;

namespace HomeDash.Web.Hosting;

/// <summary>The house without its doors: for verbs, which call procedures in process as HomeDash itself.</summary>
internal sealed class CommandHouse : IAsyncDisposable
{
    private readonly ServiceProvider provider;
    private readonly AsyncServiceScope scope;

    /// <summary>Puts it together; the database is not touched yet.</summary>
    public CommandHouse()
    {
        var collection = new ServiceCollection();
        // Standard output belongs to the verb; what goes wrong is its one line on standard error.
        collection.AddLogging(logging => logging.ClearProviders());
        collection.AddHouse(DataFolder.Prepare());
        collection.AddHomeDashCredentials();
        collection.AddScoped<ICallerSource, HouseCallerSource>();
        provider = collection.BuildServiceProvider();
        scope = provider.CreateAsyncScope();
    }

    /// <summary>The typed caller.</summary>
    public HomeDashCaller Caller => scope.ServiceProvider.GetRequiredService<HomeDashCaller>();

    /// <summary>Calls by path, with JSON.</summary>
    public CallerScope Calls => scope.ServiceProvider.GetRequiredService<CallerScope>();

    /// <summary>Brings the database up to date and runs a verb on it.</summary>
    public static async Task<int> UseAsync(Func<CommandHouse, Task> verb, CancellationToken cancellationToken)
    {
        await using var house = new CommandHouse();
        await house.provider.GetRequiredService<HouseStartup>().MigrateAsync(cancellationToken);
        await verb(house);
        return 0;
    }

    /// <summary>Brings the database up to date and connects the services.</summary>
    public Task ConnectAsync(CancellationToken cancellationToken) => provider.GetRequiredService<HouseStartup>().InitializeAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await scope.DisposeAsync();
        await provider.DisposeAsync();
    }
}
