using System.Text;
using System.Text.Json;
using HomeDash.Procedures;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace HomeDash;

/// <summary>Holds calls of programs back by the rules that people made. Rules that cannot be read hold everything back.</summary>
internal sealed partial class ApprovalGate(HouseWork work, ILogger<ApprovalGate> logger) : IApprovalGate
{
    /// <inheritdoc/>
    public bool Watches(ProcedureDefinition definition, ProcedureRequest request) => SurfaceOf(request) is not null && RuleReach.CanBeHeld(definition);

    /// <inheritdoc/>
    public async ValueTask<GateAnswer> CheckAsync(
        ProcedureDefinition definition, ProcedureRequest request, IReadOnlyList<ResolvedTarget> targets, ReadOnlyMemory<byte> canonicalInput, CancellationToken cancellationToken)
    {
        var call = new HeldCall(definition, request, targets, Encoding.UTF8.GetString(canonicalInput.Span));
        var (rule, remembered) = await RuleForAsync(call, cancellationToken).ConfigureAwait(false);
        // With an answer, the approval it is about is used up even when nothing would hold the call back any more.
        if (request.Approval is null && (rule is null || remembered))
        {
            return default;
        }

        var (held, taken) = await work.WriteAsync(
            services => services.GetRequiredService<ApprovalDesk>().MeetAsync(call, remembered ? null : rule, cancellationToken), cancellationToken).ConfigureAwait(false);
        return new(held, taken is null ? null : outcome => EndAsync(taken, outcome));
    }

    private static ApprovalSurface? SurfaceOf(ProcedureRequest request) => request.Surface switch
    {
        "mcp" => ApprovalSurface.Mcp,
        "http" when request.Caller.KeyId is not null => ApprovalSurface.Http,
        _ => null,
    };

    /// <summary>The strictest of the rules that hold a call back, and whether an earlier yes still counts for it.</summary>
    private async Task<(ApprovalRule? Rule, bool Remembered)> RuleForAsync(HeldCall call, CancellationToken cancellationToken)
    {
        try
        {
            return await work.ReadAsync(async services =>
            {
                var rules = await services.GetRequiredService<ApprovalRuleStore>().AllAsync(cancellationToken).ConfigureAwait(false);
                var rule = rules.Where(rule => Holds(rule, call))
                    .OrderByDescending(rule => rule.Decider).ThenBy(rule => rule.RememberMinutes).ThenBy(rule => rule.ExpireMinutes).FirstOrDefault();
                var remembered = rule is not null && await services.GetRequiredService<ApprovalStore>().IsRememberedAsync(call, rule.Id, cancellationToken).ConfigureAwait(false);
                return (rule, remembered);
            }).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            throw new ProcedureException(
                new(ProcedureErrorCode.ServiceUnavailable, ErrorReason.Internal,
                    $"Nothing was done: the rules that say whether {call.Definition.Path} needs approval could not be read. The log of HomeDash says why."),
                exception);
        }
    }

    private static bool Holds(ApprovalRule rule, HeldCall call)
    {
        if (rule.Profile is not null && rule.Profile != call.Request.Profile)
        {
            return false;
        }

        if (!rule.Surfaces.Contains(SurfaceOf(call.Request)!.Value) || !RuleReach.Covers(rule.Covers, call.Definition))
        {
            return false;
        }

        return rule.Condition is null || ConditionCheck.IsMet(rule.Condition, JsonElement.Parse(call.Input), call.Targets);
    }

    private async ValueTask EndAsync(string id, ProcedureOutcome outcome)
    {
        try
        {
            await work.WriteAsync(
                async services =>
                {
                    await services.GetRequiredService<ApprovalDesk>().EndAsync(id, outcome, CancellationToken.None).ConfigureAwait(false);
                    return id;
                },
                CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            // The call has run and its caller gets the result; the approval stays used up.
            LogNotEnded(exception, id);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The end of the approved call {Id} could not be written down")]
    private partial void LogNotEnded(Exception exception, string id);
}
