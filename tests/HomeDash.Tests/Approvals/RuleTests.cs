using HomeDash.Procedures;
using HomeDash.Storage;

namespace HomeDash.Tests.Approvals;

public sealed class RulesOnSqlite() : RuleTests(Dialect.Sqlite);

public sealed class RulesOnPostgreSql() : RuleTests(Dialect.PostgreSql);

/// <summary>The rules themselves.</summary>
public abstract class RuleTests(Dialect dialect) : ApprovalHouse(dialect)
{
    [Fact]
    public async Task A_rule_is_made_changed_listed_and_deleted()
    {
        await MoveInAsync();
        var rule = await House.CallAsync(
            Root, "approvals.createRule",
            """{"covers":"docker_remove","condition":{"path":"containers","op":"in","values":["plex","sonarr"]},"decider":"caller","rememberMinutes":5,"expireMinutes":60}""");
        Assert.Equal("docker.remove", Text(rule, "covers"));
        Assert.Equal((1, 5, 60), (rule.GetProperty("tools").GetInt32(), rule.GetProperty("rememberMinutes").GetInt32(), rule.GetProperty("expireMinutes").GetInt32()));
        Assert.Equal(["mcp", "http"], rule.GetProperty("surfaces").EnumerateArray().Select(surface => surface.GetString()));
        Assert.Equal(rule.GetRawText(), Assert.Single((await House.CallAsync(Root, "approvals.listRules")).GetProperty("items").EnumerateArray()).GetRawText());

        var changed = await House.CallAsync(
            Root, "approvals.updateRule", $$"""{"id":"{{Text(rule, "id")}}","covers":"destructive","clear":["condition"],"surfaces":["mcp"]}""");
        Assert.Equal(("destructive", "caller"), (Text(changed, "covers"), Text(changed, "decider")));
        Assert.False(changed.TryGetProperty("condition", out _));
        Assert.True(changed.GetProperty("tools").GetInt32() > 5);

        Assert.Equal(changed.GetRawText(), (await House.CallAsync(Root, "approvals.deleteRule", $$"""{"id":"{{Text(rule, "id")}}"}""")).GetRawText());
        Assert.Equal(0, (await House.CallAsync(Root, "approvals.listRules")).GetProperty("total").GetInt64());
    }

    [Theory]
    [InlineData("""{"covers":"app.creat"}""", "covers", "'app.create'")]
    [InlineData("""{"covers":"app.list"}""", "covers", "changes nothing")]
    [InlineData("""{"covers":"approvals"}""", "covers", "No procedure")]
    [InlineData("""{"covers":"approvals.approve"}""", "covers", "decided in the dashboard alone")]
    [InlineData("""{"covers":"app.create","condition":{"path":"nam","op":"exists"}}""", "condition.path", "name")]
    [InlineData("""{"covers":"app.create","condition":{"path":"name","op":"exists","values":["x"]}}""", "condition.values", "left out")]
    [InlineData("""{"covers":"app.create","condition":{"path":"name","op":"eq"}}""", "condition.values", "exactly one")]
    [InlineData("""{"covers":"app.create","condition":{"path":"name","op":"in","values":[]}}""", "condition.values", "one or more")]
    [InlineData("""{"covers":"app.create","condition":{"path":"name","op":"gt","values":["many"]}}""", "condition.values", "number")]
    [InlineData("""{"covers":"app","expireMinutes":1441}""", "expireMinutes", "1440")]
    [InlineData("""{"covers":"app","surfaces":[]}""", "surfaces", "1")]
    [InlineData("""{"covers":"app","profile":"medai"}""", "profile", "'media'")]
    [InlineData("""{"covers":"app","profile":"media","surfaces":["http"]}""", "surfaces", "mcp")]
    public async Task A_rule_that_could_hold_nothing_back_is_refused(string input, string path, string hint)
    {
        await MoveInAsync();

        var problem = Assert.Single((await House.FailAsync(Root, "approvals.createRule", input)).Problems);

        Assert.Equal(path, problem.Path);
        Assert.Contains(hint, problem.Message);
    }

    [Fact]
    public async Task Rules_need_their_permission()
    {
        await MoveInAsync();

        Assert.Equal(ErrorReason.NotAllowed, (await House.FailAsync(Ada, "approvals.createRule", """{"covers":"app"}""")).Reason);
        Assert.Equal(ErrorReason.NotAllowed, (await House.FailAsync(Ada, "approvals.listRules")).Reason);
        Assert.Equal(ErrorReason.TargetNotFound, (await House.FailAsync(Root, "approvals.deleteRule", """{"id":"nothing"}""")).Reason);
    }

    [Fact]
    public async Task What_waits_follows_its_rule()
    {
        await MoveInAsync();
        var rule = await RuleAsync("""{"covers":"app.create","decider":"caller"}""");
        var held = await HeldAsync("app.create", """{"name":"Plex"}""");

        await House.CallAsync(Root, "approvals.updateRule", $$"""{"id":"{{rule}}","decider":"administrator"}""");
        Assert.Equal(ErrorReason.NotAllowed, (await House.FailAsync(Ada, "approvals.approve", $$"""{"id":"{{held.ApprovalId}}"}""")).Reason);

        await House.CallAsync(Root, "approvals.deleteRule", $$"""{"id":"{{rule}}"}""");
        await RunsAsync("app.create", """{"name":"Plex"}""");
    }

    [Fact]
    public async Task Pages_hear_of_every_step()
    {
        await MoveInAsync();
        var feed = (IChangeFeed)House.Services.GetService(typeof(IChangeFeed))!;
        await using var rules = feed.ReadAsync("approvalRules", Cancellation).GetAsyncEnumerator(Cancellation);
        await using var approvals = feed.ReadAsync("approvals", Cancellation).GetAsyncEnumerator(Cancellation);

        var rule = await RuleAsync("""{"covers":"app.create"}""");
        var id = (await HeldAsync("app.create", """{"name":"Plex"}""")).ApprovalId;
        await ApproveAsync(id);
        await StatusAsync(id);

        Assert.True(await rules.MoveNextAsync());
        Assert.Equal(rule, rules.Current.Id);
        // Held, approved, taken for running, ended.
        for (var step = 0; step < 4; step++)
        {
            Assert.True(await approvals.MoveNextAsync());
            Assert.Equal(id, approvals.Current.Id);
        }
    }
}
