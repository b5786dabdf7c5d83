using System.Text;
using Bunit;
using HomeDash.Components.Approvals;
using HomeDash.Procedures;
using Microsoft.Extensions.DependencyInjection;

namespace HomeDash.Components.Tests.Approvals;

/// <summary>The page where people decide, and the count that leads to it.</summary>
public sealed class ApprovalsPageTests : HouseContext
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Fact]
    public void Without_rules_and_calls_the_page_says_what_it_is_for()
    {
        var page = Render<ApprovalsPage>();

        page.WaitForAssertion(
            () => Assert.Equal(["Nothing waits", "No rules: nothing is held back"], page.FindAll(".state h2").Select(title => title.TextContent)), Patience);
    }

    [Fact]
    public async Task A_call_appears_by_itself_and_runs_once_it_is_approved()
    {
        await Caller.Approvals.CreateRuleAsync("app.create", cancellationToken: Cancellation);
        var page = Render<ApprovalsPage>();
        page.WaitForState(() => page.Markup.Contains("Nothing waits"), Patience);

        var id = await HoldAsync("Plex");
        var card = page.WaitForElement("article.waiting", Patience);
        Assert.Equal("Create app: name “Plex”", card.QuerySelector("h3")!.TextContent);
        Assert.Contains("tilda, with the key laptop", card.TextContent);
        Assert.Contains("\"name\": \"Plex\"", card.QuerySelector("pre")!.TextContent);
        await PressAsync(page, "Approve once: Create app: name “Plex”");

        page.WaitForState(() => page.FindAll(".past li").Count == 1, Patience);
        Assert.Contains("Approved by tilda; runs when the caller asks again", page.Find(".past li").TextContent);
        Assert.Equal(ApprovalState.Approved, (await Caller.Approvals.GetAsync(id, Cancellation)).State);
        Assert.Null((await Caller.Approvals.GetAsync(id, Cancellation)).RememberedUntil);
    }

    [Fact]
    public async Task A_yes_can_hold_for_a_while()
    {
        await Caller.Approvals.CreateRuleAsync("app.create", cancellationToken: Cancellation);
        var id = await HoldAsync("Plex");
        var page = Render<ApprovalsPage>();
        await page.WaitForElement("article.waiting select", Patience).ChangeAsync(new() { Value = "60" });

        await PressAsync(page, "Approve for 1 hour: Create app: name “Plex”");

        page.WaitForState(() => page.FindAll(".past li").Count == 1, Patience);
        var approval = await Caller.Approvals.GetAsync(id, Cancellation);
        Assert.Equal(TimeSpan.FromHours(1), approval.RememberedUntil - approval.DecidedAt);
    }

    [Fact]
    public async Task A_no_is_given_with_a_reason()
    {
        await Caller.Approvals.CreateRuleAsync("app.create", cancellationToken: Cancellation);
        var id = await HoldAsync("Plex");
        var dialogs = Dialogs();
        var page = Render<ApprovalsPage>();

        var denying = PressAsync(page, "Deny: Create app: name “Plex”");
        dialogs.WaitForElement("textarea", Patience).Input("We have one.");
        await dialogs.Find("form").SubmitAsync();
        await denying;

        page.WaitForState(() => page.FindAll(".past li").Count == 1, Patience);
        Assert.Contains("Denied by tilda: We have one.", page.Find(".past li").TextContent);
        Assert.Equal(ApprovalState.Denied, (await Caller.Approvals.GetAsync(id, Cancellation)).State);
    }

    [Fact]
    public async Task A_rule_is_made_with_a_preview_of_what_it_covers()
    {
        var dialog = Render<RuleDialog>();
        await dialog.WaitForElement("#rule-reach", Patience).ChangeAsync(new() { Value = "Namespace" });
        Assert.Equal("Covers no tool yet.", dialog.Find(".preview").TextContent);
        Assert.True(dialog.Find("button[type=submit]").HasAttribute("disabled"));
        await dialog.Find("#rule-namespace").ChangeAsync(new() { Value = "app" });
        Assert.Equal("Covers 4 tools: app.create, app.delete, app.ping, app.update.", dialog.Find(".preview").TextContent);

        await dialog.Find("#rule-reach").ChangeAsync(new() { Value = "Tool" });
        await dialog.Find("#rule-tool").ChangeAsync(new() { Value = "app.delete" });
        await dialog.Find("input[type=checkbox]").ChangeAsync(new() { Value = true });
        await dialog.Find("#rule-path").ChangeAsync(new() { Value = "ap" });
        await dialog.Find("form").SubmitAsync();
        dialog.WaitForState(() => dialog.Markup.Contains("Nothing that the rule covers takes"), Patience);
        await dialog.Find("#rule-path").ChangeAsync(new() { Value = "app" });
        dialog.Find(".condition .field:last-child input").Input("Plex");
        await dialog.Find("#rule-decider").ChangeAsync(new() { Value = "Caller" });
        await dialog.Find("form").SubmitAsync();

        var rule = Assert.Single((await Caller.Approvals.ListRulesAsync(Cancellation)).Items);
        Assert.Equal(("app.delete", ApprovalDecider.Caller, 15, 0), (rule.Covers, rule.Decider, rule.ExpireMinutes, rule.RememberMinutes));
        Assert.Equal(("app", ConditionOp.Eq, "Plex"), (rule.Condition!.Path, rule.Condition.Op, Assert.Single(rule.Condition.Values!)));
    }

    [Fact]
    public async Task Rules_are_listed_in_words_changed_and_deleted()
    {
        var rule = await Caller.Approvals.CreateRuleAsync("docker", new("grace", ConditionOp.Gt, ["5"]), rememberMinutes: 60, cancellationToken: Cancellation);
        var dialogs = Dialogs();
        var page = Render<ApprovalsPage>();
        var row = page.WaitForElement(".rules li", Patience);
        Assert.Equal("Everything of docker when grace is greater than 5", row.QuerySelector("strong")!.TextContent);
        Assert.Contains("waits 15 minutes · a yes holds for 1 hour", row.TextContent);

        var editing = PressAsync(page, "Edit rule: Everything of docker");
        await dialogs.WaitForElement("input[type=checkbox]", Patience).ChangeAsync(new() { Value = false });
        await dialogs.Find("form").SubmitAsync();
        await editing;
        Assert.Null(Assert.Single((await Caller.Approvals.ListRulesAsync(Cancellation)).Items).Condition);

        var deleting = PressAsync(page, "Delete rule: Everything of docker");
        await PressAsync(dialogs, "Delete rule");
        await deleting;
        page.WaitForState(() => page.Markup.Contains("No rules: nothing is held back"), Patience);
        Assert.Empty((await Caller.Approvals.ListRulesAsync(Cancellation)).Items);
        Assert.NotEmpty(rule.Id);
    }

    [Fact]
    public async Task What_fails_is_said_above_the_list()
    {
        await Caller.Approvals.CreateRuleAsync("app.create", cancellationToken: Cancellation);
        var id = await HoldAsync("Plex");
        var page = Render<ApprovalsPage>();
        page.WaitForElement("article.waiting", Patience);
        Visitor.Caller = Visitor.Caller with { KeyId = "key00001" };

        await PressAsync(page, "Approve once: Create app: name “Plex”");

        page.WaitForAssertion(() => Assert.Contains("approvals.decide", page.Find(".notice.bad").TextContent), Patience);
        Assert.Equal(ApprovalState.Pending, (await Caller.Approvals.GetAsync(id, Cancellation)).State);
    }

    [Fact]
    public void Who_may_not_see_approvals_is_told_and_not_counted_for()
    {
        Allow(AppPermissions.View);

        var page = Render<ApprovalsPage>();
        var count = Render<PendingApprovals>();

        page.WaitForAssertion(() => Assert.Equal("You may not see this", page.Find(".state h2").TextContent), Patience);
        Assert.Equal("", count.Markup);
    }

    [Fact]
    public async Task The_count_is_there_while_something_waits()
    {
        await Caller.Approvals.CreateRuleAsync("app.create", cancellationToken: Cancellation);
        var count = Render<PendingApprovals>();
        Assert.Equal("", count.Markup.Trim());

        var id = await HoldAsync("Plex");
        var link = count.WaitForElement("a", Patience);
        Assert.Equal(("approvals", "1 waiting for approval"), (link.GetAttribute("href"), link.GetAttribute("aria-label")));

        await Caller.Approvals.DenyAsync(id, cancellationToken: Cancellation);
        count.WaitForState(() => count.Markup.Trim().Length == 0, Patience);
    }

    /// <summary>An AI client makes an app with the visitor's key, and is held back.</summary>
    private async Task<string> HoldAsync(string name)
    {
        var key = (await Caller.ApiKeys.CreateAsync("laptop", cancellationToken: Cancellation)).Key;
        var outcome = await Services.GetRequiredService<ProcedureCaller>().CallAsync(
            "app.create", Encoding.UTF8.GetBytes($$"""{"name":"{{name}}"}"""), new(Visitor.Caller with { KeyId = key.Id }, "mcp"), Cancellation);
        return Assert.IsType<ProcedureOutcome.AwaitsApproval>(outcome).ApprovalId;
    }
}
