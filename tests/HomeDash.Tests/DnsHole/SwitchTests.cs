using System.Text.Json;
using HomeDash.Procedures;

namespace HomeDash.Tests.DnsHole;

/// <summary>Blocking switched off and on.</summary>
public sealed class SwitchTests
{
    [Fact]
    public async Task Toggle_Pi_hole_blocking_for_5_minutes()
    {
        await using var household = await Household.StartAsync("Attic", "Guard");

        var outcome = Assert.Single(Items(await household.House.CallAsync("dnsHole.disable", """{"integrations":["Pi-hole"],"seconds":300}""")));

        Assert.Equal(("Attic", true), (outcome.GetProperty("target").GetString(), outcome.GetProperty("ok").GetBoolean()));
        Assert.Equal("disabled", outcome.GetProperty("value").GetProperty("status").GetString());
        Assert.InRange(outcome.GetProperty("value").GetProperty("secondsLeft").GetInt32(), 295, 300);
        Assert.False(household.Six.Switch.On);
        household.Clock.Step(301);
        Assert.True(household.Six.Switch.On);
    }

    [Fact]
    public async Task Two_Pi_holes_are_asked_for_by_name_and_switched_together()
    {
        await using var household = await Household.StartAsync("Attic", "Cellar");

        var error = await household.House.FailAsync("dnsHole.disable", """{"integrations":["Pi-hole"],"seconds":300}""");
        Assert.Equal(ErrorReason.TargetAmbiguous, error.Reason);
        Assert.Contains("'Attic', 'Cellar'", error.Message, StringComparison.Ordinal);
        Assert.True(household.Six.Switch.On && household.Five.Switch.On);

        var outcomes = Items(await household.House.CallAsync("dnsHole.disable", """{"integrations":["Attic","Cellar"],"seconds":300}"""));
        Assert.All(outcomes, outcome => Assert.InRange(outcome.GetProperty("value").GetProperty("secondsLeft").GetInt32(), 290, 300));
        Assert.False(household.Six.Switch.On || household.Five.Switch.On);

        await household.House.CallAsync("dnsHole.enable", """{"integrations":["Attic","Cellar"]}""");
        Assert.True(household.Six.Switch.On && household.Five.Switch.On);
    }

    [Fact]
    public async Task Each_has_its_own_outcome()
    {
        await using var household = await Household.StartAsync();
        household.Guard.IsOld = true;

        var outcomes = Items(await household.House.CallAsync("dnsHole.disable", """{"integrations":["Attic","Guard","Office"],"seconds":90}"""));

        Assert.Equal([true, false, true], outcomes.Select(outcome => outcome.GetProperty("ok").GetBoolean()));
        Assert.Equal("version_too_old", outcomes[1].GetProperty("reason").GetString());
        Assert.Equal("Technitium DNS counts in minutes: 90 s were rounded up to 2 min.", outcomes[2].GetProperty("value").GetProperty("note").GetString());
        Assert.InRange(outcomes[2].GetProperty("value").GetProperty("secondsLeft").GetInt32(), 110, 120);
    }

    [Fact]
    public async Task Without_seconds_it_stays_off_until_it_is_enabled()
    {
        await using var household = await Household.StartAsync();

        var outcomes = Items(await household.House.CallAsync("dnsHole.disable", """{"integrations":["Attic","Cellar","Guard","Office"]}"""));
        household.Clock.Step(1_000_000);

        Assert.All(outcomes, outcome => Assert.Equal("""{"status":"disabled"}""", outcome.GetProperty("value").GetRawText()));
        Assert.False(household.Six.Switch.On || household.Five.Switch.On || household.Guard.Switch.On || household.Technitium.Switch.On);
    }

    [Fact]
    public async Task What_is_so_already_is_left_alone()
    {
        await using var household = await Household.StartAsync("Attic");

        var value = Items(await household.House.CallAsync("dnsHole.enable", """{"integrations":["Attic","attic-id","piHole"]}"""))[0].GetProperty("value");

        Assert.Equal("""{"status":"enabled","note":"Nothing was changed: it blocks already."}""", value.GetRawText());
        Assert.DoesNotContain("POST /api/dns/blocking", household.Six.Calls);
    }

    [Fact]
    public async Task The_summary_after_it_shows_it_at_once()
    {
        await using var household = await Household.StartAsync("Guard");
        await household.House.CallAsync("dnsHole.summary");

        await household.House.CallAsync("dnsHole.disable", """{"integrations":["Guard"]}""");

        Assert.Equal("disabled", Items(await household.House.CallAsync("dnsHole.summary"))[0].GetProperty("state").GetProperty("status").GetString());
    }

    [Fact]
    public async Task A_dry_run_says_what_would_be_done_and_does_nothing()
    {
        await using var household = await Household.StartAsync("Attic", "Guard", "Office");
        household.Technitium.Switch.Set(false);
        await household.Guard.DisposeAsync();

        Assert.Equal(
            ["Disable blocking on Attic for 300 s.", "Disable blocking on Office for 300 s."],
            await household.House.PlanAsync("dnsHole.disable", """{"integrations":["Attic","Office"],"seconds":300}"""));
        Assert.Equal(
            ["Disable blocking on Attic until it is enabled again.", "Leave Office as it is: it blocks nothing already."],
            await household.House.PlanAsync("dnsHole.disable", """{"integrations":["Attic","Office"]}"""));
        var enabling = await household.House.PlanAsync("dnsHole.enable", """{"integrations":["Attic","Office","Guard"]}""");
        Assert.Equal(["Leave Attic as it is: it blocks already.", "Enable blocking on Office."], enabling.Take(2));
        Assert.StartsWith("Leave Guard as it is: Guard: nobody listens at ", enabling[2], StringComparison.Ordinal);
        Assert.True(household.Six.Switch.On);
        Assert.False(household.Technitium.Switch.On);
    }

    [Theory]
    [InlineData("""{"integrations":[],"seconds":300}""", "integrations")]
    [InlineData("""{"integrations":["Attic"],"seconds":0}""", "seconds")]
    [InlineData("""{"integrations":["Attic"],"seconds":604801}""", "seconds")]
    [InlineData("""{"seconds":300}""", "integrations")]
    public async Task Bad_input_is_refused(string input, string path)
    {
        await using var household = await Household.StartAsync("Attic");

        Assert.Equal(path, Assert.Single((await household.House.FailAsync("dnsHole.disable", input)).Problems).Path);
        Assert.Empty(household.Six.Calls);
    }

    [Fact]
    public async Task What_is_no_DNS_blocker_is_refused_with_those_that_are()
    {
        await using var household = await Household.StartAsync("Attic", "nas");

        var error = await household.House.FailAsync("dnsHole.disable", """{"integrations":["nas"]}""");

        Assert.Contains("nas is a Docker, which cannot do this. These can: AdGuard Home, Pi-hole, Technitium DNS.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_may_only_look_at_one_may_not_switch_it()
    {
        await using var household = await Household.StartAsync("Attic");
        var guest = new Caller("u1", "guest")
        {
            Permissions = new HashSet<string> { DnsHolePermissions.View, DnsHolePermissions.Control },
            Grants = new Dictionary<(string, string), Access> { [("integration", "attic-id")] = Access.Use },
        };

        Assert.Equal(ErrorReason.NotAllowed, (await household.House.FailAsync("dnsHole.disable", """{"integrations":["Attic"]}""", guest)).Reason);
        Assert.True(household.Six.Switch.On);
    }

    private static JsonElement[] Items(JsonElement result) => [.. result.GetProperty("items").EnumerateArray()];
}
