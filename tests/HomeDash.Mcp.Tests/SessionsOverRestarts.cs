using System.Net;
using Dapper;
using HomeDash.Procedures;
using HomeDash.Storage;
using HomeDash.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace HomeDash.Mcp.Tests;

/// <summary>Sessions outlive the process, and the memory that there is for them.</summary>
public sealed class SessionsOverRestarts : IAsyncLifetime
{
    private TestDatabase? database;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        database = await TestDatabase.CreateAsync(Dialect.Sqlite, Cancellation);
        await using var services = new ServiceCollection().AddHomeDashStorage(database.Options).AddHomeDash().BuildServiceProvider();
        await services.GetRequiredService<HouseStartup>().MigrateAsync(Cancellation);
        await using var write = await database.Database.BeginWriteAsync(Cancellation);
        await write.Connection.ExecuteAsync("INSERT INTO users (id, name, name_key, created_at) VALUES ('u1', 'ada', 'ada', 0), ('u2', 'bob', 'bob', 0)", transaction: write.Transaction);
        await write.CommitAsync(Cancellation);
    }

    public ValueTask DisposeAsync() => database!.DisposeAsync();

    [Fact]
    public async Task A_client_carries_on_with_its_session_and_misses_no_change()
    {
        RawSession session;
        string? last;
        await using (var before = await StartAsync())
        {
            session = await RawSession.BeginAsync(before, capabilities: """{"elicitation":{}}""");
            await session.CallAsync("resources/subscribe", """{"uri":"lamp://hall"}""");
            await session.CallAsync("logging/setLevel", """{"level":"info"}""");
            using (var stream = await session.ListenAsync())
            {
                before.Change("hall");
                last = (await stream.NextAsync())!.Id;
            }

            // Nobody listens now, and HomeDash ends before anybody does.
            before.Change("hall");
        }

        await using var after = await StartAsync();
        var resumed = session.At(after);
        using var events = await resumed.ListenAsync(last);

        Assert.Equal(HttpStatusCode.OK, events.Response.StatusCode);
        var told = new List<string?>();
        do
        {
            told.Add((await events.NextAsync())!.Method);
        }
        while (told[^1] != "notifications/resources/updated");

        after.Change("hall");
        Assert.Equal("notifications/resources/updated", (await events.NextAsync())!.Method);

        // What it said once still holds: it hears of its calls, and can be asked.
        using var call = await resumed.OpenCallAsync("tools/call", """{"name":"lamp_remove","arguments":{"lamp":"hall"}}""");
        Assert.Equal("notifications/message", (await call.NextAsync())!.Method);
        RawEvent? question;
        while ((question = await call.NextAsync())!.Method != "elicitation/create")
        {
        }

        await resumed.PostAsync($$"""{"jsonrpc":"2.0","id":{{question!.Message.GetProperty("id").GetRawText()}},"result":{"action":"accept","content":{"answer":true} } }""");
        RawEvent? next;
        while ((next = await call.NextAsync())!.Method is not null)
        {
        }

        Assert.True(next!.Message.TryGetProperty("result", out _));
    }

    [Fact]
    public async Task A_session_is_its_users_own_after_a_restart_as_before()
    {
        RawSession session;
        await using (var before = await StartAsync())
        {
            session = await RawSession.BeginAsync(before);
        }

        await using var after = await StartAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await session.At(after, KeyedCaller.Viewer).CallAsync("ping")).Status);
        Assert.Equal(HttpStatusCode.OK, (await session.At(after).CallAsync("ping")).Status);
    }

    [Fact]
    public async Task An_ended_session_stays_ended()
    {
        RawSession session;
        await using (var before = await StartAsync())
        {
            session = await RawSession.BeginAsync(before);
            await session.DeleteAsync();
        }

        await using var after = await StartAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await session.At(after).CallAsync("ping")).Status);
    }

    [Fact]
    public async Task The_database_does_not_know_the_id()
    {
        string id;
        await using (var host = await StartAsync())
        {
            id = (await RawSession.BeginAsync(host)).Id;
        }

        await using var connection = await database!.Database.OpenReadAsync(Cancellation);
        var hash = await connection.QuerySingleAsync<string>("SELECT id_sha256 FROM mcp_sessions");
        Assert.NotEqual(id, hash);
        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(id))), hash);
    }

    [Fact]
    public async Task A_session_that_finds_no_room_is_put_away_and_comes_back()
    {
        var most = new McpOptions().MaxSessions;
        await using var host = await StartAsync();
        var first = await RawSession.BeginAsync(host);
        await first.CallAsync("resources/subscribe", """{"uri":"lamp://hall"}""");
        for (var more = 0; more < most; more++)
        {
            await RawSession.BeginAsync(host);
        }

        var sessions = host.Services.GetRequiredService<IClientSessions>();
        var put = sessions.List();
        host.Change("hall");
        using var events = await first.ListenAsync();

        Assert.Equal((1000, 1000), (most, put.Count));
        Assert.DoesNotContain(put, session => session.Subscriptions == 1);
        Assert.Equal(most, sessions.List().Count);
        RawEvent? told;
        while ((told = await events.NextAsync())!.Method != "notifications/resources/updated")
        {
        }

        Assert.Equal("lamp://hall", told.Message.GetProperty("params").GetProperty("uri").GetString());
    }

    [Fact]
    public async Task The_official_client_does_not_notice_a_restart()
    {
        var port = FreePort();
        await using var before = await StartAsync(port: port);
        await using var client = await before.ConnectAsync("2025-11-25");
        await client.ListToolsAsync(cancellationToken: Cancellation);
        await before.StopAsync();

        await using var after = await StartAsync(port: port);

        Assert.Contains(await client.ListToolsAsync(cancellationToken: Cancellation), tool => tool.Name == "lamp_get");
    }

    private static int FreePort()
    {
        using var socket = new System.Net.Sockets.Socket(System.Net.Sockets.AddressFamily.InterNetwork, System.Net.Sockets.SocketType.Stream, System.Net.Sockets.ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }

    /// <summary>A process of HomeDash on this test's database: its ledger, and the lamps.</summary>
    private Task<McpHost> StartAsync(int port = 0) => LampHost.StartAsync(
        services => services.AddHomeDashStorage(database!.Options).AddScoped<HouseData>().AddSingleton<HouseWork>().AddClientSessions(),
        port);
}
