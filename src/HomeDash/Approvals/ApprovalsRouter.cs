using System.Buffers;
using System.ComponentModel.DataAnnotations;
using System.Text;
using System.Text.Json;
using HomeDash.Procedures;
using Microsoft.Extensions.DependencyInjection;

namespace HomeDash;

/// <summary>Calls that wait until a person decides.</summary>
[Router("approvals", Noun = "approval")]
internal sealed class ApprovalsRouter(ApprovalStore store, ApprovalRuleStore rules, ApprovalDesk desk, HouseWork work, ProcedureCaller calls, TimeProvider clock)
{
    private const int IdLength = 20;
    private const int LongestMinutes = 1440;

    private static readonly SuggestedCall Lister = new("approvals.list", Why: "It lists the approvals there are.");

    /// <summary>Lists calls that were held back, those that wait first: one's own, or everybody's for who may decide them.</summary>
    /// <param name="context">The run.</param>
    /// <param name="state">Only those in this state.</param>
    /// <param name="limit">How many a page holds.</param>
    /// <param name="cursor">The <c>next</c> of the page before.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    [Query(ApprovalsPermissions.Own)]
    public async Task<Page<Approval>> List(
        ProcedureContext context,
        ApprovalState? state = null,
        [Range(1, 200)] int limit = 50,
        [MaxLength(200)] string? cursor = null,
        CancellationToken cancellationToken = default)
    {
        var userId = context.Caller.Holds(ApprovalsPermissions.Decide) ? null : context.Caller.UserId;
        var (rows, total) = await store.ListAsync(userId, state, Cursor.Parse(cursor), limit + 1, cancellationToken).ConfigureAwait(false);
        var next = rows.Count > limit ? new Cursor(rows[limit - 1].State.ToString(), rows[limit - 1].Id).ToString() : null;
        return new([.. rows.Take(limit).Select(row => row.ToApproval(context.Caller))], total, next);
    }

    /// <summary>Shows one call that was held back.</summary>
    /// <param name="id">The approval's id.</param>
    /// <param name="context">The run.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    [Query(ApprovalsPermissions.Own)]
    public async Task<Approval> Get([StringLength(IdLength, MinimumLength = IdLength)] string id, ProcedureContext context, CancellationToken cancellationToken) =>
        Seen(await store.FindAsync(id, cancellationToken).ConfigureAwait(false), id, context.Caller).ToApproval(context.Caller);

    /// <summary>Says what became of a call of one's own that was held back. Once it is approved, runs it, once, and returns its result.</summary>
    /// <param name="id">The approval's id, as the call that was held back answered.</param>
    /// <param name="context">The run.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    [Mutation(ApprovalsPermissions.Own, Effect.Change, Title = "Check approval", CheckWith = "approvals.get", DeadlineSeconds = 330)]
    public async Task<ApprovalStatus> Status([StringLength(IdLength, MinimumLength = IdLength)] string id, ProcedureContext context, CancellationToken cancellationToken)
    {
        // Read apart from this run's own transaction: the call that runs in it begins one, and there is one at a time.
        var (row, arguments) = await work.ReadAsync(async services =>
        {
            var reading = services.GetRequiredService<ApprovalStore>();
            var found = Seen(await reading.FindAsync(id, cancellationToken).ConfigureAwait(false), id, context.Caller);
            return (found, reading.Arguments(found));
        }).ConfigureAwait(false);
        if (row.State != ApprovalState.Approved || !row.IsOf(context.Caller))
        {
            return ApprovalAnswers.Status(row);
        }

        context.Plan([row.Summary]);
        var request = context.NewRequest() with { Surface = row.Surface, Approval = new(id, Approved: true) };
        var outcome = await calls.CallAsync(row.ProcedurePath, Encoding.UTF8.GetBytes(arguments), request, cancellationToken).ConfigureAwait(false);
        return outcome switch
        {
            ProcedureOutcome.Completed completed => new(id, ApprovalState.Done, $"It was approved and has run: {row.Summary}.", Written(completed)),
            ProcedureOutcome.Running running => new(id, ApprovalState.Running, $"It was approved and goes on in the background; {running.Check.Procedure} tells how far it has come."),
            ProcedureOutcome.NeedsInput asks => new(
                id, ApprovalState.Approved, $"It was approved, and asks something first. Call {row.ProcedurePath} again with the same arguments. {string.Join(" ", asks.Questions.Select(question => question.Message))}"),
            ProcedureOutcome.AwaitsApproval again => new(again.ApprovalId, ApprovalState.Pending, again.Message),
            ProcedureOutcome.Failed failed => throw new ProcedureException(failed.Error),
            _ => throw new InvalidOperationException($"An approved call ended with {outcome.GetType().Name}."),
        };
    }

    /// <summary>Lets a call that waits run, once. It runs when its caller asks again.</summary>
    /// <param name="id">The approval's id.</param>
    /// <param name="context">The run.</param>
    /// <param name="rememberMinutes">For how many minutes later calls of the same procedure by the same caller need no approval either, 0 for none; as the rule says when left out.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    [Mutation(ApprovalsPermissions.Own, Effect.Change, Title = "Approve call", DashboardOnly = true, Page = ApprovalAnswers.Page)]
    public async Task<Approval> Approve(
        [StringLength(IdLength, MinimumLength = IdLength)] string id,
        ProcedureContext context,
        [Range(0, LongestMinutes)] int? rememberMinutes = null,
        CancellationToken cancellationToken = default)
    {
        var row = await DecidableAsync(id, context.Caller, [ApprovalState.Pending], cancellationToken).ConfigureAwait(false);
        var now = clock.GetStorableNow();
        var minutes = rememberMinutes ?? (await rules.AllAsync(cancellationToken).ConfigureAwait(false)).FirstOrDefault(rule => rule.Id == row.RuleId)?.RememberMinutes ?? 0;
        var decision = new Decision(ApprovalState.Approved, context.Caller.Name, now, RememberedUntil: minutes == 0 ? null : now.AddMinutes(minutes));
        return (await desk.DecideAsync(row, decision, cancellationToken).ConfigureAwait(false)).ToApproval(context.Caller);
    }

    /// <summary>Refuses a call that waits, or that was approved and has not run.</summary>
    /// <param name="id">The approval's id.</param>
    /// <param name="reason">Why; the caller is told.</param>
    /// <param name="context">The run.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    [Mutation(ApprovalsPermissions.Own, Effect.Change, Title = "Deny call", DashboardOnly = true, Page = ApprovalAnswers.Page)]
    public async Task<Approval> Deny(
        [StringLength(IdLength, MinimumLength = IdLength)] string id,
        ProcedureContext context,
        [StringLength(500, MinimumLength = 1)] string? reason = null,
        CancellationToken cancellationToken = default)
    {
        var row = await DecidableAsync(id, context.Caller, [ApprovalState.Pending, ApprovalState.Approved], cancellationToken).ConfigureAwait(false);
        var decision = new Decision(ApprovalState.Denied, context.Caller.Name, clock.GetStorableNow(), string.IsNullOrWhiteSpace(reason) ? null : reason.Trim());
        return (await desk.DecideAsync(row, decision, cancellationToken).ConfigureAwait(false)).ToApproval(context.Caller);
    }

    private async Task<ApprovalRow> DecidableAsync(string id, Caller caller, IReadOnlyList<ApprovalState> wanted, CancellationToken cancellationToken)
    {
        var row = Seen(await store.FindAsync(id, cancellationToken).ConfigureAwait(false), id, caller);
        if (!row.IsDecidedBy(caller))
        {
            throw ProcedureErrors.NotAllowed($"This call is decided by somebody with the permission '{ApprovalsPermissions.Decide}', which {caller.Name} does not have.");
        }

        return wanted.Contains(row.State) ? row : throw new ProcedureException(new(
            ProcedureErrorCode.Conflict, ErrorReason.WrongState, $"There is nothing to decide any more. {ApprovalAnswers.Status(row).Message}"));
    }

    /// <summary>Of calls of others, only who may decide them knows.</summary>
    private static ApprovalRow Seen(ApprovalRow? row, string id, Caller caller) =>
        row?.IsSeenBy(caller) == true ? row : throw ProcedureErrors.NotFound("approval", id, [], Lister);

    private static JsonElement Written(ProcedureOutcome.Completed completed)
    {
        var json = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(json))
        {
            completed.Write(writer);
        }

        return JsonElement.Parse(json.WrittenSpan);
    }
}
