using HomeDash.Procedures;
using HomeDash.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace HomeDash;

/// <summary>What has to happen before anything is served.</summary>
public sealed class HouseStartup
{
    private readonly HouseWork work;
    private readonly MigrationRunner migrations;
    private readonly IEnumerable<MigrationSet> rooms;
    private readonly Connections connections;
    private readonly IEnumerable<IntegrationFromEnvironment> environment;
    private readonly ProcedureCatalog catalog;
    private readonly IChangeFeed feed;

    internal HouseStartup(
        HouseWork work,
        MigrationRunner migrations,
        IEnumerable<MigrationSet> rooms,
        Connections connections,
        IEnumerable<IntegrationFromEnvironment> environment,
        ProcedureCatalog catalog,
        IChangeFeed feed)
    {
        (this.work, this.migrations, this.rooms) = (work, migrations, rooms);
        (this.connections, this.environment, this.catalog, this.feed) = (connections, environment, catalog, feed);
    }

    /// <summary>Brings the database up to date. All that the command line needs.</summary>
    public Task MigrateAsync(CancellationToken cancellationToken) => migrations.RunAsync(rooms, cancellationToken);

    /// <summary>Brings the database up to date, connects the integrations, and lets the tool table follow the catalogue.</summary>
    public async Task InitializeAsync(CancellationToken cancellationToken)
    {
        await MigrateAsync(cancellationToken).ConfigureAwait(false);
        await connections.SetAsync(await work.WriteAsync(
            async services =>
            {
                var store = services.GetRequiredService<IntegrationStore>();
                foreach (var integration in environment)
                {
                    await store.FollowEnvironmentAsync(integration.Kind, integration.Find(), cancellationToken).ConfigureAwait(false);
                }

                return await store.AllAsync(cancellationToken).ConfigureAwait(false);
            },
            cancellationToken).ConfigureAwait(false)).ConfigureAwait(false);
        catalog.Changed += () => feed.Publish(new("tools", "catalogue"));
    }
}
