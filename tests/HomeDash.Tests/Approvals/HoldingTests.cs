using HomeDash.Procedures;
using HomeDash.Storage;

namespace HomeDash.Tests.Approvals;

public sealed class HoldingOnSqlite() : HoldingTests(Dialect.Sqlite);

public sealed class HoldingOnPostgreSql() : HoldingTests(Dialect.PostgreSql);

/// <summary>What a rule holds back, and what it never does.</summary>
public abstract class HoldingTests(Dialect dialect) : ApprovalHouse(dialect)
{
    private const string Plex = """{"name":"Plex"}""";

    [Fact]
    public async Task Without_a_rule_nothing_waits()
    {
        await MoveInAsync();

        await RunsAsync("app.create", Plex);

        Assert.Equal(0, (await House.CallAsync(Root, "approvals.list")).GetProperty("total").GetInt64());
    }

    [Fact]
    public async Task A_held_call_does_nothing_and_says_what_to_do()
    {
        await MoveInAsync();
        await RuleAsync("""{"covers":"app.create"}""");

        var held = await HeldAsync("app.create", Plex);

        Assert.Equal(0, await AppsAsync());
        Assert.Equal(("/approvals", false), (held.Page, held.MayAskCaller));
        Assert.Contains("Create app: name “Plex”", held.Message);
        Assert.Contains("until 00:15 UTC", held.Message);
        Assert.Equal(("approvals.status", $$"""{"id":"{{held.ApprovalId}}"}"""), (held.Check!.Procedure, held.Check.InputJson));
        Assert.Equal("pending", Text(await StatusAsync(held.ApprovalId), "state"));
        Assert.Equal((ProcedureErrorCode.Conflict, ErrorReason.ApprovalNeeded), (held.ToError().Code, held.ToError().Reason));
    }

    [Fact]
    public async Task The_same_call_meets_the_same_approval_and_another_one_its_own()
    {
        await MoveInAsync();
        await RuleAsync("""{"covers":"app"}""");

        var first = await HeldAsync("app.create", """{"name":"Plex","description":"Films"}""");
        var same = await HeldAsync("app.create", """{ "description" : "Films", "name" : "Plex" }""");
        var other = await HeldAsync("app.create", """{"name":"Plex","description":"Series"}""");
        var otherKey = await HeldAsync("app.create", """{"name":"Plex","description":"Films"}""", Program with { Caller = Ada with { KeyId = "key00002" } });

        Assert.Equal(first.ApprovalId, same.ApprovalId);
        Assert.Equal(3, new[] { first.ApprovalId, other.ApprovalId, otherKey.ApprovalId }.Distinct().Count());
    }

    [Fact]
    public async Task Queries_dry_runs_and_people_are_never_held_back()
    {
        await MoveInAsync();
        await RuleAsync("""{"covers":"app"}""");

        await RunsAsync("app.list", "{}");
        Assert.IsType<ProcedureOutcome.Planned>(await House.OutcomeAsync(Program with { DryRun = true }, "app.create", Plex));
        await House.CallAsync(Ada, "app.create", Plex);
        await RunsAsync("app.create", """{"name":"By cookie"}""", new(Ada, "http"));
        await HeldAsync("app.create", """{"name":"By key"}""", Program with { Surface = "http" });
    }

    [Fact]
    public async Task A_rule_of_a_profile_holds_back_its_clients_alone()
    {
        await MoveInAsync();
        await RuleAsync("""{"covers":"app","profile":"media"}""");

        await RunsAsync("app.create", """{"name":"At another address"}""", Program with { Profile = "mcp" });
        await RunsAsync("app.create", """{"name":"By a program"}""", Program with { Surface = "http" });
        var held = await HeldAsync("app.create", Plex, Program with { Profile = "media" });
        await ApproveAsync(held.ApprovalId);
        await RunsAsync("app.create", Plex, Program with { Profile = "media" });

        Assert.Equal("done", Text(await StatusAsync(held.ApprovalId), "state"));
        await HeldAsync("app.create", Plex, Program with { Profile = "media" });
    }

    [Fact]
    public async Task A_rule_holds_back_on_the_surfaces_it_names()
    {
        await MoveInAsync();
        await RuleAsync("""{"covers":"app","surfaces":["http"]}""");

        await RunsAsync("app.create", Plex);
        await HeldAsync("app.create", Plex, Program with { Surface = "http" });
    }

    [Fact]
    public async Task Destructive_covers_what_loses_something()
    {
        await MoveInAsync();
        await RuleAsync("""{"covers":"destructive"}""");
        await RunsAsync("app.create", Plex);

        var held = await HeldAsync("app.delete", """{"app":"plex"}""");

        var approval = await ApprovalAsync(held.ApprovalId);
        Assert.Equal("Delete app: Plex", Text(approval, "summary"));
        Assert.Equal(["Plex"], approval.GetProperty("targets").EnumerateArray().Select(target => target.GetString()));
        Assert.Equal(("ada", "key00001", "app.delete"), (Text(approval, "user"), Text(approval, "key"), Text(approval, "procedure")));
    }

    [Theory]
    [InlineData("""{"path":"description","op":"eq","values":["films"]}""", true)]
    [InlineData("""{"path":"description","op":"eq","values":["series"]}""", false)]
    [InlineData("""{"path":"description","op":"neq","values":["Films"]}""", false)]
    [InlineData("""{"path":"href","op":"neq","values":["http://nas"]}""", true)]
    [InlineData("""{"path":"description","op":"in","values":["Series","Films"]}""", true)]
    [InlineData("""{"path":"description","op":"contains","values":["ilm"]}""", true)]
    [InlineData("""{"path":"description","op":"contains","values":["x"]}""", false)]
    [InlineData("""{"path":"description","op":"exists"}""", true)]
    [InlineData("""{"path":"href","op":"exists"}""", false)]
    // What is no number cannot be said to be small enough.
    [InlineData("""{"path":"description","op":"gt","values":["5"]}""", true)]
    [InlineData("""{"path":"href","op":"lt","values":["5"]}""", false)]
    public async Task A_condition_looks_at_the_arguments(string condition, bool holds)
    {
        await MoveInAsync();
        await RuleAsync($$"""{"covers":"app.create","condition":{{condition}}}""");

        var outcome = await House.OutcomeAsync(Program, "app.create", """{"name":"Plex","description":"Films"}""");

        Assert.Equal(holds, outcome is ProcedureOutcome.AwaitsApproval);
        Assert.Equal(!holds, outcome is ProcedureOutcome.Completed);
    }

    [Fact]
    public async Task A_condition_knows_targets_by_their_names()
    {
        await MoveInAsync();
        await RunsAsync("app.create", Plex);
        await RunsAsync("app.create", """{"name":"Grafana"}""");
        await RuleAsync("""{"covers":"app.delete","condition":{"path":"app","op":"eq","values":["plex"]}}""");

        await RunsAsync("app.delete", """{"app":"grafana"}""");
        await HeldAsync("app.delete", """{"app":"plex"}""");
    }

    [Fact]
    public async Task Of_several_rules_the_strictest_decides()
    {
        await MoveInAsync();
        await RuleAsync("""{"covers":"app","decider":"caller","rememberMinutes":60}""");
        Assert.True((await HeldAsync("app.create", Plex)).MayAskCaller);
        await RuleAsync("""{"covers":"app.create","decider":"administrator"}""");

        var held = await HeldAsync("app.create", Plex);

        Assert.False(held.MayAskCaller);
        var answered = await House.OutcomeAsync(Program with { Approval = new(held.ApprovalId, Approved: true) }, "app.create", Plex);
        Assert.IsType<ProcedureOutcome.AwaitsApproval>(answered);
    }

    [Fact]
    public async Task Rules_that_cannot_be_read_hold_everything_back()
    {
        await MoveInAsync();
        await RuleAsync("""{"covers":"docker"}""");
        await House.ExecuteAsync("UPDATE approval_rules SET decider = 'Nobody'", new { });

        var error = await FailsAsync("app.create", Plex);

        Assert.Equal((ProcedureErrorCode.ServiceUnavailable, ErrorReason.Internal), (error.Code, error.Reason));
        Assert.Contains("could not be read", error.Message);
        Assert.Equal(0, await AppsAsync());
    }

    [Fact]
    public async Task A_user_has_at_most_fifty_calls_waiting()
    {
        await MoveInAsync();
        await RuleAsync("""{"covers":"app"}""");
        for (var count = 0; count < 50; count++)
        {
            await HeldAsync("app.create", $$"""{"name":"App {{count}}"}""");
        }

        var error = await FailsAsync("app.create", """{"name":"One more"}""");

        Assert.Equal((ProcedureErrorCode.TooManyRequests, ErrorReason.TooManyCalls), (error.Code, error.Reason));
        Assert.Contains("50 calls of this user wait", error.Message);
        await HeldAsync("app.create", """{"name":"App 7"}""");
        House.Clock.Advance(TimeSpan.FromMinutes(15));
        await HeldAsync("app.create", """{"name":"One more"}""");
    }

    [Fact]
    public async Task A_secret_is_neither_shown_nor_stored_in_the_open()
    {
        await MoveInAsync();
        await RuleAsync("""{"covers":"user.create"}""");
        var administrators = Program with { Caller = Root with { KeyId = "key00003" }, Surface = "http" };
        const string Input = """{"name":"bob","password":"correct horse battery"}""";

        var held = await HeldAsync("user.create", Input, administrators);
        var other = await HeldAsync("user.create", """{"name":"bob","password":"another long one"}""", administrators);

        Assert.NotEqual(held.ApprovalId, other.ApprovalId);
        Assert.DoesNotContain("horse", held.Message + (await ApprovalAsync(held.ApprovalId)).GetRawText());
        Assert.Equal(0, await House.QueryAsync<long>("SELECT COUNT(*) FROM approvals WHERE arguments || sealed_arguments || summary LIKE '%horse%'"));
        await ApproveAsync(held.ApprovalId);
        await RunsAsync("user.create", Input, administrators);
        Assert.NotNull(await House.CallerAsync("bob"));
    }
}
