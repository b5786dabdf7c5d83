using System.Data.Common;

namespace HomeDash.Storage.Tests;

/// <summary>One writer at a time, readers beside it, and nothing lost.</summary>
public abstract class WritingTests(Dialect dialect) : DatabaseTests(dialect)
{
    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await WriteAsync("CREATE TABLE tally (id INTEGER PRIMARY KEY, count BIGINT NOT NULL)");
        await WriteAsync("INSERT INTO tally VALUES (1, 0)");
    }

    [Fact]
    public async Task A_commit_lasts()
    {
        await WriteAsync("UPDATE tally SET count = 5");

        Assert.Equal(5, await CountAsync());
    }

    [Fact]
    public async Task Disposing_without_a_commit_rolls_back_and_lets_the_next_writer_in()
    {
        await using (var write = await Database.BeginWriteAsync(Cancellation))
        {
            await write.Connection.ExecuteAsync("UPDATE tally SET count = 5", transaction: write.Transaction);
        }

        Assert.Equal(0, await CountAsync());
        await WriteAsync("UPDATE tally SET count = 6");
        Assert.Equal(6, await CountAsync());
    }

    [Fact]
    public async Task A_rollback_lets_the_next_writer_in_before_the_transaction_is_disposed()
    {
        await using var write = await Database.BeginWriteAsync(Cancellation);
        await write.Connection.ExecuteAsync("UPDATE tally SET count = 5", transaction: write.Transaction);
        await write.RollbackAsync(Cancellation);

        await WriteAsync("UPDATE tally SET count = count + 1");

        Assert.Equal(1, await CountAsync());
    }

    [Fact]
    public async Task A_failed_statement_leaves_the_next_writer_free()
    {
        await Assert.ThrowsAnyAsync<DbException>(() => WriteAsync("INSERT INTO tally VALUES (1, 0)"));

        await WriteAsync("UPDATE tally SET count = 1");

        Assert.Equal(1, await CountAsync());
    }

    [Fact]
    public async Task Sixteen_writers_at_once_lose_no_update()
    {
        const int writers = 16, rounds = 20;

        await Task.WhenAll(Enumerable.Range(0, writers).Select(_ => Task.Run(
            async () =>
            {
                for (var round = 0; round < rounds; round++)
                {
                    await IncrementAsync(Database);
                }
            },
            Cancellation)));

        Assert.Equal(writers * rounds, await CountAsync());
    }

    [Fact]
    public async Task Two_programs_that_write_at_once_lose_no_update()
    {
        await using var other = new Database(Test.Options);

        await Task.WhenAll(new[] { Database, other, Database, other }.Select(database => Task.Run(
            async () =>
            {
                for (var round = 0; round < 25; round++)
                {
                    await IncrementAsync(database);
                }
            },
            Cancellation)));

        Assert.Equal(100, await CountAsync());
    }

    [Fact]
    public async Task A_second_program_waits_for_the_first_ones_transaction()
    {
        await using var other = new Database(Test.Options);
        var write = await Database.BeginWriteAsync(Cancellation);
        await write.Connection.ExecuteAsync("UPDATE tally SET count = 10", transaction: write.Transaction);

        var waiting = Task.Run(() => IncrementAsync(other), Cancellation);
        await Task.Delay(200, Cancellation);
        Assert.False(waiting.IsCompleted);
        await write.CommitAsync(Cancellation);
        await waiting;

        Assert.Equal(11, await CountAsync());
    }

    [Fact]
    public async Task Waiting_for_another_program_ends_with_a_message()
    {
        await using var hasty = Hasty();
        await using (await Database.BeginWriteAsync(Cancellation))
        {
            var refusal = await Assert.ThrowsAsync<StorageUnavailableException>(() => IncrementAsync(hasty));
            Assert.StartsWith($"Somebody else has been writing to {Database.Location} for 0.1 seconds.", refusal.Message);
        }

        await IncrementAsync(hasty);

        Assert.Equal(1, await CountAsync());
    }

    [Fact]
    public async Task Waiting_for_a_writer_of_this_program_ends_with_a_message()
    {
        await using var hasty = Hasty();
        await using var write = await hasty.BeginWriteAsync(Cancellation);

        await Assert.ThrowsAsync<StorageUnavailableException>(() => IncrementAsync(hasty));
    }

    [Fact]
    public async Task Readers_go_on_beside_a_writer_and_see_only_what_is_committed()
    {
        await using var write = await Database.BeginWriteAsync(Cancellation);
        await write.Connection.ExecuteAsync("UPDATE tally SET count = 7", transaction: write.Transaction);

        var seen = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(CountAsync, Cancellation)));
        await write.CommitAsync(Cancellation);

        Assert.All(seen, count => Assert.Equal(0, count));
        Assert.Equal(7, await CountAsync());
    }

    [Fact]
    public async Task Who_gives_up_waiting_leaves_the_queue()
    {
        using var impatient = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        await using (await Database.BeginWriteAsync(Cancellation))
        {
            var waiting = Database.BeginWriteAsync(impatient.Token).AsTask();
            await impatient.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        }

        await WriteAsync("UPDATE tally SET count = 1");

        Assert.Equal(1, await CountAsync());
    }

    private static async Task IncrementAsync(Database database)
    {
        await using var write = await database.BeginWriteAsync(Cancellation);
        var count = await write.Connection.QuerySingleAsync<long>("SELECT count FROM tally", transaction: write.Transaction);
        await write.Connection.ExecuteAsync("UPDATE tally SET count = @next", new { next = count + 1 }, write.Transaction);
        await write.CommitAsync(Cancellation);
    }

    /// <summary>Another program on the same database that does not wait long.</summary>
    private Database Hasty() => new(new()
    {
        DataFolder = Test.Options.DataFolder,
        ConnectionString = Test.Options.ConnectionString,
        WriteWait = TimeSpan.FromMilliseconds(100),
    });

    private Task<long> CountAsync() => ReadAsync<long>("SELECT count FROM tally");

    public sealed class OnSqlite() : WritingTests(Dialect.Sqlite);

    public sealed class OnPostgreSql() : WritingTests(Dialect.PostgreSql);
}
