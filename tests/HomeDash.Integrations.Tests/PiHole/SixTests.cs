using HomeDash.Procedures;
using HomeDash.Simulators;

namespace HomeDash.Integrations.PiHole.Tests;

/// <summary>Pi-hole 6.</summary>
public sealed class SixTests : IAsyncLifetime
{
    private readonly SteppedClock clock = new();
    private PiHoleSixSimulator pi = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => pi = await PiHoleSixSimulator.StartAsync(clock);

    public ValueTask DisposeAsync() => pi.DisposeAsync();

    [Theory]
    [InlineData("")]
    [InlineData("admin")]
    [InlineData("admin/")]
    public async Task It_is_recognized_under_its_address_and_that_of_its_page(string path)
    {
        await using var client = PiHoles.Connect(new(pi.Url, path), pi.Password);

        Assert.Equal(new("Pi-hole", "v6.2.1"), await client.TestAsync(Cancellation));
    }

    [Fact]
    public async Task One_that_does_not_know_its_version_passes_the_test()
    {
        pi.FromSource = true;
        await using var client = Connect();

        Assert.Equal(new("Pi-hole", "6"), await client.TestAsync(Cancellation));
    }

    [Fact]
    public async Task It_tells_what_it_has_counted()
    {
        await using var client = Connect();

        Assert.Equal(new DnsHoleReading(new(BlockingStatus.Enabled), 7497, 1874, 151_234, TimeSpan.FromHours(24)), await client.ReadAsync(Cancellation));
        Assert.Equal([new("ads.example.com", 812), new("telemetry.example.net", 330)], (await client.TopBlockedAsync(2, Cancellation)).Domains);
    }

    [Fact]
    public async Task Lists_that_are_not_there_yet_are_not_counted()
    {
        pi.Domains = -1;
        await using var client = Connect();

        Assert.Null((await client.ReadAsync(Cancellation)).Domains);
    }

    [Fact]
    public async Task A_pause_ends_by_itself()
    {
        await using var client = Connect();

        var paused = await client.DisableAsync(TimeSpan.FromSeconds(300), Cancellation);
        Assert.Equal(BlockingStatus.Disabled, paused.Status);
        PiHoles.AssertLeft(300, paused);

        clock.Step(100.5);
        PiHoles.AssertLeft(199.5, await client.BlockingAsync(Cancellation));

        clock.Step(200);
        Assert.Equal(new(BlockingStatus.Enabled), await client.BlockingAsync(Cancellation));
    }

    [Fact]
    public async Task A_pause_is_made_longer_although_FTL_then_forgets_it()
    {
        await using var client = Connect();
        await client.DisableAsync(TimeSpan.FromSeconds(300), Cancellation);

        PiHoles.AssertLeft(1800, await client.DisableAsync(TimeSpan.FromSeconds(1800), Cancellation));

        clock.Step(1801);
        Assert.True(pi.Switch.On);
    }

    [Fact]
    public async Task A_pause_is_made_one_without_an_end()
    {
        await using var client = Connect();
        await client.DisableAsync(TimeSpan.FromSeconds(300), Cancellation);

        Assert.Equal(new(BlockingStatus.Disabled), await client.DisableAsync(null, Cancellation));

        clock.Step(301);
        Assert.False(pi.Switch.On);
    }

    [Fact]
    public async Task Enabled_it_stays_so_whatever_timer_ran()
    {
        pi.Switch.Set(true, 2);
        await using var client = Connect();
        Assert.NotNull((await client.BlockingAsync(Cancellation)).FlipsAt);

        Assert.Equal(new(BlockingStatus.Enabled), await client.EnableAsync(Cancellation));

        clock.Step(3);
        Assert.True(pi.Switch.On);
    }

    [Fact]
    public async Task A_yes_without_a_deed_is_not_believed()
    {
        pi.Lies = true;
        await using var client = Connect();

        var error = await PiHoles.ErrorAsync(() => client.DisableAsync(null, Cancellation));

        Assert.Equal((ErrorReason.ServiceFailed, "the one of the test took the order, but blocking is not off for good."), (error.Reason, error.Message));
    }

    [Fact]
    public async Task When_its_DNS_has_failed_it_says_so()
    {
        pi.Failed = true;
        await using var client = Connect();

        Assert.Equal(BlockingStatus.Unknown, (await client.BlockingAsync(Cancellation)).Status);
    }

    [Fact]
    public async Task One_session_serves_all_calls_and_is_given_back()
    {
        await using (var client = Connect())
        {
            await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => client.ReadAsync(Cancellation)));
            await client.DisableAsync(TimeSpan.FromSeconds(5), Cancellation);

            Assert.Equal(1, pi.OpenSessions);
        }

        Assert.Equal(0, pi.OpenSessions);
        Assert.Single(pi.Calls, call => call == "POST /api/auth");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_session_that_has_ended_is_renewed_once(bool restarted)
    {
        await using var client = Connect();
        await client.ReadAsync(Cancellation);

        if (restarted)
        {
            pi.EndSessions();
        }
        else
        {
            clock.Step(1801);
        }

        await client.ReadAsync(Cancellation);
        Assert.Equal(1, pi.OpenSessions);
        Assert.Equal(2, pi.Calls.Count(call => call == "POST /api/auth"));
    }

    [Fact]
    public async Task Without_a_seat_it_says_what_frees_one()
    {
        pi.Seats = 0;
        await using var client = Connect();

        var error = await PiHoles.ErrorAsync(() => client.ReadAsync(Cancellation));

        Assert.Equal(ErrorReason.TooManyCalls, error.Reason);
        Assert.Contains("no seat left", error.Message, StringComparison.Ordinal);
        Assert.Contains("webserver.api.max_sessions", error.Message, StringComparison.Ordinal);

        pi.Seats = 1;
        await client.ReadAsync(Cancellation);
    }

    [Fact]
    public async Task A_wrong_password_is_sent_once_and_never_brings_the_limit_about()
    {
        await using var client = PiHoles.Connect(pi.Url, "wrong");

        for (var attempt = 0; attempt < 6; attempt++)
        {
            Assert.Equal(ErrorReason.CredentialsRefused, (await PiHoles.ErrorAsync(() => client.ReadAsync(Cancellation))).Reason);
        }

        Assert.Equal(["POST /api/auth"], pi.Calls);
    }

    [Fact]
    public async Task The_limit_that_others_brought_about_is_no_wrong_password()
    {
        for (var attempt = 0; attempt < 3; attempt++)
        {
            await using var other = PiHoles.Connect(pi.Url, "wrong");
            await PiHoles.ErrorAsync(() => other.ReadAsync(Cancellation));
        }

        await using var client = Connect();
        Assert.Equal(ErrorReason.TooManyCalls, (await PiHoles.ErrorAsync(() => client.ReadAsync(Cancellation))).Reason);

        clock.Step(2);
        await client.ReadAsync(Cancellation);
    }

    [Fact]
    public async Task With_a_second_factor_it_asks_for_an_app_password_which_works()
    {
        pi.TwoFactor = true;
        await using (var client = Connect())
        {
            var error = await PiHoles.ErrorAsync(() => client.ReadAsync(Cancellation));
            Assert.Equal(ErrorReason.CredentialsRefused, error.Reason);
            Assert.Contains("app password", error.Message, StringComparison.Ordinal);
        }

        await using var other = PiHoles.Connect(pi.Url, pi.AppPassword);
        await other.ReadAsync(Cancellation);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("left-over")]
    public async Task One_without_a_password_lets_everybody_in(string? key)
    {
        pi.Password = null;
        await using var client = PiHoles.Connect(pi.Url, key);

        await client.DisableAsync(TimeSpan.FromSeconds(60), Cancellation);

        Assert.False(pi.Switch.On);
    }

    private PiHoleClient Connect() => PiHoles.Connect(pi.Url, pi.Password);
}
