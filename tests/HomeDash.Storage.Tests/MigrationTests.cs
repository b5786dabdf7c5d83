using Microsoft.Extensions.Logging.Abstractions;

namespace HomeDash.Storage.Tests;

/// <summary>All migrations or none, once, in order, also when two programs start together.</summary>
public abstract class MigrationTests(Dialect dialect) : DatabaseTests(dialect)
{
    private static readonly Migration First = new(1, "first", "CREATE TABLE one (id INTEGER); INSERT INTO one VALUES (1)");
    private static readonly Migration Second = new(2, "second", "ALTER TABLE one ADD COLUMN extra TEXT; UPDATE one SET extra = 'x'");

    [Fact]
    public async Task They_run_in_the_order_of_their_numbers_whatever_order_they_are_given_in()
    {
        Assert.Equal(2, await Test.MigrateAsync(Cancellation, new MigrationSet("room", [Second, First])));

        Assert.Equal("x", await ReadAsync<string>("SELECT extra FROM one"));
        Assert.Equal([1, 2], await ReadAllAsync<int>("SELECT number FROM schema_version WHERE room = 'room' ORDER BY number"));
    }

    [Fact]
    public async Task A_second_run_does_nothing()
    {
        var set = new MigrationSet("room", [First, Second]);
        await Test.MigrateAsync(Cancellation, set);

        Assert.Equal(0, await Test.MigrateAsync(Cancellation, set));
        Assert.Equal(1, await ReadAsync<int>("SELECT COUNT(*) FROM one"));
    }

    [Fact]
    public async Task A_newer_program_applies_only_what_is_new()
    {
        await Test.MigrateAsync(Cancellation, new MigrationSet("room", [First]));

        Assert.Equal(1, await Test.MigrateAsync(Cancellation, new MigrationSet("room", [First, Second])));
    }

    [Fact]
    public async Task Rooms_count_for_themselves()
    {
        var other = new Migration(1, "other", "CREATE TABLE two (id INTEGER)");

        Assert.Equal(3, await Test.MigrateAsync(Cancellation, new("room", [First, Second]), new("annex", [other])));
        Assert.Equal(0, await Test.MigrateAsync(Cancellation, new("annex", [other]), new("room", [First, Second])));
    }

    [Fact]
    public async Task A_failing_one_leaves_nothing_of_the_whole_run()
    {
        var broken = new Migration(2, "broken", "CREATE TABLE three (id INTEGER); INSERT INTO nowhere VALUES (1)");

        var failure = await Assert.ThrowsAsync<MigrationException>(() => Test.MigrateAsync(Cancellation, new MigrationSet("room", [First, broken])));

        Assert.StartsWith("Migration 0002_broken of 'room' failed (", failure.Message);
        Assert.Contains("nowhere", failure.Message);
        Assert.Equal(2, await Test.MigrateAsync(Cancellation, new MigrationSet("room", [First, Second])));
        Assert.Empty(await ReadAllAsync<string>(TablesNamed("three")));
    }

    [Fact]
    public async Task Two_programs_that_start_together_apply_each_one_once()
    {
        await using var other = new Database(Test.Options);
        var runners = new[] { Database, other }.Select(database => new MigrationRunner(database, TimeProvider.System, NullLogger<MigrationRunner>.Instance));
        var set = new MigrationSet("room", [First, Second]);

        var applied = await Task.WhenAll(runners.Select(runner => Task.Run(() => runner.RunAsync([set], Cancellation), Cancellation)));

        Assert.Equal([0, 2], applied.Order());
        Assert.Equal(1, await ReadAsync<int>("SELECT COUNT(*) FROM one"));
    }

    [Fact]
    public async Task A_database_of_a_newer_program_is_refused_and_left_alone()
    {
        await Test.MigrateAsync(Cancellation, new MigrationSet("room", [First, Second]));

        var refusal = await Assert.ThrowsAsync<SchemaTooNewException>(() =>
            Test.MigrateAsync(Cancellation, new("annex", [new Migration(1, "other", "CREATE TABLE two (id INTEGER)")]), new("room", [First])));

        Assert.Equal(
            "The database is newer than this program: 'room' is at migration 2, and this program knows 1. Start the newer HomeDash or restore a backup.",
            refusal.Message);
        Assert.Equal(("room", 2, 1), (refusal.Room, refusal.Found, refusal.Known));
        Assert.Empty(await ReadAllAsync<string>(TablesNamed("two")));
    }

    [Fact]
    public async Task A_room_that_only_a_newer_program_has_is_refused_too()
    {
        await Test.MigrateAsync(Cancellation, new("room", [First]), new("annex", [new Migration(1, "other", "CREATE TABLE two (id INTEGER)")]));

        var refusal = await Assert.ThrowsAsync<SchemaTooNewException>(() => Test.MigrateAsync(Cancellation, new MigrationSet("room", [First])));

        Assert.Equal(("annex", 1, 0), (refusal.Room, refusal.Found, refusal.Known));
    }

    [Fact]
    public async Task They_are_read_from_an_assemblys_embedded_files()
    {
        var set = MigrationSet.FromAssembly("library", typeof(MigrationTests).Assembly);
        await Test.MigrateAsync(Cancellation, set);

        Assert.Equal(["shelf", "books"], set.Migrations.Select(migration => migration.Name));
        Assert.Equal("By the door", await ReadAsync<string>("SELECT label FROM shelf"));
    }

    [Fact]
    public async Task Two_sets_of_one_room_are_refused()
    {
        var failure = await Assert.ThrowsAsync<MigrationException>(() => Test.MigrateAsync(Cancellation, new("room", [First]), new("room", [First])));

        Assert.Equal("Two sets of migrations are named 'room'.", failure.Message);
    }

    private string TablesNamed(string name) => Database.Dialect == Dialect.Sqlite
        ? $"SELECT name FROM sqlite_schema WHERE name = '{name}'"
        : $"SELECT tablename FROM pg_tables WHERE tablename = '{name}'";

    public sealed class OnSqlite() : MigrationTests(Dialect.Sqlite);

    public sealed class OnPostgreSql() : MigrationTests(Dialect.PostgreSql);
}
