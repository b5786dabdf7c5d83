using System.Text.Json;
using HomeDash.Procedures;

namespace HomeDash.Tests.DnsHole;

/// <summary>What is read of DNS blockers.</summary>
public sealed class SummaryTests
{
    [Fact]
    public async Task Each_service_tells_state_counts_share_and_period()
    {
        await using var household = await Household.StartAsync();

        var items = Items(await household.House.CallAsync("dnsHole.summary"));

        Assert.Equal(
            """
            {"id":"attic-id","integration":"Attic","service":"Pi-hole","state":{"status":"enabled"},"queries":7497,"blocked":1874,"blockedPercent":25,"domains":151234,"periodSeconds":86400}
            {"id":"cellar-id","integration":"Cellar","service":"Pi-hole","state":{"status":"enabled"},"queries":20012,"blocked":2501,"blockedPercent":12.5,"domains":126712,"periodSeconds":86400}
            {"id":"guard-id","integration":"Guard","service":"AdGuard Home","state":{"status":"enabled"},"queries":1000,"blocked":250,"blockedPercent":25,"domains":61123,"periodSeconds":86400}
            {"id":"office-id","integration":"Office","service":"Technitium DNS","state":{"status":"enabled"},"queries":4000,"blocked":500,"blockedPercent":12.5,"domains":93215,"periodSeconds":86400}
            """,
            string.Join('\n', items.Select(item => item.GetRawText())));
    }

    [Fact]
    public async Task Nothing_asked_is_nothing_blocked_of_it()
    {
        await using var household = await Household.StartAsync("Guard");
        household.Guard.IsNew = true;

        Assert.Equal(0, Items(await household.House.CallAsync("dnsHole.summary"))[0].GetProperty("blockedPercent").GetDouble());
    }

    [Fact]
    public async Task The_time_left_goes_down_although_the_service_is_not_asked_again()
    {
        await using var household = await Household.StartAsync("Attic");
        household.Six.Switch.Set(false, 300);
        var first = State(await household.House.CallAsync("dnsHole.summary"));
        Assert.InRange(first.GetProperty("secondsLeft").GetInt32(), 295, 300);

        await Task.Delay(1200, TestContext.Current.CancellationToken);
        var second = State(await household.House.CallAsync("dnsHole.summary"));

        Assert.InRange(second.GetProperty("secondsLeft").GetInt32(), 0, first.GetProperty("secondsLeft").GetInt32() - 1);
        Assert.Equal(first.GetProperty("resumesAt").GetDateTimeOffset(), second.GetProperty("resumesAt").GetDateTimeOffset(), TimeSpan.FromSeconds(2));
        Assert.Equal(TimeSpan.Zero, first.GetProperty("resumesAt").GetDateTimeOffset().Offset);
    }

    [Fact]
    public async Task A_timer_that_will_switch_it_off_is_told()
    {
        await using var household = await Household.StartAsync("Attic");
        household.Six.Switch.Set(true, 60);

        var state = State(await household.House.CallAsync("dnsHole.summary"));

        Assert.Equal("enabled", state.GetProperty("status").GetString());
        Assert.Contains("A timer switches blocking off in ", state.GetProperty("note").GetString(), StringComparison.Ordinal);
        Assert.False(state.TryGetProperty("secondsLeft", out _));
    }

    [Fact]
    public async Task One_that_fails_takes_nothing_away_from_the_others()
    {
        await using var household = await Household.StartAsync("Attic", "Guard");
        household.Guard.Password = "changed";

        var summary = await household.House.CallAsync("dnsHole.summary");

        Assert.Equal("Attic", Assert.Single(Items(summary)).GetProperty("integration").GetString());
        var guard = summary.GetProperty("integrations")[1];
        Assert.Equal(("Guard", false, "credentials_refused"), (guard.GetProperty("integration").GetString(), guard.GetProperty("ok").GetBoolean(), guard.GetProperty("reason").GetString()));
    }

    [Fact]
    public async Task What_it_said_last_serves_with_its_age_while_it_does_not_answer()
    {
        await using var household = await Household.StartAsync("Office");
        await household.House.CallAsync("dnsHole.summary");
        await household.Technitium.DisposeAsync();
        await Task.Delay(2100, TestContext.Current.CancellationToken);

        var summary = await household.House.CallAsync("dnsHole.summary");

        Assert.Equal(500, Items(summary)[0].GetProperty("blocked").GetInt64());
        Assert.Equal("unreachable", summary.GetProperty("integrations")[0].GetProperty("reason").GetString());
        Assert.True(summary.GetProperty("integrations")[0].GetProperty("ageSeconds").GetDouble() > 2);
    }

    [Fact]
    public async Task The_top_blocked_domains_are_told_apart_by_service()
    {
        await using var household = await Household.StartAsync();

        var items = Items(await household.House.CallAsync("dnsHole.topBlocked", """{"integrations":["attic","AdGuard Home"],"limit":1}"""));

        Assert.Equal(
            """
            {"id":"attic-id","integration":"Attic","domains":[{"domain":"ads.example.com","count":812}],"periodSeconds":86400}
            {"id":"guard-id","integration":"Guard","domains":[{"domain":"ads.example.com","count":77}],"periodSeconds":86400}
            """,
            string.Join('\n', items.Select(item => item.GetRawText())));
    }

    [Fact]
    public async Task Watching_shows_a_change_that_somebody_made_elsewhere()
    {
        await using var household = await Household.StartAsync("Guard");
        var seen = 0;

        var states = await household.House.StreamAsync("dnsHole.watch", "{}", item =>
        {
            if (++seen == 1)
            {
                household.Guard.Switch.Set(false);
            }

            return State(item).GetProperty("status").GetString() == "disabled";
        });

        Assert.Equal("enabled", State(states[0]).GetProperty("status").GetString());
    }

    [Fact]
    public async Task Whoever_may_use_one_sees_that_one()
    {
        await using var household = await Household.StartAsync();
        var guest = new Caller("u1", "guest")
        {
            Permissions = new HashSet<string> { DnsHolePermissions.View },
            Grants = new Dictionary<(string, string), Access> { [("integration", "cellar-id")] = Access.Use },
        };

        Assert.Equal("Cellar", Assert.Single(Items(await household.House.CallAsync("dnsHole.summary", caller: guest))).GetProperty("integration").GetString());
        Assert.Equal(ErrorReason.TargetNotFound, (await household.House.FailAsync("dnsHole.summary", """{"integrations":["Attic"]}""", guest)).Reason);
        Assert.Equal(ErrorReason.NotAllowed, (await household.House.FailAsync("dnsHole.disable", """{"integrations":["Cellar"]}""", guest)).Reason);
    }

    [Fact]
    public async Task Without_one_it_says_what_to_connect()
    {
        await using var household = await Household.StartAsync("nas");

        var error = await household.House.FailAsync("dnsHole.summary");

        Assert.Equal(ErrorReason.NotConfigured, error.Reason);
        Assert.Contains("Add your Pi-hole, AdGuard Home or Technitium DNS", error.Message, StringComparison.Ordinal);
    }

    private static JsonElement[] Items(JsonElement result) => [.. result.GetProperty("items").EnumerateArray()];

    private static JsonElement State(JsonElement summary) => Items(summary)[0].GetProperty("state");
}
