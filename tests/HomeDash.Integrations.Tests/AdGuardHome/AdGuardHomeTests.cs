using HomeDash.Integrations.PiHole.Tests;
using HomeDash.Procedures;
using HomeDash.Simulators;

namespace HomeDash.Integrations.AdGuardHome.Tests;

/// <summary>AdGuard Home.</summary>
public sealed class AdGuardHomeTests : IAsyncLifetime
{
    private readonly SteppedClock clock = new();
    private AdGuardHomeSimulator guard = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => guard = await AdGuardHomeSimulator.StartAsync(clock);

    public ValueTask DisposeAsync() => guard.DisposeAsync();

    [Fact]
    public async Task It_passes_the_test_with_a_password_of_any_letters()
    {
        using var client = Connect();

        Assert.Equal(new("AdGuard Home", "0.107.57"), await client.TestAsync(Cancellation));
    }

    [Theory]
    [InlineData(1, 24)]
    [InlineData(7, 7 * 24)]
    [InlineData(30, 30 * 24)]
    public async Task Blocked_is_what_lists_safe_browsing_and_parental_control_stopped_over_its_own_period(int days, int hours)
    {
        guard.Days = days;
        using var client = Connect();

        Assert.Equal(new DnsHoleReading(new(BlockingStatus.Enabled), 1000, 250, 61_123, TimeSpan.FromHours(hours)), await client.ReadAsync(Cancellation));
        var top = await client.TopBlockedAsync(2, Cancellation);
        Assert.Equal([new("ads.example.com", 77), new("metrics.example.net", 41)], top.Domains);
        Assert.Equal(TimeSpan.FromHours(hours), top.Period);
    }

    [Fact]
    public async Task A_new_one_without_lists_has_counted_nothing()
    {
        guard.IsNew = true;
        using var client = Connect();

        Assert.Equal(new DnsHoleReading(new(BlockingStatus.Enabled), 0, 0, 0, TimeSpan.FromHours(24)), await client.ReadAsync(Cancellation));
        Assert.Empty((await client.TopBlockedAsync(2, Cancellation)).Domains);
    }

    [Fact]
    public async Task Lists_that_are_not_used_are_noted()
    {
        guard.Filtering = false;
        using var client = Connect();

        Assert.Contains("lists is switched off", (await client.ReadAsync(Cancellation)).Blocking.Note, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pause_is_changed_ended_and_made_endless()
    {
        using var client = Connect();

        PiHoles.AssertLeft(300, await client.DisableAsync(TimeSpan.FromSeconds(300), Cancellation));
        clock.Step(120.25);
        PiHoles.AssertLeft(179.75, await client.BlockingAsync(Cancellation));
        PiHoles.AssertLeft(1800, await client.DisableAsync(TimeSpan.FromSeconds(1800), Cancellation));
        Assert.Equal(new(BlockingStatus.Enabled), await client.EnableAsync(Cancellation));
        Assert.Equal(new(BlockingStatus.Disabled), await client.DisableAsync(null, Cancellation));
        clock.Step(1_000_000);
        Assert.False(guard.Switch.On);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_wrong_password_is_sent_once_and_locks_nobody_out(bool old)
    {
        guard.IsOld = old;
        using var client = Connect("wrong");

        for (var attempt = 0; attempt < 8; attempt++)
        {
            Assert.Equal(ErrorReason.CredentialsRefused, (await PiHoles.ErrorAsync(() => client.ReadAsync(Cancellation))).Reason);
        }

        Assert.Equal(1, guard.Wrong);
    }

    [Fact]
    public async Task A_password_that_was_changed_is_tried_no_more_than_needed()
    {
        using var client = Connect();
        await client.ReadAsync(Cancellation);
        guard.Password = "another secret";

        for (var attempt = 0; attempt < 8; attempt++)
        {
            await PiHoles.ErrorAsync(() => client.ReadAsync(Cancellation));
        }

        Assert.InRange(guard.Wrong, 1, 2);
    }

    [Fact]
    public async Task One_that_is_locked_says_that_it_may_be()
    {
        for (var attempt = 0; attempt < 5; attempt++)
        {
            using var other = Connect("wrong");
            await PiHoles.ErrorAsync(() => other.ReadAsync(Cancellation));
        }

        using var client = Connect();
        Assert.Contains("for 15 minutes", (await PiHoles.ErrorAsync(() => client.ReadAsync(Cancellation))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_old_one_is_read_and_says_what_it_needs_to_be_switched()
    {
        guard.IsOld = true;
        using var client = Connect();
        await client.ReadAsync(Cancellation);

        var error = await PiHoles.ErrorAsync(() => client.DisableAsync(null, Cancellation));

        Assert.Equal(ErrorReason.VersionTooOld, error.Reason);
        Assert.Contains("v0.107.6; HomeDash needs v0.107.27", error.Message, StringComparison.Ordinal);
    }

    private AdGuardHomeClient Connect(string? password = null) => new AdGuardHomeKind(TimeProvider.System).Connect(
        new("id", "the one of the test", "adGuardHome", guard.Url.ToString()) { Credentials = new("admin", new(password ?? guard.Password)) });
}
