using System.ComponentModel.DataAnnotations;
using HomeDash.Generated;
using HomeDash.Procedures;
using HomeDash.Storage;

namespace HomeDash;

/// <summary>The rules that say which calls wait until a person decides.</summary>
[Router("approvals", Noun = "approval rule")]
internal sealed class ApprovalRulesRouter(ApprovalRuleStore rules, ApprovalStore approvals, RuleReach reach, IToolProfiles profiles, Ids ids, TimeProvider clock)
{
    private const string Topic = "approvalRules";
    private const int LongestMinutes = 1440;
    private const int MostRules = 200;

    /// <summary>Lists the rules that hold calls of programs back until a person approves them.</summary>
    [Query(ApprovalsPermissions.Rules, Title = "List approval rules")]
    public async Task<Page<ApprovalRule>> ListRules(CancellationToken cancellationToken)
    {
        var all = await rules.AllAsync(cancellationToken).ConfigureAwait(false);
        return new(all, all.Count);
    }

    /// <summary>Makes a rule: from now on such calls wait until a person approves them.</summary>
    /// <param name="covers">A procedure's path, a namespace, or <c>destructive</c> for everything that loses something.</param>
    /// <param name="context">The run.</param>
    /// <param name="condition">What the arguments must be like; any will do when left out.</param>
    /// <param name="decider">Who decides on such calls.</param>
    /// <param name="rememberMinutes">For how many minutes a yes also lets later calls of the same procedure by the same caller go on.</param>
    /// <param name="expireMinutes">For how many minutes a call waits.</param>
    /// <param name="surfaces">Where calls come from that it holds back; all when left out.</param>
    /// <param name="profile">The tool profile whose AI clients alone it holds back; everybody when left out.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    [Mutation(ApprovalsPermissions.Rules, Effect.Create, Title = "Create approval rule", DashboardOnly = true, Page = ApprovalAnswers.Page)]
    public async Task<ApprovalRule> CreateRule(
        [StringLength(100, MinimumLength = 1)] string covers,
        ProcedureContext context,
        ApprovalCondition? condition = null,
        ApprovalDecider decider = ApprovalDecider.Administrator,
        [Range(0, LongestMinutes)] int rememberMinutes = 0,
        [Range(1, LongestMinutes)] int expireMinutes = 15,
        [Length(1, 2)] IReadOnlyList<ApprovalSurface>? surfaces = null,
        [StringLength(40, MinimumLength = 1)] string? profile = null,
        CancellationToken cancellationToken = default)
    {
        if ((await rules.AllAsync(cancellationToken).ConfigureAwait(false)).Count >= MostRules)
        {
            throw new ProcedureException(new(ProcedureErrorCode.Conflict, ErrorReason.WrongState, $"There can be {MostRules} rules at most. Delete some; a namespace or '{RuleReach.Destructive}' covers many procedures by one."));
        }

        var rule = Checked(new(
            ids.New(), covers, condition, decider, rememberMinutes, expireMinutes, surfaces ?? (profile is null ? [ApprovalSurface.Mcp, ApprovalSurface.Http] : [ApprovalSurface.Mcp]), profile, 0, clock.GetStorableNow()));
        await rules.AddAsync(rule, cancellationToken).ConfigureAwait(false);
        context.Changes.Created(Topic, rule.Id, rule, ApprovalRuleJson.Write);
        return rule;
    }

    /// <summary>Changes a rule. What is left out stays; what was remembered under it is forgotten.</summary>
    /// <param name="id">The rule's id.</param>
    /// <param name="context">The run.</param>
    /// <param name="covers">A procedure's path, a namespace, or <c>destructive</c>.</param>
    /// <param name="condition">What the arguments must be like.</param>
    /// <param name="decider">Who decides on such calls.</param>
    /// <param name="rememberMinutes">For how many minutes a yes also lets later calls of the same procedure by the same caller go on.</param>
    /// <param name="expireMinutes">For how many minutes a call waits.</param>
    /// <param name="surfaces">Where calls come from that it holds back.</param>
    /// <param name="profile">The tool profile whose AI clients alone it holds back.</param>
    /// <param name="clear">Fields to empty.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    [Mutation(ApprovalsPermissions.Rules, Effect.Change, Idempotent = true, Title = "Update approval rule", DashboardOnly = true, Page = ApprovalAnswers.Page)]
    public async Task<ApprovalRule> UpdateRule(
        [StringLength(64, MinimumLength = 1)] string id,
        ProcedureContext context,
        [StringLength(100, MinimumLength = 1)] string? covers = null,
        ApprovalCondition? condition = null,
        ApprovalDecider? decider = null,
        [Range(0, LongestMinutes)] int? rememberMinutes = null,
        [Range(1, LongestMinutes)] int? expireMinutes = null,
        [Length(1, 2)] IReadOnlyList<ApprovalSurface>? surfaces = null,
        [StringLength(40, MinimumLength = 1)] string? profile = null,
        IReadOnlyList<ApprovalRuleField>? clear = null,
        CancellationToken cancellationToken = default)
    {
        var before = await GetAsync(id, cancellationToken).ConfigureAwait(false);
        var after = Checked(before with
        {
            Covers = covers ?? before.Covers,
            Condition = clear?.Contains(ApprovalRuleField.Condition) is true ? null : condition ?? before.Condition,
            Decider = decider ?? before.Decider,
            RememberMinutes = rememberMinutes ?? before.RememberMinutes,
            ExpireMinutes = expireMinutes ?? before.ExpireMinutes,
            Surfaces = surfaces ?? before.Surfaces,
            Profile = clear?.Contains(ApprovalRuleField.Profile) is true ? null : profile ?? before.Profile,
        });
        await rules.UpdateAsync(after, cancellationToken).ConfigureAwait(false);
        await approvals.FollowAsync(after, cancellationToken).ConfigureAwait(false);
        context.Changes.Updated(Topic, id, before, after, ApprovalRuleJson.Write);
        return after;
    }

    /// <summary>Deletes a rule and returns what it was. Calls that wait because of it need no approval any more when they are made again.</summary>
    /// <param name="id">The rule's id.</param>
    /// <param name="context">The run.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    [Mutation(ApprovalsPermissions.Rules, Effect.Destroy, Title = "Delete approval rule", DashboardOnly = true, Page = ApprovalAnswers.Page)]
    public async Task<ApprovalRule> DeleteRule([StringLength(64, MinimumLength = 1)] string id, ProcedureContext context, CancellationToken cancellationToken)
    {
        var before = await GetAsync(id, cancellationToken).ConfigureAwait(false);
        await rules.DeleteAsync(before, cancellationToken).ConfigureAwait(false);
        context.Changes.Deleted(Topic, id, before, ApprovalRuleJson.Write);
        return before;
    }

    private async Task<ApprovalRule> GetAsync(string id, CancellationToken cancellationToken)
    {
        var all = await rules.AllAsync(cancellationToken).ConfigureAwait(false);
        return all.FirstOrDefault(rule => rule.Id == id)
            ?? throw ProcedureErrors.NotFound("approval rule", id, all.Select(rule => rule.Id), new("approvals.listRules", Why: "It lists the rules there are."));
    }

    /// <summary>A rule as it is kept, once it is sure that it can ever hold something back.</summary>
    private ApprovalRule Checked(ApprovalRule rule)
    {
        var covers = reach.Read(rule.Covers);
        if (rule.Profile is { } name && profiles.Find(name) is null)
        {
            var near = NearestNames.Of(name, profiles.All.Select(profile => profile.Name));
            throw ProcedureErrors.InvalidInput([new("profile", $"There is no profile '{name}'. {(near.Count > 0 ? $"Did you mean '{near[0]}'?" : "profile.list names all of them.")}")]);
        }

        if (rule.Profile is not null && !rule.Surfaces.Contains(ApprovalSurface.Mcp))
        {
            throw ProcedureErrors.InvalidInput([new("surfaces", "Only AI clients are served a profile: add mcp, or leave the profile out.")]);
        }

        if (rule.Condition is not null)
        {
            reach.Check(rule.Condition, covers);
        }

        return rule with { Covers = covers, Tools = reach.Count(covers), Surfaces = [.. rule.Surfaces.Distinct().Order()] };
    }
}
