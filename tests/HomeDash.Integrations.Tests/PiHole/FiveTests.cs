using HomeDash.Procedures;
using HomeDash.Simulators;
using Microsoft.AspNetCore.Http;

namespace HomeDash.Integrations.PiHole.Tests;

/// <summary>Pi-hole 5.</summary>
public sealed class FiveTests : IAsyncLifetime
{
    private readonly SteppedClock clock = new();
    private PiHoleFiveSimulator pi = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => pi = await PiHoleFiveSimulator.StartAsync(clock);

    public ValueTask DisposeAsync() => pi.DisposeAsync();

    [Theory]
    [InlineData("not found")]
    [InlineData("a page")]
    [InlineData("a redirect")]
    public async Task It_is_recognized_whatever_its_web_server_does_with_an_unknown_path(string unknown)
    {
        pi.Elsewhere = unknown switch
        {
            "a page" => () => Results.Text("<!doctype html><title>Website blocked</title>", "text/html"),
            "a redirect" => () => Results.Redirect("/admin"),
            _ => pi.Elsewhere,
        };
        await using var client = Connect();

        Assert.Equal(new("Pi-hole", "v5.18.3"), await client.TestAsync(Cancellation));
    }

    [Fact]
    public async Task It_tells_what_it_has_counted()
    {
        await using var client = Connect();

        Assert.Equal(new DnsHoleReading(new(BlockingStatus.Enabled), 20_012, 2_501, 126_712, TimeSpan.FromHours(24)), await client.ReadAsync(Cancellation));
        Assert.Equal([new("ads.example.com", 1200), new("pixel.example.org", 3)], (await client.TopBlockedAsync(10, Cancellation)).Domains);
    }

    [Fact]
    public async Task A_new_one_has_counted_nothing()
    {
        pi.IsNew = true;
        await using var client = Connect();

        Assert.Equal(new DnsHoleReading(new(BlockingStatus.Enabled), 0, 0, null, TimeSpan.FromHours(24)), await client.ReadAsync(Cancellation));
        Assert.Empty((await client.TopBlockedAsync(10, Cancellation)).Domains);
    }

    [Fact]
    public async Task A_pause_is_told_by_its_own_clock_and_ends_by_itself()
    {
        await using var client = Connect();

        PiHoles.AssertLeft(300, await client.DisableAsync(TimeSpan.FromSeconds(300), Cancellation));

        clock.Step(100);
        PiHoles.AssertLeft(200, await client.BlockingAsync(Cancellation));

        clock.Step(201);
        Assert.Equal(new(BlockingStatus.Enabled), await client.BlockingAsync(Cancellation));
    }

    [Fact]
    public async Task A_pause_is_changed_although_it_does_nothing_while_it_is_paused()
    {
        await using var client = Connect();
        await client.DisableAsync(TimeSpan.FromSeconds(300), Cancellation);

        await client.DisableAsync(TimeSpan.FromSeconds(1800), Cancellation);
        clock.Step(301);
        Assert.False(pi.Switch.On);

        Assert.Equal(new(BlockingStatus.Disabled), await client.DisableAsync(null, Cancellation));
        clock.Step(5000);
        Assert.False(pi.Switch.On);

        Assert.Equal(new(BlockingStatus.Enabled), await client.EnableAsync(Cancellation));
    }

    [Fact]
    public async Task One_that_hides_the_time_left_gets_a_note_instead()
    {
        pi.TellsTimer = false;
        await using var client = Connect();

        var paused = await client.DisableAsync(TimeSpan.FromSeconds(300), Cancellation);
        PiHoles.AssertLeft(300, paused);
        Assert.Contains("does not tell the time left", paused.Note, StringComparison.Ordinal);

        Assert.Equal(new(BlockingStatus.Disabled), await client.BlockingAsync(Cancellation));
    }

    [Theory]
    [InlineData("wrong")]
    [InlineData(null)]
    public async Task Without_the_token_it_says_where_to_find_it(string? token)
    {
        await using var client = PiHoles.Connect(pi.Url, token);

        foreach (var call in new Func<Task>[] { () => client.ReadAsync(Cancellation), () => client.DisableAsync(null, Cancellation), () => client.TopBlockedAsync(3, Cancellation) })
        {
            var error = await PiHoles.ErrorAsync(call);
            Assert.Equal(ErrorReason.CredentialsRefused, error.Reason);
            Assert.Contains("token of its page Settings, API", error.Message, StringComparison.Ordinal);
        }

        Assert.True(pi.Switch.On);
    }

    [Fact]
    public async Task Once_it_is_updated_it_is_spoken_to_as_version_6()
    {
        await using var six = await PiHoleSixSimulator.StartAsync(clock);
        six.Password = pi.Token;
        var updated = false;
        using var forwarding = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        await using var address = await LoopbackServer.StartAsync(async context =>
        {
            using var request = new HttpRequestMessage(new(context.Request.Method), new Uri(updated ? six.Url : pi.Url, context.Request.Path + context.Request.QueryString));
            request.Content = new StreamContent(context.Request.Body);
            request.Headers.TryAddWithoutValidation("X-FTL-SID", [.. context.Request.Headers["X-FTL-SID"]]);
            using var answer = await forwarding.SendAsync(request);
            context.Response.StatusCode = (int)answer.StatusCode;
            await answer.Content.CopyToAsync(context.Response.Body);
        });
        await using var client = PiHoles.Connect(address.Url, pi.Token);
        Assert.Equal(20_012, (await client.ReadAsync(Cancellation)).Queries);

        updated = true;
        await PiHoles.ErrorAsync(() => client.ReadAsync(Cancellation));

        Assert.Equal(7497, (await client.ReadAsync(Cancellation)).Queries);
    }

    private PiHoleClient Connect() => PiHoles.Connect(pi.Url, pi.Token);
}
