using HomeDash.Procedures;
using HomeDash.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace HomeDash.Tests;

/// <summary>What is remembered of the sessions of AI clients, and who may see and end them.</summary>
public abstract class SessionTests(Dialect dialect) : HouseTests(dialect)
{
    [Fact]
    public async Task A_session_is_remembered_as_it_was_last()
    {
        var ada = await House.AddUserAsync("ada");
        var session = Session("a", ada) with { KeyId = "k1", LogLevel = "info", Subscriptions = ["homedash://health"], ToolSet = "0123" };
        await WriteAsync(ledger => ledger.Keep(Session("a", ada)));
        await WriteAsync(ledger => ledger.Keep(session));

        var found = await Ledger().FindAsync("a", Cancellation);

        Assert.Equal(session with { Subscriptions = [] }, found! with { Subscriptions = [] });
        Assert.Equal(session.Subscriptions, found.Subscriptions);
    }

    [Fact]
    public async Task What_is_not_written_yet_counts_already()
    {
        var ada = await House.AddUserAsync("ada");
        var ledger = Ledger();

        ledger.Keep(Session("a", ada));
        Assert.NotNull(await ledger.FindAsync("a", Cancellation));
        ledger.Forget("a");
        Assert.Null(await ledger.FindAsync("a", Cancellation));
    }

    [Fact]
    public async Task Sessions_are_forgotten_when_they_end_when_nobody_uses_them_and_with_their_user()
    {
        var ada = await House.AddUserAsync("ada");
        var bob = await House.AddUserAsync("bob");
        await WriteAsync(ledger =>
        {
            ledger.Keep(Session("ended", ada));
            ledger.Keep(Session("unused", ada));
            ledger.Keep(Session("used", ada) with { UsedAt = House.Clock.GetUtcNow().AddHours(1) });
            ledger.Keep(Session("of bob", bob));
        });
        await WriteAsync(ledger =>
        {
            ledger.Forget("ended");
            ledger.ForgetUnusedSince(House.Clock.GetUtcNow().AddMinutes(1));
        });
        await House.CallAsync(Caller.House, "user.delete", """{"user":"bob"}""");

        Assert.Null(await Ledger().FindAsync("ended", Cancellation));
        Assert.Null(await Ledger().FindAsync("unused", Cancellation));
        Assert.Null(await Ledger().FindAsync("of bob", Cancellation));
        Assert.NotNull(await Ledger().FindAsync("used", Cancellation));
        // A user who is gone meanwhile keeps nobody else's session from being written.
        await WriteAsync(ledger =>
        {
            ledger.Keep(Session("late", bob));
            ledger.Keep(Session("other", ada));
        });
        Assert.Null(await Ledger().FindAsync("late", Cancellation));
        Assert.NotNull(await Ledger().FindAsync("other", Cancellation));
    }

    private SessionRecord Session(string hash, Caller user) => new(hash, user.UserId, "mcp", "2025-11-25", "client", "1.0", """{"elicitation":{}}""", House.Clock.GetUtcNow());

    private SessionLedger Ledger() => ActivatorUtilities.CreateInstance<SessionLedger>(House.Services);

    /// <summary>Says something to a ledger, and ends it as HomeDash does.</summary>
    private async Task WriteAsync(Action<ISessionLedger> say)
    {
        using var ledger = Ledger();
        say(ledger);
        await ledger.StopAsync(Cancellation);
    }
}

public sealed class SessionsOnSqlite() : SessionTests(Dialect.Sqlite);

public sealed class SessionsOnPostgreSql() : SessionTests(Dialect.PostgreSql);
