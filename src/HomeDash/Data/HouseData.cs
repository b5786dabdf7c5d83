using System.Data.Common;
using HomeDash.Procedures;
using HomeDash.Storage;

namespace HomeDash;

/// <summary>HomeDash's own data during one run: a connection that refuses writes, or one transaction, opened at first use.</summary>
public sealed class HouseData(Database database) : IUnitOfWork, IAsyncDisposable
{
    private bool? writable;
    private DbConnection? reading;
    private WriteTransaction? writing;
    private List<Func<Task>>? afterwards;

    /// <summary>Whether this run's transaction has begun: who holds it must not ask for a second.</summary>
    public bool IsWriting => writing is not null;

    /// <inheritdoc/>
    public void Begin(bool writable) => this.writable = writable;

    /// <summary>The connection of this run.</summary>
    /// <exception cref="InvalidOperationException">The run has not begun, or is over.</exception>
    public async ValueTask<DbConnection> ConnectionAsync(CancellationToken cancellationToken) => writable switch
    {
        true => (writing ??= await database.BeginWriteAsync(cancellationToken).ConfigureAwait(false)).Connection,
        false => reading ??= await database.OpenReadAsync(cancellationToken).ConfigureAwait(false),
        null => throw new InvalidOperationException("Data was asked for outside a run."),
    };

    /// <summary>Has something done once this run's changes are kept; never when they are not.</summary>
    /// <param name="work">What is done, before the caller is answered. It sees the changes.</param>
    public void AfterCommit(Func<Task> work) => (afterwards ??= []).Add(work);

    /// <inheritdoc/>
    public async ValueTask CommitAsync(CancellationToken cancellationToken)
    {
        if (writing is not null)
        {
            await writing.CommitAsync(cancellationToken).ConfigureAwait(false);
        }

        var due = afterwards ?? [];
        await DisposeAsync().ConfigureAwait(false);
        foreach (var work in due)
        {
            await work().ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public ValueTask RollbackAsync() => DisposeAsync();

    /// <summary>Ends the run; what was not committed is forgotten.</summary>
    public async ValueTask DisposeAsync()
    {
        (writable, afterwards) = (null, null);
        if (Interlocked.Exchange(ref writing, null) is { } transaction)
        {
            await transaction.DisposeAsync().ConfigureAwait(false);
        }

        if (Interlocked.Exchange(ref reading, null) is { } connection)
        {
            await connection.DisposeAsync().ConfigureAwait(false);
        }
    }
}
