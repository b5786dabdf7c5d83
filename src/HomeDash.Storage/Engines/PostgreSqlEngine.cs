using System.Data.Common;
using Npgsql;

namespace HomeDash.Storage;

/// <summary>
/// PostgreSQL with the same rule as SQLite: one writer at a time, by an advisory lock that ends with the transaction.
/// </summary>
internal sealed class PostgreSqlEngine : DatabaseEngine
{
    /// <summary>Names the lock within the database: "homedash" in ASCII.</summary>
    private const long WriterLock = 0x686f6d6564617368;

    private readonly NpgsqlDataSource reading;
    private readonly NpgsqlDataSource writing;

    public PostgreSqlEngine(DatabaseOptions options) : base(options.WriteWait)
    {
        var settings = PostgreSqlConnectionString.Parse(options.ConnectionString!);
        Location = $"PostgreSQL at {settings.Host}:{settings.Port}, database {settings.Database ?? settings.Username}";
        writing = NpgsqlDataSource.Create(settings);

        // A start-up option outlives the reset that a pooled connection gets.
        settings.Options = $"{settings.Options} -c default_transaction_read_only=on".TrimStart();
        reading = NpgsqlDataSource.Create(settings);
    }

    public override Dialect Dialect => Dialect.PostgreSql;

    public override string Location { get; }

    public override ValueTask<DbConnection> OpenReadAsync(CancellationToken cancellationToken) => OpenAsync(reading, cancellationToken);

    public override ValueTask<DbConnection> OpenWriteAsync(CancellationToken cancellationToken) => OpenAsync(writing, cancellationToken);

    public override async ValueTask<DbTransaction> BeginAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        var transaction = await connection.BeginTransactionAsync(cancellationToken);
        try
        {
            await using var command = connection.CreateCommand();
            command.Transaction = transaction;
            command.CommandText = $"SET LOCAL lock_timeout = '{WriteWait.TotalMilliseconds:0}ms'; SELECT pg_advisory_xact_lock({WriterLock})";
            await command.ExecuteNonQueryAsync(cancellationToken);
            return transaction;
        }
        catch (PostgresException waited) when (waited.SqlState == PostgresErrorCodes.LockNotAvailable)
        {
            throw WaitedTooLong(waited);
        }
        catch (NpgsqlException failure)
        {
            // A pooled connection may be dead: the server was restarted since.
            throw CannotUse(failure);
        }
    }

    public override async ValueTask DisposeAsync()
    {
        await reading.DisposeAsync();
        await writing.DisposeAsync();
    }

    private async ValueTask<DbConnection> OpenAsync(NpgsqlDataSource source, CancellationToken cancellationToken)
    {
        try
        {
            return await source.OpenConnectionAsync(cancellationToken);
        }
        catch (NpgsqlException failure)
        {
            throw CannotUse(failure);
        }
    }

    private StorageUnavailableException CannotUse(NpgsqlException failure)
    {
        var why = (failure.InnerException ?? failure).Message.TrimEnd('.');
        return new($"{Location}, cannot be used ({why}). Check that it runs, and that host, port, user, password and database are right.", failure);
    }
}
