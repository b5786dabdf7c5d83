using HomeDash.Integrations.PiHole.Tests;
using HomeDash.Procedures;
using HomeDash.Simulators;

namespace HomeDash.Integrations.TechnitiumDns.Tests;

/// <summary>Technitium DNS Server.</summary>
public sealed class TechnitiumDnsTests : IAsyncLifetime
{
    private readonly SteppedClock clock = new();
    private TechnitiumDnsSimulator dns = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => dns = await TechnitiumDnsSimulator.StartAsync(clock);

    public ValueTask DisposeAsync() => dns.DisposeAsync();

    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public async Task It_is_read_with_a_token_and_with_a_password_in_old_and_new_versions(bool withToken, bool newer)
    {
        dns.IsNewer = newer;
        await using var client = withToken ? WithToken() : WithPassword();

        Assert.Equal(new("Technitium DNS", "13.4.3"), await client.TestAsync(Cancellation));
        Assert.Equal(new DnsHoleReading(new(BlockingStatus.Enabled), 4000, 500, 93_215, TimeSpan.FromDays(1)), await client.ReadAsync(Cancellation));
        Assert.Equal([new("ads.example.com", 99)], (await client.TopBlockedAsync(1, Cancellation)).Domains);
    }

    [Fact]
    public async Task No_secret_is_in_an_address()
    {
        await using var client = WithPassword();
        await client.ReadAsync(Cancellation);
        await client.DisableAsync(null, Cancellation);

        Assert.All(dns.Addresses, address => Assert.DoesNotContain('?', address));
    }

    [Theory]
    [InlineData(300, 300, null)]
    [InlineData(1, 60, "1 s were rounded up to 1 min.")]
    [InlineData(90, 120, "90 s were rounded up to 2 min.")]
    public async Task A_pause_is_rounded_up_to_minutes_and_says_so(int asked, int given, string? note)
    {
        await using var client = WithToken();

        var paused = await client.DisableAsync(TimeSpan.FromSeconds(asked), Cancellation);

        Assert.Equal(BlockingStatus.Disabled, paused.Status);
        PiHoles.AssertLeft(given, paused);
        Assert.EndsWith(note ?? "", paused.Note ?? "", StringComparison.Ordinal);
        Assert.Equal(note is null, paused.Note is null);
        clock.Step(given + 1);
        Assert.Equal(new(BlockingStatus.Enabled), await client.BlockingAsync(Cancellation));
    }

    [Fact]
    public async Task Disabled_during_a_pause_it_stays_so_when_the_pause_ends()
    {
        await using var client = WithToken();
        await client.DisableAsync(TimeSpan.FromMinutes(5), Cancellation);

        Assert.Equal(new(BlockingStatus.Disabled), await client.DisableAsync(null, Cancellation));

        clock.Step(600);
        Assert.False(dns.Switch.On);
    }

    [Fact]
    public async Task Enabled_during_a_pause_it_has_no_timer_left()
    {
        await using var client = WithToken();
        await client.DisableAsync(TimeSpan.FromMinutes(5), Cancellation);

        Assert.Equal(new(BlockingStatus.Enabled), await client.EnableAsync(Cancellation));
        Assert.Null(dns.Switch.FlipsAt);
    }

    [Fact]
    public async Task A_sign_in_is_kept_renewed_and_ended_and_a_token_of_a_person_is_not_touched()
    {
        await using (var client = WithPassword())
        {
            await client.ReadAsync(Cancellation);
            await client.ReadAsync(Cancellation);
            Assert.Equal(2, dns.GoodTokens);

            clock.Step(1801);
            await client.ReadAsync(Cancellation);
            Assert.Equal(2, dns.Addresses.Count(address => address == "/api/user/login"));
        }

        await using (var client = WithToken())
        {
            await client.ReadAsync(Cancellation);
        }

        Assert.Equal(1, dns.GoodTokens);
    }

    [Fact]
    public async Task A_wrong_password_is_sent_once()
    {
        await using var client = Connect(new("admin", new("wrong")));

        for (var attempt = 0; attempt < 6; attempt++)
        {
            Assert.Equal(ErrorReason.CredentialsRefused, (await PiHoles.ErrorAsync(() => client.ReadAsync(Cancellation))).Reason);
        }

        Assert.Single(dns.Addresses);
    }

    [Fact]
    public async Task A_wrong_token_is_tried_once()
    {
        await using var client = Connect(new(ApiKey: new("wrong")));

        for (var attempt = 0; attempt < 6; attempt++)
        {
            Assert.Contains("does not know this API token", (await PiHoles.ErrorAsync(() => client.ReadAsync(Cancellation))).Message, StringComparison.Ordinal);
        }

        Assert.Single(dns.Addresses);
    }

    [Fact]
    public async Task With_a_second_factor_it_asks_for_a_token()
    {
        dns.TwoFactor = true;
        await using var client = WithPassword();

        Assert.Contains("create an API token", (await PiHoles.ErrorAsync(() => client.ReadAsync(Cancellation))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_block_that_others_brought_about_is_no_wrong_password()
    {
        for (var attempt = 0; attempt < 5; attempt++)
        {
            await using var other = Connect(new("admin", new("wrong")));
            await PiHoles.ErrorAsync(() => other.ReadAsync(Cancellation));
        }

        await using var client = WithPassword();
        Assert.Equal(ErrorReason.TooManyCalls, (await PiHoles.ErrorAsync(() => client.ReadAsync(Cancellation))).Reason);

        clock.Step(301);
        await client.ReadAsync(Cancellation);
    }

    [Fact]
    public async Task A_user_who_may_only_look_is_told_so_without_a_stack_trace()
    {
        dns.MayOnlyView = true;
        await using var client = WithToken();
        await client.ReadAsync(Cancellation);

        var error = await PiHoles.ErrorAsync(() => client.DisableAsync(TimeSpan.FromMinutes(1), Cancellation));

        Assert.Equal(ErrorReason.PermissionRefused, error.Reason);
        Assert.DoesNotContain("DnsWebService", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_ok_without_an_answer_is_not_believed()
    {
        await using var client = new TechnitiumDnsKind(TimeProvider.System).Connect(
            new("id", "the one of the test", "technitiumDns", new Uri(dns.Url, "/elsewhere").ToString()) { Credentials = new(ApiKey: new(dns.ApiToken)) });

        Assert.Equal(ErrorReason.ServiceFailed, (await PiHoles.ErrorAsync(() => client.TestAsync(Cancellation))).Reason);
        Assert.Equal(ErrorReason.ServiceFailed, (await PiHoles.ErrorAsync(() => client.DisableAsync(TimeSpan.FromMinutes(1), Cancellation))).Reason);
    }

    private TechnitiumDnsClient WithToken() => Connect(new(ApiKey: new(dns.ApiToken)));

    private TechnitiumDnsClient WithPassword() => Connect(new("admin", new(dns.Password)));

    private TechnitiumDnsClient Connect(Credentials credentials) => new TechnitiumDnsKind(TimeProvider.System).Connect(
        new("id", "the one of the test", "technitiumDns", dns.Url.ToString()) { Credentials = credentials });
}
