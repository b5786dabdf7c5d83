using System.Data.Common;

namespace HomeDash.Storage.Tests;

/// <summary>A query's connection cannot write, by the engine and not by our care.</summary>
public abstract class ReadingTests(Dialect dialect) : DatabaseTests(dialect)
{
    public static TheoryData<string> Writes =>
    [
        "INSERT INTO thing VALUES (2)",
        "UPDATE thing SET id = 3",
        "DELETE FROM thing",
        "DROP TABLE thing",
        "CREATE TABLE another (id INTEGER)",
        "WITH gone AS (SELECT 1) INSERT INTO thing SELECT 2 FROM gone",
    ];

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await WriteAsync("CREATE TABLE thing (id INTEGER PRIMARY KEY); INSERT INTO thing VALUES (1)");
    }

    [Theory, MemberData(nameof(Writes))]
    public async Task A_read_connection_refuses(string write)
    {
        await using var read = await Database.OpenReadAsync(Cancellation);

        var refusal = await Assert.ThrowsAnyAsync<DbException>(() => read.ExecuteAsync(write));

        Assert.Contains("read", refusal.Message, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(1, await ReadAsync<int>("SELECT id FROM thing"));
    }

    [Fact]
    public async Task A_read_connection_still_refuses_after_it_came_back_from_the_pool()
    {
        for (var time = 0; time < 3; time++)
        {
            await using var read = await Database.OpenReadAsync(Cancellation);
            await Assert.ThrowsAnyAsync<DbException>(() => read.ExecuteAsync("DELETE FROM thing"));
        }
    }

    [Fact]
    public async Task A_write_connection_is_never_a_read_connection_from_the_pool()
    {
        await (await Database.OpenReadAsync(Cancellation)).DisposeAsync();

        await WriteAsync("UPDATE thing SET id = 9");

        Assert.Equal(9, await ReadAsync<int>("SELECT id FROM thing"));
    }

    [Fact]
    public async Task The_first_connection_of_all_may_be_for_reading()
    {
        await using var fresh = await TestDatabase.CreateAsync(Database.Dialect, Cancellation);
        await using var second = new Database(fresh.Options);

        await using var read = await second.OpenReadAsync(Cancellation);

        Assert.Equal(1, await read.QuerySingleAsync<int>("SELECT 1"));
    }

    [Fact]
    public async Task References_are_enforced()
    {
        await WriteAsync("CREATE TABLE part (thing_id INTEGER NOT NULL REFERENCES thing (id))");

        await Assert.ThrowsAnyAsync<DbException>(() => WriteAsync("INSERT INTO part VALUES (404)"));
    }

    public sealed class OnSqlite() : ReadingTests(Dialect.Sqlite);

    public sealed class OnPostgreSql() : ReadingTests(Dialect.PostgreSql);
}
