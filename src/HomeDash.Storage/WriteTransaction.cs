using System.Data.Common;

namespace HomeDash.Storage;

/// <summary>The turn to write. Give both <see cref="Connection"/> and <see cref="Transaction"/> to each command.</summary>
public sealed class WriteTransaction : IAsyncDisposable
{
    private readonly SemaphoreSlim gate;
    private readonly Action committed;
    private bool ended;

    internal WriteTransaction(DbConnection connection, DbTransaction transaction, SemaphoreSlim gate, Action committed)
    {
        Connection = connection;
        Transaction = transaction;
        this.gate = gate;
        this.committed = committed;
    }

    /// <summary>The connection that holds the turn.</summary>
    public DbConnection Connection { get; }

    /// <summary>Its transaction.</summary>
    public DbTransaction Transaction { get; }

    /// <summary>Makes the changes last, and lets the next writer in.</summary>
    public async Task CommitAsync(CancellationToken cancellationToken)
    {
        await Transaction.CommitAsync(cancellationToken);
        committed();
        await EndAsync();
    }

    /// <summary>Undoes the changes, and lets the next writer in.</summary>
    public async Task RollbackAsync(CancellationToken cancellationToken)
    {
        await Transaction.RollbackAsync(cancellationToken);
        await EndAsync();
    }

    /// <summary>Rolls back what was not committed, and lets the next writer in whatever happens.</summary>
    public ValueTask DisposeAsync() => EndAsync();

    private async ValueTask EndAsync()
    {
        if (ended)
        {
            return;
        }

        ended = true;
        try
        {
            await Transaction.DisposeAsync();
        }
        finally
        {
            try
            {
                await Connection.DisposeAsync();
            }
            finally
            {
                gate.Release();
            }
        }
    }
}
