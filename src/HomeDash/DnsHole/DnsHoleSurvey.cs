using HomeDash.Procedures;

namespace HomeDash;

/// <summary>Asks the DNS blockers what they do and what they have counted.</summary>
internal sealed class DnsHoleSurvey(IntegrationFleet fleet, IntegrationKinds kinds, TimeProvider clock)
{
    public async Task<DnsHoleSummary> SummaryAsync(Caller caller, IReadOnlyList<IntegrationRef>? named, CancellationToken cancellationToken)
    {
        var answers = await fleet.AskAsync(
            fleet.Usable<IDnsHole>(caller, named), "summary", (hole, token) => hole.ReadAsync(token), cancellationToken).ConfigureAwait(false);
        var now = clock.GetUtcNow();
        return new(
            [.. answers.Values.Select(answer => DnsHoleInfo.Of(answer.Integration, kinds.TitleOf(answer.Integration.Kind), answer.Value, now))], answers.Reports);
    }

    public async Task<TopBlockedList> TopBlockedAsync(Caller caller, IReadOnlyList<IntegrationRef>? named, int limit, CancellationToken cancellationToken)
    {
        var answers = await fleet.AskAsync(
            fleet.Usable<IDnsHole>(caller, named), $"topBlocked.{limit}", (hole, token) => hole.TopBlockedAsync(limit, token), cancellationToken).ConfigureAwait(false);
        return new(
            [.. answers.Values.Select(answer => new TopBlockedOf(answer.Integration.Id, answer.Integration.Name, answer.Value.Domains, (long?)answer.Value.Period?.TotalSeconds))],
            answers.Reports);
    }
}
