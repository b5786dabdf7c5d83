using HomeDash.Procedures;
using HomeDash.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace HomeDash;

/// <summary>What has to happen before anything is served.</summary>
public sealed partial class HouseStartup(
    HouseWork work,
    MigrationRunner migrations,
    IEnumerable<MigrationSet> rooms,
    IEnumerable<IFollowsTables> followers,
    ProcedureCatalog catalog,
    IChangeFeed feed,
    ILogger<HouseStartup> logger)
{
    /// <summary>Brings the tables of all rooms up to date: all that the command line needs.</summary>
    public Task MigrateAsync(CancellationToken cancellationToken) => migrations.RunAsync(rooms, cancellationToken);

    /// <summary>Brings the tables up to date, connects the integrations, reads the profiles, and lets the table of tools follow the catalogue.</summary>
    /// <param name="cancellationToken">Ends the start.</param>
    /// <param name="environment">Whether the Docker engine of this machine's environment is one of the integrations.</param>
    public async Task InitializeAsync(CancellationToken cancellationToken, bool environment = true)
    {
        await MigrateAsync(cancellationToken).ConfigureAwait(false);
        var docker = environment ? DockerFromEnvironment.Find() : new(null);
        if (docker.Problem is { } problem)
        {
            LogNoDocker(problem);
        }

        await work.WriteAsync(
            async services =>
            {
                await services.GetRequiredService<IntegrationStore>().FollowEnvironmentAsync("docker", docker.Integration, cancellationToken).ConfigureAwait(false);
                return true;
            },
            cancellationToken).ConfigureAwait(false);
        foreach (var follower in followers)
        {
            await follower.LoadAsync().ConfigureAwait(false);
        }

        catalog.Changed += () => feed.Publish(new("tools", "catalogue"));
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "No Docker engine from the environment: {Problem}")]
    private partial void LogNoDocker(string problem);
}
