using System.Data.Common;

namespace HomeDash.Storage;

/// <summary>What differs between the engines: how connections are opened, and how one writer keeps the others waiting.</summary>
internal abstract class DatabaseEngine(TimeSpan writeWait) : IAsyncDisposable
{
    public abstract Dialect Dialect { get; }

    public abstract string Location { get; }

    public TimeSpan WriteWait { get; } = writeWait;

    public abstract ValueTask<DbConnection> OpenReadAsync(CancellationToken cancellationToken);

    public abstract ValueTask<DbConnection> OpenWriteAsync(CancellationToken cancellationToken);

    /// <summary>Begins a transaction once no other process has one that may write.</summary>
    public abstract ValueTask<DbTransaction> BeginAsync(DbConnection connection, CancellationToken cancellationToken);

    public abstract ValueTask DisposeAsync();

    public StorageUnavailableException WaitedTooLong(Exception? cause = null) =>
        new($"Somebody else has been writing to {Location} for {WriteWait.TotalSeconds:0.#} seconds. Try again; if it stays so, look for another HomeDash that uses it.", cause);
}
