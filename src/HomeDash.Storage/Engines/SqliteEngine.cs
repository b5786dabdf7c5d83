using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace HomeDash.Storage;

/// <summary>
/// SQLite in WAL mode: readers and the one writer do not block each other. Its calls block the thread for the moment they take.
/// </summary>
internal sealed class SqliteEngine : DatabaseEngine
{
    private const int Busy = 5;
    private const int Locked = 6;

    private readonly string file;
    private readonly string reading;
    private readonly string writing;
    private readonly Lock preparing = new();

    /// <summary>The handles that have their settings: a pooled one keeps them for its life.</summary>
    private readonly ConditionalWeakTable<sqlite3, object> settled = [];
    private volatile bool prepared;

    public SqliteEngine(DatabaseOptions options) : base(options.WriteWait)
    {
        file = options.SqliteFile;
        reading = ConnectionString(SqliteOpenMode.ReadOnly);
        writing = ConnectionString(SqliteOpenMode.ReadWrite);
    }

    public override Dialect Dialect => Dialect.Sqlite;

    public override string Location => file;

    public override ValueTask<DbConnection> OpenReadAsync(CancellationToken cancellationToken) =>
        // Read-only mode guards the file, query_only also what a statement could attach.
        ValueTask.FromResult<DbConnection>(Open(reading, "PRAGMA query_only = ON", cancellationToken));

    public override ValueTask<DbConnection> OpenWriteAsync(CancellationToken cancellationToken) =>
        // In WAL mode NORMAL loses no committed change when the program ends, and never damages the file.
        ValueTask.FromResult<DbConnection>(Open(writing, "PRAGMA synchronous = NORMAL", cancellationToken));

    public override ValueTask<DbTransaction> BeginAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        try
        {
            return ValueTask.FromResult<DbTransaction>(((SqliteConnection)connection).BeginTransaction(deferred: false));
        }
        catch (SqliteException busy) when (busy.SqliteErrorCode is Busy or Locked)
        {
            throw WaitedTooLong(busy);
        }
        catch (SqliteException failure)
        {
            throw CannotUse(failure);
        }
    }

    public override ValueTask DisposeAsync()
    {
        foreach (var pool in new[] { reading, writing })
        {
            using var connection = new SqliteConnection(pool);
            SqliteConnection.ClearPool(connection);
        }

        return ValueTask.CompletedTask;
    }

    private SqliteConnection Open(string connectionString, string pragma, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Prepare();
        return Connect(connectionString, pragma);
    }

    private SqliteConnection Connect(string connectionString, string pragma)
    {
        var connection = new SqliteConnection(connectionString);
        try
        {
            connection.Open();
            if (settled.TryGetValue(connection.Handle!, out _))
            {
                return connection;
            }

            using var command = connection.CreateCommand();
            command.CommandText = $"PRAGMA busy_timeout = {WriteWait.TotalMilliseconds:0}; {pragma}";
            command.ExecuteNonQuery();
            settled.AddOrUpdate(connection.Handle!, settled);
            return connection;
        }
        catch (SqliteException failure)
        {
            connection.Dispose();
            throw CannotUse(failure);
        }
    }

    /// <summary>Makes folder and file once, so that a read connection finds a database even before the first write.</summary>
    private void Prepare()
    {
        if (prepared)
        {
            return;
        }

        lock (preparing)
        {
            if (prepared)
            {
                return;
            }

            SqliteLibrary.Load();
            PrivateFolder.Create(Path.GetDirectoryName(file)!);
            using (Connect(ConnectionString(SqliteOpenMode.ReadWriteCreate, pooling: false), "PRAGMA journal_mode = WAL"))
            {
                prepared = true;
            }
        }
    }

    private string ConnectionString(SqliteOpenMode mode, bool pooling = true) =>
        new SqliteConnectionStringBuilder
        {
            DataSource = file,
            Mode = mode,
            // Asked for at each opening, and only writers can break a reference.
            ForeignKeys = mode == SqliteOpenMode.ReadOnly ? null : true,
            Pooling = pooling,
            DefaultTimeout = Math.Max(1, (int)WriteWait.TotalSeconds),
        }.ConnectionString;

    private StorageUnavailableException CannotUse(SqliteException failure) =>
        new($"SQLite cannot use {file} ({failure.Message.TrimEnd('.')}). HomeDash must be able to write to this file and to its folder, and the disk must not be full.", failure);
}
