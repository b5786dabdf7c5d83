using HomeDash.Components.Shared;
using HomeDash.Procedures;
using Microsoft.AspNetCore.Components;

namespace HomeDash.Components.Approvals;

/// <summary>The calls that wait for a person, what became of earlier ones, and the rules that make calls wait.</summary>
public sealed partial class ApprovalsPage
{
    private const int Shown = 100;

    /// <summary>How often it is looked whether something has expired, which nobody says.</summary>
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(30);

    private readonly Load<Page<Approval>> approvals;
    private readonly Load<Page<ApprovalRule>> rules;
    private bool decides;
    private bool makesRules;

    /// <summary>Made by Blazor.</summary>
    public ApprovalsPage()
    {
        approvals = new(cancellationToken => Caller.Approvals.ListAsync(limit: Shown, cancellationToken: cancellationToken));
        rules = new(cancellationToken => Caller.Approvals.ListRulesAsync(cancellationToken));
    }

    [Inject]
    private TimeProvider Time { get; set; } = null!;

    [Inject]
    private ICallerSource Visitor { get; set; } = null!;

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        var visitor = await Visitor.GetAsync(Gone);
        (decides, makesRules) = (visitor.Holds(ApprovalsPermissions.Decide), visitor.Holds(ApprovalsPermissions.Rules));
        await KeepFreshAsync("approvals", RefreshCallsAsync);
        if (makesRules)
        {
            await KeepFreshAsync("approvalRules", RefreshRulesAsync);
        }

        if (Alive)
        {
            Every(Interval, RefreshCallsAsync);
        }
    }

    /// <inheritdoc/>
    protected override async Task RefreshAsync()
    {
        await RefreshCallsAsync();
        if (makesRules)
        {
            await RefreshRulesAsync();
        }
    }

    private Task RefreshCallsAsync() => RefreshAsync(approvals);

    private Task RefreshRulesAsync() => RefreshAsync(rules);

    private Task ApproveAsync((Approval Call, int Minutes) yes) => TryAsync(() => Caller.Approvals.ApproveAsync(yes.Call.Id, yes.Minutes, Gone));

    private async Task DenyAsync(Approval call)
    {
        await Dialogs.OpenAsync<DenyDialog>("Deny this call?", new() { [nameof(DenyDialog.Call)] = call }, Questions.Look);
        await RefreshCallsAsync();
    }

    private async Task EditRuleAsync(ApprovalRule? rule)
    {
        await Dialogs.OpenAsync<RuleDialog>(rule is null ? "Add rule" : "Edit rule", new() { [nameof(RuleDialog.Rule)] = rule }, Questions.Look);
        await RefreshRulesAsync();
    }

    private Task DeleteRuleAsync(ApprovalRule rule) => ChangeAsync(
        new("Delete this rule?", $"{rule.Reach()} {(rule.When() is { } when ? $"{when} " : "")}does not wait any more, unless another rule says so.", "Delete rule"),
        () => Caller.Approvals.DeleteRuleAsync(rule.Id, Gone));
}
