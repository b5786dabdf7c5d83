using System.Data.Common;

namespace HomeDash.Storage;

/// <summary>
/// The one database of a HomeDash, SQLite or PostgreSQL behind the same few methods. Reads and writes use different
/// connections: a read connection cannot write, because the engine refuses it.
/// </summary>
/// <remarks>
/// One SQL serves both engines when it keeps to what they share:
/// <list type="bullet">
/// <item>columns are TEXT, BIGINT, INTEGER, BOOLEAN, DOUBLE PRECISION or BYTEA; see <see cref="ColumnTypes"/> for what goes where;</item>
/// <item>upsert by <c>ON CONFLICT … DO UPDATE</c>, results of writes by <c>RETURNING</c>, JSON by <c>-&gt;&gt;</c>;</item>
/// <item>search without regard to case by <c>lower(name) LIKE @pattern ESCAPE '\'</c> with a lower-case pattern, and a
/// unique name by an index on <c>lower(name)</c>. SQLite folds only ASCII letters;</item>
/// <item>paging by the sort key, <c>ORDER BY lower(name), id</c>.</item>
/// </list>
/// </remarks>
public sealed class Database : IAsyncDisposable
{
    private readonly DatabaseEngine engine;
    private readonly SemaphoreSlim writerGate = new(1, 1);
    private long commits;

    /// <summary>Makes the database known. Nothing is opened before the first connection.</summary>
    /// <exception cref="StorageUnavailableException">The connection string is not understood.</exception>
    public Database(DatabaseOptions options)
    {
        ColumnTypes.Register();
        engine = options.Dialect switch
        {
            Dialect.PostgreSql => new PostgreSqlEngine(options),
            _ => new SqliteEngine(options),
        };
    }

    /// <summary>The engine.</summary>
    public Dialect Dialect => engine.Dialect;

    /// <summary>Where the data is, for people: a path, or host, port and name. Without user and password.</summary>
    public string Location => engine.Location;

    /// <summary>Counts up with each commit of this process: whoever keeps what was read can tell that it may be stale.</summary>
    public long Commits => Interlocked.Read(ref commits);

    /// <summary>An open connection that refuses every write. Dispose it to give it back.</summary>
    /// <exception cref="StorageUnavailableException">The database cannot be reached.</exception>
    public ValueTask<DbConnection> OpenReadAsync(CancellationToken cancellationToken) => engine.OpenReadAsync(cancellationToken);

    /// <summary>
    /// A transaction that may write. There is one at a time, on both engines and across processes, so reading a row and then
    /// changing it needs no retry. A caller waits for its turn, up to <see cref="DatabaseOptions.WriteWait"/>; who holds it must not ask for a second.
    /// Disposing it without a commit rolls it back.
    /// </summary>
    /// <exception cref="StorageUnavailableException">The database cannot be reached, or the turn did not come.</exception>
    public async ValueTask<WriteTransaction> BeginWriteAsync(CancellationToken cancellationToken)
    {
        // The engines wait for other processes by polling, which is unfair; within the process the gate is first come, first served.
        if (!await writerGate.WaitAsync(engine.WriteWait, cancellationToken))
        {
            throw engine.WaitedTooLong();
        }

        DbConnection? connection = null;
        try
        {
            connection = await engine.OpenWriteAsync(cancellationToken);
            var transaction = await engine.BeginAsync(connection, cancellationToken);
            return new WriteTransaction(connection, transaction, writerGate, () => Interlocked.Increment(ref commits));
        }
        catch
        {
            if (connection is not null)
            {
                await connection.DisposeAsync();
            }

            writerGate.Release();
            throw;
        }
    }

    /// <summary>Closes the pooled connections. Those in use close when they are given back.</summary>
    public ValueTask DisposeAsync() => engine.DisposeAsync();
}
