using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using HomeDash.Procedures;
using HomeDash.Simulators;
using HomeDash.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace HomeDash.Tests;

public sealed class AppStatusOnSqlite() : AppStatusTests(Dialect.Sqlite);

public sealed class AppStatusOnPostgreSql() : AppStatusTests(Dialect.PostgreSql);

/// <summary>Apps that really listen on loopback are asked over HTTP.</summary>
public abstract class AppStatusTests(Dialect dialect) : HouseTests(dialect)
{
    private int code = 200;
    private TimeSpan delay = TimeSpan.Zero;

    [Fact]
    public async Task An_app_that_answers_is_up_and_one_where_nothing_listens_is_down()
    {
        await using var plex = await ServeAsync("Plex");
        await CreateAsync("Sonarr", $"http://127.0.0.1:{FreePort()}");
        await CreateAsync("Printer", null);

        var asked = await PingAsync("Plex", "Sonarr", "Printer");

        Assert.Equal([("Plex", "up"), ("Printer", "unknown"), ("Sonarr", "down")], asked.Select(app => (Text(app, "name")!, Text(app, "state")!)).Order());
        var down = asked.Single(app => Text(app, "name") == "Sonarr");
        Assert.StartsWith("Nothing listens at 127.0.0.1:", Text(down, "error"));
        Assert.False(down.TryGetProperty("code", out _));
        Assert.Equal(200, asked.Single(app => Text(app, "name") == "Plex").GetProperty("code").GetInt32());
    }

    [Theory]
    [InlineData(204, "up")]
    [InlineData(401, "up")]
    [InlineData(403, "up")]
    [InlineData(404, "down")]
    [InlineData(500, "down")]
    [InlineData(503, "down")]
    public async Task The_status_of_the_answer_decides(int answered, string state)
    {
        await using var app = await ServeAsync("Plex");
        code = answered;

        var status = Assert.Single(await PingAsync("Plex"));

        Assert.Equal((state, answered), (Text(status, "state"), status.GetProperty("code").GetInt32()));
        Assert.Equal(state == "down", status.TryGetProperty("error", out _));
    }

    [Fact]
    public async Task An_answer_that_takes_long_is_slow_and_says_how_long_it_took()
    {
        await using var app = await ServeAsync("Plex");
        delay = TimeSpan.FromSeconds(2.5);

        var status = Assert.Single(await PingAsync("Plex"));

        Assert.Equal(("slow", 2.5), (Text(status, "state"), status.GetProperty("responseSeconds").GetDouble()));
    }

    [Fact]
    public async Task The_ping_address_is_asked_in_place_of_the_link()
    {
        await using var health = await LoopbackServer.StartAsync(context => Answer(context, context.Request.Path == "/health" ? 200 : 500));
        await House.CallAsync(Caller.House, "app.create", $$"""{"name":"Plex","href":"{{health.Url}}","pingUrl":"{{new Uri(health.Url, "/health")}}"}""");

        Assert.Equal("up", Text(Assert.Single(await PingAsync("Plex")), "state"));
    }

    [Fact]
    public async Task A_certificate_that_is_not_trusted_is_said_to_be_so()
    {
        await using var nas = await LoopbackServer.StartAsync(context => Answer(context, 200), tls: true);
        await CreateAsync("NAS", nas.Url.AbsoluteUri);

        var status = Assert.Single(await PingAsync("NAS"));

        Assert.Equal(("up", false), (Text(status, "state"), status.GetProperty("certificateTrusted").GetBoolean()));
    }

    [Fact]
    public async Task A_redirect_is_followed_on_the_same_host_and_to_no_other()
    {
        var elsewhere = 0;
        await using var other = await LoopbackServer.StartAsync(context =>
        {
            elsewhere++;
            return Answer(context, 200);
        });
        await using var app = await LoopbackServer.StartAsync(context =>
        {
            context.Response.Headers.Location = context.Request.Path.Value switch
            {
                "/" => "/login",
                "/away" => $"http://localhost:{other.Url.Port}/",
                _ => default(string?),
            };
            return Answer(context, context.Request.Path == "/login" ? 503 : 302);
        });
        await CreateAsync("Within", app.Url.AbsoluteUri);
        await CreateAsync("Away", new Uri(app.Url, "/away").AbsoluteUri);

        var statuses = await PingAsync("Within", "Away");

        Assert.Equal([("Away", 302), ("Within", 503)], statuses.Select(status => (Text(status, "name")!, status.GetProperty("code").GetInt32())).Order());
        Assert.Equal(0, elsewhere);
    }

    [Theory]
    [InlineData("http://169.254.169.254/latest/meta-data")]
    [InlineData("http://[::ffff:169.254.169.254]/")]
    [InlineData("http://[fe80::1]/")]
    [InlineData("http://0.0.0.0:8080/")]
    [InlineData("http://239.255.255.250:1900/")]
    public async Task Addresses_that_are_no_place_for_an_app_are_not_asked(string address)
    {
        await CreateAsync("Cloud", address);

        var status = Assert.Single(await PingAsync("Cloud"));

        Assert.Equal("down", Text(status, "state"));
        Assert.Contains("HomeDash asks no link-local", Text(status, "error"));
    }

    [Fact]
    public async Task What_does_not_speak_http_is_down_with_a_reason()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var greeting = Task.Run(async () =>
        {
            using var caller = await listener.AcceptTcpClientAsync(Cancellation);
            await caller.GetStream().WriteAsync("220 mail ready\r\n"u8.ToArray(), Cancellation);
        }, Cancellation);
        await CreateAsync("Mail", $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");

        var status = Assert.Single(await PingAsync("Mail"));

        await greeting;
        Assert.Equal("down", Text(status, "state"));
        Assert.NotNull(Text(status, "error"));
    }

    [Fact]
    public async Task The_background_asks_what_is_due_and_remembers_since_when()
    {
        await using var app = await ServeAsync("Plex");
        await RoundAsync();
        Assert.Equal(("up", "2026-01-01T00:00:00Z"), Since(await StatusAsync()));

        await AfterAsync(TimeSpan.FromMinutes(1));
        code = 502;
        await AfterAsync(TimeSpan.FromMinutes(1));
        code = 503;
        await AfterAsync(TimeSpan.FromMinutes(1));

        var status = await StatusAsync();
        Assert.Equal(("down", "2026-01-01T00:02:00Z"), Since(status));
        Assert.Equal(503, status.GetProperty("code").GetInt32());
        var periods = await HistoryAsync();
        Assert.Equal(["down", "down", "up"], periods.Select(period => Text(period, "state")));
        Assert.Equal(("2026-01-01T00:00:00Z", "2026-01-01T00:02:00Z", 2), (Text(periods[2], "from"), Text(periods[2], "until"), periods[2].GetProperty("asked").GetInt32()));
    }

    [Fact]
    public async Task The_share_of_the_time_up_counts_what_HomeDash_saw()
    {
        await using var app = await ServeAsync("Plex");
        await RoundAsync();
        for (var minute = 1; minute <= 8; minute++)
        {
            code = minute is 6 or 7 ? 500 : 200;
            await AfterAsync(TimeSpan.FromMinutes(1));
        }

        Assert.Equal(0.75, (await StatusAsync()).GetProperty("upDay").GetDouble());
        Assert.Equal(0.75, (await StatusAsync()).GetProperty("upWeek").GetDouble());

        House.Clock.Advance(TimeSpan.FromDays(2));
        var later = await StatusAsync();
        Assert.False(later.TryGetProperty("upDay", out _));
        Assert.Equal(("unknown", 0.75), (Text(later, "state"), later.GetProperty("upWeek").GetDouble()));
    }

    [Fact]
    public async Task A_break_in_the_watch_begins_a_new_stretch()
    {
        await using var app = await ServeAsync("Plex");
        await RoundAsync();

        await AfterAsync(TimeSpan.FromHours(5));

        Assert.Equal(("up", "2026-01-01T05:00:00Z"), Since(await StatusAsync()));
        Assert.Equal(2, (await HistoryAsync()).Count);
    }

    [Fact]
    public async Task What_was_long_ago_is_forgotten()
    {
        await using var app = await ServeAsync("Plex");
        await RoundAsync();

        await AfterAsync(TimeSpan.FromDays(31));

        Assert.Single(await HistoryAsync());
    }

    [Fact]
    public async Task Nothing_is_asked_when_the_house_is_set_so_or_somebody_asked_just_now()
    {
        await using var app = await ServeAsync("Plex");
        await House.CallAsync(Caller.House, "settings.update", """{"checkApps":false}""");
        await RoundAsync();
        Assert.Equal("unknown", Text(await StatusAsync(), "state"));

        await House.CallAsync(Caller.House, "settings.update", """{"checkApps":true}""");
        await PingAsync("Plex");
        await AfterAsync(TimeSpan.FromSeconds(10));

        Assert.Equal(1, Assert.Single(await HistoryAsync()).GetProperty("asked").GetInt32());
    }

    [Fact]
    public async Task Another_address_begins_with_no_history()
    {
        await using var app = await ServeAsync("Plex");
        await PingAsync("Plex");
        await House.CallAsync(Caller.House, "app.update", """{"app":"Plex","description":"Films"}""");
        Assert.Single(await HistoryAsync());

        await House.CallAsync(Caller.House, "app.update", """{"app":"Plex","href":"http://127.0.0.1:9"}""");

        Assert.Empty(await HistoryAsync());
        Assert.Equal("unknown", Text(await StatusAsync(), "state"));
    }

    [Fact]
    public async Task Troubled_apps_come_first_and_a_deleted_one_takes_its_history_along()
    {
        await using var app = await ServeAsync("Audiobooks");
        await CreateAsync("Sonarr", $"http://127.0.0.1:{FreePort()}");
        await RoundAsync();

        Assert.Equal(["Sonarr", "Audiobooks"], Names(await House.CallAsync(Caller.House, "app.status")));
        Assert.Equal(["Audiobooks"], Names(await House.CallAsync(Caller.House, "app.status", """{"apps":["audio"]}""")));
        await House.CallAsync(Caller.House, "app.delete", """{"app":"Sonarr"}""");
        Assert.Equal(1, await House.QueryAsync<long>("SELECT COUNT(*) FROM app_checks"));
    }

    [Fact]
    public async Task A_dry_run_asks_nobody()
    {
        var asked = 0;
        await using var app = await LoopbackServer.StartAsync(context =>
        {
            asked++;
            return Answer(context, 200);
        });
        await CreateAsync("Plex", app.Url.AbsoluteUri);

        Assert.Empty(await House.DryRunAsync(Caller.House, "app.ping", """{"apps":["Plex"]}"""));

        Assert.Equal(0, asked);
    }

    [Fact]
    public async Task Everybody_may_ask_and_only_who_may_change_apps_says_where()
    {
        await using var app = await ServeAsync("Plex");
        var mia = await House.AddUserAsync("mia");

        Assert.Equal("up", Text(Assert.Single((await House.CallAsync(mia, "app.ping", """{"apps":["Plex"]}""")).GetProperty("items").EnumerateArray()), "state"));

        Assert.Equal(ErrorReason.NotAllowed, (await House.FailAsync(mia, "app.update", """{"app":"Plex","pingUrl":"http://127.0.0.1:22"}""")).Reason);
    }

    [Fact]
    public async Task Whoever_listens_hears_of_every_answer()
    {
        await using var app = await ServeAsync("Plex");
        var feed = House.Services.GetRequiredService<IChangeFeed>();
        await using var changes = feed.ReadAsync("app.status", Cancellation).GetAsyncEnumerator(Cancellation);

        await RoundAsync();
        Assert.True(await changes.MoveNextAsync());
        await AfterAsync(TimeSpan.FromMinutes(1));
        Assert.True(await changes.MoveNextAsync());
        House.Clock.Advance(TimeSpan.FromMinutes(1));
        await PingAsync("Plex");
        Assert.True(await changes.MoveNextAsync());
    }

    private async Task<LoopbackServer> ServeAsync(string name)
    {
        var server = await LoopbackServer.StartAsync(context =>
        {
            House.Clock.Advance(delay);
            return Answer(context, code);
        });
        await CreateAsync(name, server.Url.AbsoluteUri);
        return server;
    }

    private static Task Answer(HttpContext context, int code)
    {
        context.Response.StatusCode = code;
        return Task.CompletedTask;
    }

    private Task<JsonElement> CreateAsync(string name, string? href) =>
        House.CallAsync(Caller.House, "app.create", href is null ? $$"""{"name":"{{name}}"}""" : $$"""{"name":"{{name}}","href":"{{href}}"}""");

    private async Task<IReadOnlyList<JsonElement>> PingAsync(params string[] apps) =>
        [.. (await House.CallAsync(Caller.House, "app.ping", $$"""{"apps":{{JsonSerializer.Serialize(apps)}}}""")).GetProperty("items").EnumerateArray()];

    private Task RoundAsync() => House.Services.GetRequiredService<AppChecks>().RoundAsync(Cancellation);

    private Task AfterAsync(TimeSpan time)
    {
        House.Clock.Advance(time);
        return RoundAsync();
    }

    private async Task<JsonElement> StatusAsync() => Assert.Single((await House.CallAsync(Caller.House, "app.status")).GetProperty("items").EnumerateArray());

    private async Task<IReadOnlyList<JsonElement>> HistoryAsync() =>
        [.. (await House.CallAsync(Caller.House, "app.history", """{"app":"Plex"}""")).GetProperty("items").EnumerateArray()];

    private static (string?, string?) Since(JsonElement status) => (Text(status, "state"), Text(status, "since"));

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
