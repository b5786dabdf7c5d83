using HomeDash.Storage;
using Microsoft.Extensions.Logging.Abstractions;

namespace HomeDash.Testing;

/// <summary>
/// A fresh database for one test, gone when it is disposed: a file in a folder of its own, or a database of its own on the
/// PostgreSQL server. Where there is no server the test is skipped.
/// </summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private readonly TestFolder folder;

    private TestDatabase(TestFolder folder, DatabaseOptions options)
    {
        this.folder = folder;
        Options = options;
        Database = new(options);
    }

    /// <summary>Where it is, for a second <see cref="Storage.Database"/> or a program beside this one.</summary>
    public DatabaseOptions Options { get; }

    /// <summary>The database.</summary>
    public Database Database { get; }

    /// <summary>Makes a database and applies migrations to it.</summary>
    public static async Task<TestDatabase> CreateAsync(Dialect dialect, CancellationToken cancellationToken, params MigrationSet[] migrations)
    {
        var connectionString = dialect == Dialect.PostgreSql ? await PostgreSqlServer.CreateDatabaseAsync(cancellationToken) : null;
        var folder = new TestFolder();
        var test = new TestDatabase(folder, new() { DataFolder = folder["data"], ConnectionString = connectionString });
        try
        {
            await test.MigrateAsync(cancellationToken, migrations);
            return test;
        }
        catch
        {
            await test.DisposeAsync();
            throw;
        }
    }

    /// <summary>Applies migrations, as the program does when it starts.</summary>
    /// <returns>How many were applied.</returns>
    public Task<int> MigrateAsync(CancellationToken cancellationToken, params MigrationSet[] migrations) =>
        new MigrationRunner(Database, TimeProvider.System, NullLogger<MigrationRunner>.Instance).RunAsync(migrations, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        folder.Dispose();
        if (Options.Dialect == Dialect.PostgreSql)
        {
            await PostgreSqlServer.DropDatabaseAsync(Options.ConnectionString!, CancellationToken.None);
        }
    }
}
