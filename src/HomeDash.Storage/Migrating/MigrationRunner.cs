using System.Data.Common;
using Dapper;
using Microsoft.Extensions.Logging;

namespace HomeDash.Storage;

/// <summary>Brings the tables of all rooms up to date.</summary>
public sealed partial class MigrationRunner(Database database, TimeProvider clock, ILogger<MigrationRunner> log)
{
    private const string CreateTable =
        """
        CREATE TABLE IF NOT EXISTS schema_version (
            room TEXT NOT NULL,
            number INTEGER NOT NULL,
            name TEXT NOT NULL,
            applied_at BIGINT NOT NULL,
            PRIMARY KEY (room, number)
        )
        """;

    /// <summary>
    /// Applies what is missing, room by room in the given order, in one transaction: all or nothing. Of two programs that
    /// start at once the second waits and then finds nothing to do.
    /// </summary>
    /// <returns>How many migrations were applied.</returns>
    /// <exception cref="SchemaTooNewException">A newer program has migrated the database.</exception>
    /// <exception cref="MigrationException">The database refused a migration, or a room is there twice.</exception>
    /// <exception cref="StorageUnavailableException">The database cannot be used.</exception>
    public async Task<int> RunAsync(IEnumerable<MigrationSet> sets, CancellationToken cancellationToken)
    {
        var rooms = sets.ToList();
        if (rooms.GroupBy(set => set.Room).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            throw new MigrationException($"Two sets of migrations are named '{twice.Key}'.");
        }

        await using var write = await database.BeginWriteAsync(cancellationToken);
        await ExecuteAsync(CreateTable, null);
        var newest = (await write.Connection.QueryAsync<(string Room, int Number)>(
            new CommandDefinition("SELECT room, MAX(number) FROM schema_version GROUP BY room", null, write.Transaction, cancellationToken: cancellationToken)))
            .ToDictionary(row => row.Room, row => row.Number);

        // Before the first change: a database that is too new in any room, or has a room that only a newer program has, is left as it is.
        var known = rooms.ToDictionary(set => set.Room, set => set.Migrations.Count);
        foreach (var (room, number) in newest.Where(found => found.Value > known.GetValueOrDefault(found.Key)))
        {
            throw new SchemaTooNewException(room, number, known.GetValueOrDefault(room));
        }

        var applied = 0;
        foreach (var set in rooms)
        {
            foreach (var migration in set.Migrations.Skip(newest.GetValueOrDefault(set.Room)))
            {
                await ApplyAsync(set.Room, migration);
                applied++;
            }
        }

        await write.CommitAsync(cancellationToken);
        if (applied > 0)
        {
            LogApplied(applied, database.Location);
        }

        return applied;

        async Task ApplyAsync(string room, Migration migration)
        {
            try
            {
                await ExecuteAsync(migration.Sql, null);
            }
            catch (DbException failure)
            {
                throw new MigrationException(
                    $"Migration {migration.Number:0000}_{migration.Name} of '{room}' failed ({failure.Message.TrimEnd('.')}). Nothing was changed.", failure);
            }

            await ExecuteAsync(
                "INSERT INTO schema_version (room, number, name, applied_at) VALUES (@room, @Number, @Name, @now)",
                new { room, migration.Number, migration.Name, now = clock.GetUtcNow() });
        }

        Task ExecuteAsync(string sql, object? values) =>
            write.Connection.ExecuteAsync(new CommandDefinition(sql, values, write.Transaction, cancellationToken: cancellationToken));
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Applied {Count} migrations to {Location}.")]
    private partial void LogApplied(int count, string location);
}
