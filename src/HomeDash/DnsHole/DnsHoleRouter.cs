using System.ComponentModel.DataAnnotations;
using HomeDash.Procedures;

namespace HomeDash;

/// <summary>DNS blockers of the house: Pi-hole, AdGuard Home, Technitium DNS.</summary>
[Router("dnsHole", Noun = "DNS blocking")]
internal sealed class DnsHoleRouter(DnsHoleSurvey survey, DnsHoleSwitch blocking, Watch watch)
{
    private const double SwitchSeconds = 30;

    /// <summary>Tells for each DNS blocker (Pi-hole, AdGuard Home, Technitium DNS) whether it blocks, the time left of a pause, and how many queries it had and blocked.</summary>
    /// <param name="context">The run.</param>
    /// <param name="integrations">Only these, by name; all when left out.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    [Query(DnsHolePermissions.View, Title = "Summarize DNS blocking")]
    public Task<DnsHoleSummary> Summary(
        ProcedureContext context, [MinLength(1), MaxLength(50)] IReadOnlyList<IntegrationRef>? integrations = null, CancellationToken cancellationToken = default) =>
        survey.SummaryAsync(context.Caller, integrations, cancellationToken);

    /// <summary>Lists the domains that DNS blockers blocked most often, with counts.</summary>
    /// <param name="context">The run.</param>
    /// <param name="integrations">Only these, by name; all when left out.</param>
    /// <param name="limit">How many domains of each at most.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    [Query(DnsHolePermissions.View, Title = "List top blocked domains")]
    public Task<TopBlockedList> TopBlocked(
        ProcedureContext context,
        [MinLength(1), MaxLength(50)] IReadOnlyList<IntegrationRef>? integrations = null,
        [Range(1, 100)] int limit = 10,
        CancellationToken cancellationToken = default) =>
        survey.TopBlockedAsync(context.Caller, integrations, limit, cancellationToken);

    /// <summary>Streams what dnsHole.summary tells, every few seconds.</summary>
    /// <param name="context">The run.</param>
    /// <param name="integrations">Only these, by name; all when left out.</param>
    /// <param name="cancellationToken">Ends the stream.</param>
    [Subscription(DnsHolePermissions.View, Title = "Watch DNS blocking")]
    public IAsyncEnumerable<DnsHoleSummary> Watch(
        ProcedureContext context, [MinLength(1), MaxLength(50)] IReadOnlyList<IntegrationRef>? integrations = null, CancellationToken cancellationToken = default) =>
        watch.FollowAsync(token => survey.SummaryAsync(context.Caller, integrations, token), cancellationToken);

    /// <summary>Switches DNS blocking on at once, ends a pause, and says for each what state it is in then.</summary>
    /// <param name="integrations">Which ones, by name or service, for example Pi-hole. Name all that serve the same network.</param>
    /// <param name="context">The run.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    [Mutation(DnsHolePermissions.Control, Effect.Change, Idempotent = true, CheckWith = "dnsHole.summary", DeadlineSeconds = SwitchSeconds)]
    public Task<Outcomes<BlockingState>> Enable(
        [MinLength(1), MaxLength(50)] IReadOnlyList<IntegrationRef> integrations, ProcedureContext context, CancellationToken cancellationToken = default) =>
        blocking.EnableAsync(integrations, context, cancellationToken);

    /// <summary>Switches DNS blocking off, for some seconds or until dnsHole.enable, and says for each the state and time left then. "Toggle Pi-hole for 5 minutes" is this one call with seconds 300.</summary>
    /// <param name="integrations">Which ones, by name or service, for example Pi-hole. Name all that serve the same network.</param>
    /// <param name="context">The run.</param>
    /// <param name="seconds">After how many seconds blocking comes back by itself, at most a week; until it is enabled again when left out.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    [Mutation(DnsHolePermissions.Control, Effect.Change, Idempotent = true, CheckWith = "dnsHole.summary", DeadlineSeconds = SwitchSeconds)]
    public Task<Outcomes<BlockingState>> Disable(
        [MinLength(1), MaxLength(50)] IReadOnlyList<IntegrationRef> integrations,
        ProcedureContext context,
        [Range(1, 604800)] int? seconds = null,
        CancellationToken cancellationToken = default) =>
        blocking.DisableAsync(integrations, seconds is { } given ? TimeSpan.FromSeconds(given) : null, context, cancellationToken);
}
