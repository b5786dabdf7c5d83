using HomeDash.Procedures;
using HomeDash.Storage;

namespace HomeDash.Tests.Approvals;

public sealed class DecidingOnSqlite() : DecidingTests(Dialect.Sqlite);

public sealed class DecidingOnPostgreSql() : DecidingTests(Dialect.PostgreSql);

/// <summary>What becomes of a call that was held back.</summary>
public abstract class DecidingTests(Dialect dialect) : ApprovalHouse(dialect)
{
    private const string Plex = """{"name":"Plex"}""";

    [Fact]
    public async Task An_approved_call_runs_once_when_it_is_made_again()
    {
        var id = await HoldPlexAsync();
        var approved = await ApproveAsync(id);
        Assert.Equal(("approved", "root", "2026-01-01T00:00:00Z"), (Text(approved, "state"), Text(approved, "decidedBy"), Text(approved, "decidedAt")));
        Assert.Equal(0, await AppsAsync());

        Assert.Equal("Plex", Text(await RunsAsync("app.create", Plex), "name"));

        Assert.Equal("done", Text(await ApprovalAsync(id), "state"));
        Assert.NotEqual(id, (await HeldAsync("app.create", Plex)).ApprovalId);
        Assert.Equal(1, await AppsAsync());
    }

    [Fact]
    public async Task An_approved_call_runs_once_when_its_status_is_asked_for()
    {
        var id = await HoldPlexAsync();
        await ApproveAsync(id);

        var status = await StatusAsync(id);

        Assert.Equal(("done", "Plex"), (Text(status, "state"), Text(status.GetProperty("result"), "name")));
        var again = await StatusAsync(id);
        Assert.Equal("done", Text(again, "state"));
        Assert.False(again.TryGetProperty("result", out _));
        Assert.Equal(1, await AppsAsync());
    }

    [Fact]
    public async Task Changed_arguments_need_another_approval()
    {
        var id = await HoldPlexAsync();
        await ApproveAsync(id);

        var other = await HeldAsync("app.create", """{"name":"Plex","description":"More"}""");

        Assert.NotEqual(id, other.ApprovalId);
        Assert.Equal("approved", Text(await ApprovalAsync(id), "state"));
        Assert.Equal(0, await AppsAsync());
    }

    [Fact]
    public async Task Arguments_that_were_changed_in_the_database_do_not_run()
    {
        var id = await HoldPlexAsync();
        await ApproveAsync(id);
        await House.ExecuteAsync("UPDATE approvals SET arguments = @changed", new { changed = """{"name":"Evil"}""" });

        await StatusAsync(id);

        Assert.Equal(0, await AppsAsync());
    }

    [Fact]
    public async Task Of_many_retries_at_once_exactly_one_runs()
    {
        var id = await HoldPlexAsync();
        await ApproveAsync(id);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(number => Task.Run(() => number % 2 == 0
            ? House.OutcomeAsync(Program, "app.create", Plex)
            : House.OutcomeAsync(Program, "approvals.status", $$"""{"id":"{{id}}"}"""))));

        Assert.Equal(1, await AppsAsync());
        Assert.DoesNotContain(outcomes, outcome => outcome is ProcedureOutcome.Failed { Error.Reason: ErrorReason.Internal });
        Assert.Equal("done", Text(await ApprovalAsync(id), "state"));
    }

    [Fact]
    public async Task A_denial_is_told_with_its_reason_and_wears_off()
    {
        var id = await HoldPlexAsync();
        await DenyAsync(id, "Not while we watch a film.");

        var refused = await FailsAsync("app.create", Plex);

        Assert.Equal((ProcedureErrorCode.Forbidden, ErrorReason.Denied), (refused.Code, refused.Reason));
        Assert.Contains("root denied it: Not while we watch a film.", refused.Message);
        Assert.Contains("Not while we watch a film.", Text(await StatusAsync(id), "message"));
        Assert.Equal(0, await AppsAsync());
        House.Clock.Advance(TimeSpan.FromMinutes(15));
        await HeldAsync("app.create", Plex);
    }

    [Fact]
    public async Task What_is_decided_is_not_decided_again()
    {
        var id = await HoldPlexAsync();
        await ApproveAsync(id);

        Assert.Equal(ErrorReason.WrongState, (await House.FailAsync(Root, "approvals.approve", $$"""{"id":"{{id}}"}""")).Reason);
        Assert.Equal("denied", Text(await DenyAsync(id, "On second thought, no."), "state"));
        Assert.Equal(ErrorReason.WrongState, (await House.FailAsync(Root, "approvals.deny", $$"""{"id":"{{id}}"}""")).Reason);
        Assert.Equal(ErrorReason.Denied, (await FailsAsync("app.create", Plex)).Reason);
    }

    [Fact]
    public async Task What_waits_too_long_expires_and_so_does_what_was_approved()
    {
        await MoveInAsync();
        await RuleAsync("""{"covers":"app","expireMinutes":5}""");
        var first = (await HeldAsync("app.create", Plex)).ApprovalId;
        House.Clock.Advance(TimeSpan.FromMinutes(5));

        Assert.Equal("expired", Text(await StatusAsync(first), "state"));
        Assert.Contains("expired", (await House.FailAsync(Root, "approvals.approve", $$"""{"id":"{{first}}"}""")).Message);

        var second = (await HeldAsync("app.create", Plex)).ApprovalId;
        Assert.NotEqual(first, second);
        House.Clock.Advance(TimeSpan.FromMinutes(4));
        await ApproveAsync(second);
        House.Clock.Advance(TimeSpan.FromMinutes(4.9));
        Assert.Equal("approved", Text(await ApprovalAsync(second), "state"));
        House.Clock.Advance(TimeSpan.FromMinutes(0.1));
        await HeldAsync("app.create", Plex);
        Assert.Equal(0, await AppsAsync());
    }

    [Fact]
    public async Task A_yes_that_is_remembered_holds_for_the_same_procedure_caller_and_rule()
    {
        var id = await HoldPlexAsync("""{"covers":"app"}""");
        await ApproveAsync(id, remember: 30);
        await RunsAsync("app.create", Plex);

        await RunsAsync("app.create", """{"name":"Grafana"}""");
        await HeldAsync("app.delete", """{"app":"grafana"}""");
        await HeldAsync("app.create", """{"name":"Jellyfin"}""", Program with { Caller = Ada with { KeyId = "key00002" } });
        House.Clock.Advance(TimeSpan.FromMinutes(30));
        await HeldAsync("app.create", """{"name":"Jellyfin"}""");
    }

    [Fact]
    public async Task A_rule_says_for_how_long_a_yes_is_remembered_and_forgets_when_it_is_changed()
    {
        await MoveInAsync();
        var rule = await RuleAsync("""{"covers":"app.create","rememberMinutes":60}""");
        await ApproveAsync((await HeldAsync("app.create", Plex)).ApprovalId);
        await RunsAsync("app.create", """{"name":"Grafana"}""");

        await House.CallAsync(Root, "approvals.updateRule", $$"""{"id":"{{rule}}","expireMinutes":5}""");

        await HeldAsync("app.create", """{"name":"Jellyfin"}""");
    }

    [Fact]
    public async Task The_user_says_yes_at_the_client_where_the_rule_allows_it()
    {
        await MoveInAsync();
        await RuleAsync("""{"covers":"app.create","decider":"caller","rememberMinutes":10}""");
        var held = await HeldAsync("app.create", Plex);
        Assert.True(held.MayAskCaller);

        await RunsAsync("app.create", Plex, Program with { Approval = new(held.ApprovalId, Approved: true) });

        var approval = await ApprovalAsync(held.ApprovalId);
        Assert.Equal(("done", "ada"), (Text(approval, "state"), Text(approval, "decidedBy")));
        await RunsAsync("app.create", """{"name":"Grafana"}""");
    }

    [Fact]
    public async Task An_answer_counts_for_the_very_call_it_was_asked_about()
    {
        await MoveInAsync();
        await RuleAsync("""{"covers":"app.create","decider":"caller"}""");
        var held = await HeldAsync("app.create", Plex);

        await HeldAsync("app.create", """{"name":"Evil"}""", Program with { Approval = new(held.ApprovalId, Approved: true) });
        Assert.Equal("pending", Text(await ApprovalAsync(held.ApprovalId), "state"));

        var refused = await FailsAsync("app.create", Plex, Program with { Approval = new(held.ApprovalId, Approved: false) });
        Assert.Equal(ErrorReason.Denied, refused.Reason);
        Assert.Equal(0, await AppsAsync());
    }

    [Fact]
    public async Task The_calls_user_decides_in_the_dashboard_what_the_rule_leaves_to_the_caller()
    {
        await MoveInAsync();
        await RuleAsync("""{"covers":"app.create","decider":"caller"}""");
        await RuleAsync("""{"covers":"app.delete"}""");
        await House.CallAsync(Root, "app.create", """{"name":"Grafana"}""");
        var own = (await HeldAsync("app.create", Plex)).ApprovalId;
        var others = (await HeldAsync("app.delete", """{"app":"grafana"}""")).ApprovalId;

        Assert.Equal("approved", Text(await House.CallAsync(Ada, "approvals.approve", $$"""{"id":"{{own}}"}"""), "state"));
        var refused = await House.FailAsync(Ada, "approvals.approve", $$"""{"id":"{{others}}"}""");
        Assert.Equal(ErrorReason.NotAllowed, refused.Reason);
        Assert.Contains("approvals.decide", refused.Message);
    }

    [Fact]
    public async Task Whoever_was_given_the_right_decides_for_everybody()
    {
        var id = await HoldPlexAsync();
        await House.AddUserAsync("grace");
        await House.CallAsync(Root, "group.create", """{"name":"Deciders"}""");
        await House.CallAsync(Root, "group.grantPermissions", """{"group":"Deciders","permissions":["approvals.decide"]}""");
        await House.CallAsync(Root, "group.addMembers", """{"group":"Deciders","users":["grace"]}""");
        var grace = await House.CallerAsync("grace");

        Assert.True((await House.CallAsync(grace, "approvals.get", $$"""{"id":"{{id}}"}""")).GetProperty("mayDecide").GetBoolean());
        Assert.Equal("grace", Text(await House.CallAsync(grace, "approvals.approve", $$"""{"id":"{{id}}"}"""), "decidedBy"));
        await RunsAsync("app.create", Plex);
    }

    [Theory]
    [InlineData("approvals.approve", """{"id":"01234567890123456789"}""")]
    [InlineData("approvals.deny", """{"id":"01234567890123456789"}""")]
    [InlineData("approvals.createRule", """{"covers":"app"}""")]
    [InlineData("approvals.updateRule", """{"id":"x","expireMinutes":1}""")]
    [InlineData("approvals.deleteRule", """{"id":"x"}""")]
    public async Task No_program_decides_or_makes_rules_whoever_it_acts_for(string path, string input)
    {
        await MoveInAsync();
        foreach (var surface in new[] { "mcp", "http" })
        {
            var error = await FailsAsync(path, input, new(Root with { KeyId = "key00003" }, surface));

            Assert.Equal(ErrorReason.NotAllowed, error.Reason);
            Assert.Contains("/approvals", error.Message);
        }
    }

    [Fact]
    public async Task Users_see_their_own_calls_and_deciders_everybodys()
    {
        var id = await HoldPlexAsync();
        var grace = await House.AddUserAsync("grace");

        Assert.Equal(1, (await House.CallAsync(Ada, "approvals.list")).GetProperty("total").GetInt64());
        Assert.Equal(1, (await House.CallAsync(Root, "approvals.list", """{"state":"pending"}""")).GetProperty("total").GetInt64());
        Assert.Equal(0, (await House.CallAsync(grace, "approvals.list")).GetProperty("total").GetInt64());
        Assert.Equal(ErrorReason.TargetNotFound, (await House.FailAsync(grace, "approvals.get", $$"""{"id":"{{id}}"}""")).Reason);
        Assert.Equal(ErrorReason.TargetNotFound, (await FailsAsync("approvals.status", $$"""{"id":"{{id}}"}""", new(grace, "mcp"))).Reason);
    }

    [Fact]
    public async Task Only_the_program_that_called_has_its_call_run()
    {
        var id = await HoldPlexAsync();
        await ApproveAsync(id);

        Assert.Equal("approved", Text(await StatusAsync(id, Program with { Caller = Ada with { KeyId = "key00002" } }), "state"));
        Assert.Equal("approved", Text(await StatusAsync(id, new(Root, "dashboard")), "state"));
        Assert.Equal(0, await AppsAsync());
    }

    [Fact]
    public async Task A_run_that_fails_is_told_and_used_up()
    {
        await MoveInAsync();
        await RuleAsync("""{"covers":"apiKeys.revoke"}""");
        var id = (await HeldAsync("apiKeys.revoke", """{"id":"00000000"}""")).ApprovalId;
        await ApproveAsync(id);

        var failed = await FailsAsync("approvals.status", $$"""{"id":"{{id}}"}""");

        Assert.Equal(ErrorReason.TargetNotFound, failed.Reason);
        var approval = await ApprovalAsync(id);
        Assert.Equal(("done", failed.Message), (Text(approval, "state"), Text(approval, "error")));
    }

    [Fact]
    public async Task The_right_to_call_is_checked_again_when_it_runs()
    {
        var id = await HoldPlexAsync();
        await ApproveAsync(id);

        var error = await FailsAsync("approvals.status", $$"""{"id":"{{id}}"}""", Program with { Caller = Ada with { KeyId = "key00001", Permissions = new HashSet<string> { "approvals.own" } } });

        Assert.Equal(ErrorReason.NotAllowed, error.Reason);
        Assert.Equal(0, await AppsAsync());
    }

    [Fact]
    public async Task Approvals_outlive_a_restart()
    {
        var waiting = await HoldPlexAsync();
        var approved = (await HeldAsync("app.create", """{"name":"Grafana"}""")).ApprovalId;
        await ApproveAsync(approved);

        await House.RestartAsync();

        Assert.Equal(waiting, (await HeldAsync("app.create", Plex)).ApprovalId);
        Assert.Equal("Grafana", Text((await StatusAsync(approved)).GetProperty("result"), "name"));
    }

    [Fact]
    public async Task A_run_that_HomeDash_did_not_live_to_end_is_known_as_such()
    {
        var id = await HoldPlexAsync();
        await ApproveAsync(id);
        await House.ExecuteAsync("UPDATE approvals SET state = 'Running', run_until = @until", new { until = House.Clock.GetUtcNow().AddSeconds(68) });
        Assert.Equal(ErrorReason.WrongState, (await FailsAsync("app.create", Plex)).Reason);

        House.Clock.Advance(TimeSpan.FromSeconds(68));

        var approval = await ApprovalAsync(id);
        Assert.Equal("done", Text(approval, "state"));
        Assert.Contains("HomeDash ended while it ran", Text(approval, "error"));
        await HeldAsync("app.create", Plex);
    }

    [Fact]
    public async Task Those_that_wait_are_listed_first_and_pages_go_on()
    {
        await MoveInAsync();
        await RuleAsync("""{"covers":"app"}""");
        var ids = new List<string>();
        for (var count = 0; count < 5; count++)
        {
            ids.Add((await HeldAsync("app.create", $$"""{"name":"App {{count}}"}""")).ApprovalId);
        }

        await DenyAsync(ids[4], "no");
        await DenyAsync(ids[1], "no");
        var listed = new List<string>();
        var cursor = "";
        do
        {
            var page = await House.CallAsync(Root, "approvals.list", $$"""{"limit":2{{cursor}}}""");
            listed.AddRange(page.GetProperty("items").EnumerateArray().Select(item => Text(item, "id")!));
            cursor = Text(page, "next") is { } next ? $",\"cursor\":\"{next}\"" : "";
        }
        while (cursor.Length > 0);

        Assert.Equal([ids[3], ids[2], ids[0], ids[4], ids[1]], listed);
    }

    private async Task<string> HoldPlexAsync(string rule = """{"covers":"app.create"}""")
    {
        await MoveInAsync();
        await RuleAsync(rule);
        return (await HeldAsync("app.create", Plex)).ApprovalId;
    }
}
