using Microsoft.Extensions.DependencyInjection;

namespace HomeDash.Mcp.Tests;

/// <summary>What a session hears of without having asked.</summary>
public sealed class SessionNotifications
{
    private const string Hall = """{"uri":"lamp://hall"}""";

    [Fact]
    public async Task It_hears_of_every_list_that_it_was_promised_to_hear_of()
    {
        await using var host = await LampHost.StartAsync();
        var begun = await host.PostAsync(RawSession.Initialize());
        var capabilities = begun.Message.GetProperty("result").GetProperty("capabilities").EnumerateObject();
        string[] promised = [.. capabilities.Where(capability => capability.Value.TryGetProperty("listChanged", out var tells) && tells.GetBoolean()).Select(capability => $"notifications/{capability.Name}/list_changed")];
        var session = new RawSession(host, begun.Headers.GetValues("Mcp-Session-Id").Single(), "2025-11-25", KeyedCaller.Administrator);
        using var stream = await session.ListenAsync();
        await session.CallAsync("resources/subscribe", Hall);

        host.Lamps.Add("lamp.blink");
        var told = new List<string?>();
        foreach (var _ in promised)
        {
            told.Add((await stream.NextAsync())!.Method);
        }

        Assert.Contains("notifications/tools/list_changed", promised);
        Assert.Equal(promised.Order(), told.Order());
        host.Change("hall");
        Assert.Equal("notifications/resources/updated", (await stream.NextAsync())!.Method);
    }

    [Fact]
    public async Task It_hears_of_its_own_rights_and_not_of_others()
    {
        await using var host = await LampHost.StartAsync();
        var viewer = await RawSession.BeginAsync(host, key: KeyedCaller.Viewer);
        var administrator = await RawSession.BeginAsync(host);
        using var stream = await viewer.ListenAsync();
        using var other = await administrator.ListenAsync();

        host.Rights().Set("u2", Lamps.View, Lamps.Drive);
        Assert.Equal("notifications/tools/list_changed", (await stream.NextAsync())!.Method);

        // The first that the other hears of is what concerns it.
        await administrator.CallAsync("resources/subscribe", Hall);
        host.Change("hall");
        Assert.Equal("notifications/resources/updated", (await other.NextAsync())!.Method);
    }

    [Fact]
    public async Task It_hears_no_more_of_what_it_may_not_read_any_more_and_again_once_it_may()
    {
        await using var host = await LampHost.StartAsync();
        var session = await RawSession.BeginAsync(host, key: KeyedCaller.Viewer);
        await session.CallAsync("resources/subscribe", Hall);
        using var stream = await session.ListenAsync();

        host.Rights().Set("u2", Lamps.Drive);
        Assert.Equal("notifications/tools/list_changed", (await stream.NextAsync())!.Method);
        await Task.Delay(Coalescer.Moment, TestContext.Current.CancellationToken);
        host.Change("hall");
        await Task.Delay(Coalescer.Moment * 2, TestContext.Current.CancellationToken);
        host.Rights().Set("u2", Lamps.View, Lamps.Drive);

        var told = new List<string?>();
        do
        {
            told.Add((await stream.NextAsync())!.Method);
        }
        while (told[^1] != "notifications/resources/updated");

        // It came after the rights did, and not with the change.
        Assert.Contains("notifications/tools/list_changed", told);
    }

    [Fact]
    public async Task The_session_of_a_user_who_is_gone_ends()
    {
        await using var host = await LampHost.StartAsync();
        var session = await RawSession.BeginAsync(host, key: KeyedCaller.Viewer);
        using var stream = await session.ListenAsync();

        host.Rights().Set("u2", null);

        Assert.Null(await stream.NextAsync());
    }

    [Fact]
    public async Task It_hears_of_the_resources_that_it_follows_and_of_no_others()
    {
        await using var host = await LampHost.StartAsync();
        var session = await RawSession.BeginAsync(host);
        using var stream = await session.ListenAsync();
        await session.CallAsync("resources/subscribe", Hall);
        await session.CallAsync("resources/subscribe", """{"uri":"lamp://attic"}""");
        await session.CallAsync("resources/unsubscribe", """{"uri":"lamp://attic"}""");

        host.Change("attic");
        host.Change("cellar");
        host.Change("hall");

        var told = (await stream.NextAsync())!;
        Assert.Equal("notifications/resources/updated", told.Method);
        Assert.Equal("lamp://hall", told.Message.GetProperty("params").GetProperty("uri").GetString());
    }

    [Fact]
    public async Task Many_changes_at_once_are_told_once()
    {
        await using var host = await LampHost.StartAsync();
        var session = await RawSession.BeginAsync(host);
        await session.CallAsync("resources/subscribe", Hall);
        using var stream = await session.ListenAsync();

        for (var change = 0; change < 100; change++)
        {
            host.Change("hall");
        }

        Assert.Equal("notifications/resources/updated", (await stream.NextAsync())!.Method);
        host.Lamps.Add("lamp.blink");
        Assert.Equal("notifications/tools/list_changed", (await stream.NextAsync())!.Method);
    }

    [Fact]
    public async Task What_cannot_be_followed_is_refused()
    {
        await using var host = await LampHost.StartAsync();
        var session = await RawSession.BeginAsync(host);

        Assert.Equal(-32002, (await session.CallAsync("resources/subscribe", """{"uri":"ghost://x"}""")).ErrorCode);
        Assert.Equal(-32600, (await host.PostAsync("""{"jsonrpc":"2.0","id":1,"method":"resources/subscribe","params":{"uri":"lamp://hall"}}""")).ErrorCode);
    }

    [Fact]
    public async Task What_happens_while_nobody_listens_is_heard_afterwards()
    {
        await using var host = await LampHost.StartAsync();
        var session = await RawSession.BeginAsync(host);
        await session.CallAsync("resources/subscribe", Hall);
        await session.CallAsync("resources/subscribe", """{"uri":"lamp://attic"}""");
        string? last;
        using (var first = await session.ListenAsync())
        {
            host.Change("hall");
            last = (await first.NextAsync())!.Id;
        }

        host.Change("attic");
        await Task.Delay(Coalescer.Moment * 2, TestContext.Current.CancellationToken);

        using var resumed = await session.ListenAsync(last);
        var missed = (await resumed.NextAsync())!;
        Assert.Equal("lamp://attic", missed.Message.GetProperty("params").GetProperty("uri").GetString());
        using var again = await session.ListenAsync(last);
        Assert.Equal(missed, await again.NextAsync());
    }

    [Fact]
    public async Task A_newer_stream_takes_the_place_of_the_older()
    {
        await using var host = await LampHost.StartAsync();
        var session = await RawSession.BeginAsync(host);
        using var older = await session.ListenAsync();
        using var newer = await session.ListenAsync();

        Assert.Null(await older.NextAsync());
        host.Lamps.Add("lamp.blink");
        Assert.Equal("notifications/tools/list_changed", (await newer.NextAsync())!.Method);
    }

    [Theory, InlineData("2025-11-25", true), InlineData("2025-06-18", false)]
    public async Task A_stream_begins_with_an_id_to_come_back_to_where_the_client_can_read_it(string version, bool primed)
    {
        await using var host = await LampHost.StartAsync();
        var session = await RawSession.BeginAsync(host, version);
        using var stream = await session.ListenAsync();

        host.Lamps.Add("lamp.blink");

        var first = (await stream.NextEventAsync())!;
        Assert.NotNull(first.Id);
        Assert.Equal(primed, first.Data.Length == 0);
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task A_silent_stream_says_that_it_is_still_there(bool modern)
    {
        await using var host = await LampHost.StartAsync(services => services.AddSingleton<TimeProvider>(new Hasty()));
        var session = await RawSession.BeginAsync(host);
        using var stream = modern ? await host.ListenAsync("""{"toolsListChanged":true}""") : await session.ListenAsync();

        await Task.Delay(400, TestContext.Current.CancellationToken);
        host.Lamps.Add("lamp.blink");
        while ((await stream.NextAsync())!.Method != "notifications/tools/list_changed")
        {
        }

        Assert.InRange(stream.Comments, 1, 1000);
    }

    [Fact]
    public async Task A_get_that_takes_no_events_is_not_acceptable()
    {
        await using var host = await LampHost.StartAsync();
        var session = await RawSession.BeginAsync(host);

        var answer = await host.SendAsync(new(HttpMethod.Get, host.Url), ("Mcp-Session-Id", session.Id), ("Accept", "application/json"));

        Assert.Equal(System.Net.HttpStatusCode.NotAcceptable, answer.Status);
    }

    /// <summary>Fifteen seconds are over at once.</summary>
    private sealed class Hasty : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            dueTime == EventStream.KeepAlive
                ? base.CreateTimer(callback, state, TimeSpan.FromMilliseconds(20), period == EventStream.KeepAlive ? TimeSpan.FromMilliseconds(20) : period)
                : base.CreateTimer(callback, state, dueTime, period);
    }
}
