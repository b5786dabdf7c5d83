using HomeDash.Procedures;

namespace HomeDash;

/// <summary>The DNS blockers of the house.</summary>
/// <param name="Items">One per integration that answered, now or lately.</param>
/// <param name="Integrations">How each integration fared.</param>
public sealed record DnsHoleSummary(IReadOnlyList<DnsHoleInfo> Items, IReadOnlyList<IntegrationReport> Integrations) : IOutcomes
{
    bool IOutcomes.AllFailed => IntegrationReport.NoneAnswered(Integrations);
}

/// <summary>A DNS blocker, and what it has counted.</summary>
/// <param name="Id">The integration's id.</param>
/// <param name="Integration">The integration's name.</param>
/// <param name="Service">What the service calls itself.</param>
/// <param name="State">Whether it blocks.</param>
/// <param name="Queries">How many DNS queries it had in the period.</param>
/// <param name="Blocked">How many of them it blocked.</param>
/// <param name="BlockedPercent">Which share of the queries that is, 0 to 100.</param>
/// <param name="Domains">How many domains, or for AdGuard Home rules, are on its lists.</param>
/// <param name="PeriodSeconds">The period that the counts are of, in seconds up to now; 86400 is the last 24 hours.</param>
public sealed record DnsHoleInfo(
    string Id,
    string Integration,
    string Service,
    BlockingState State,
    long Queries,
    long Blocked,
    double BlockedPercent,
    long? Domains = null,
    long? PeriodSeconds = null)
{
    internal static DnsHoleInfo Of(Integration integration, string service, DnsHoleReading reading, DateTimeOffset now) => new(
        integration.Id,
        integration.Name,
        service,
        BlockingState.Of(reading.Blocking, now),
        reading.Queries,
        reading.Blocked,
        reading.Queries > 0 ? Math.Round(Math.Min(100, 100.0 * reading.Blocked / reading.Queries), 2) : 0,
        reading.Domains,
        (long?)reading.Period?.TotalSeconds);
}
