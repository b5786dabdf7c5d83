using System.Data.Common;

namespace HomeDash.Storage.Tests;

/// <summary>Gives each test an empty database on one engine. Every test here runs on each of them.</summary>
public abstract class DatabaseTests(Dialect dialect) : IAsyncLifetime
{
    protected TestDatabase Test { get; private set; } = null!;

    protected Database Database => Test.Database;

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public virtual async ValueTask InitializeAsync() => Test = await TestDatabase.CreateAsync(dialect, Cancellation);

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (Test is not null)
        {
            await Test.DisposeAsync();
        }
    }

    /// <summary>Runs a statement in a transaction of its own.</summary>
    protected async Task WriteAsync(string sql, object? values = null)
    {
        await using var write = await Database.BeginWriteAsync(Cancellation);
        await write.Connection.ExecuteAsync(sql, values, write.Transaction);
        await write.CommitAsync(Cancellation);
    }

    protected async Task<T> ReadAsync<T>(string sql, object? values = null)
    {
        await using var read = await Database.OpenReadAsync(Cancellation);
        return await read.QuerySingleAsync<T>(sql, values);
    }

    protected async Task<List<T>> ReadAllAsync<T>(string sql, object? values = null)
    {
        await using DbConnection read = await Database.OpenReadAsync(Cancellation);
        return [.. await read.QueryAsync<T>(sql, values)];
    }
}
