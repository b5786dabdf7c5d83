using HomeDash.Procedures;

namespace HomeDash;

/// <summary>What was blocked most often.</summary>
/// <param name="Items">One per integration that answered, now or lately.</param>
/// <param name="Integrations">How each integration fared.</param>
public sealed record TopBlockedList(IReadOnlyList<TopBlockedOf> Items, IReadOnlyList<IntegrationReport> Integrations) : IOutcomes
{
    bool IOutcomes.AllFailed => IntegrationReport.NoneAnswered(Integrations);
}

/// <summary>What one DNS blocker blocked most often.</summary>
/// <param name="Id">The integration's id.</param>
/// <param name="Integration">The integration's name.</param>
/// <param name="Domains">The domains, most often blocked first.</param>
/// <param name="PeriodSeconds">The period that the counts are of, in seconds up to now.</param>
public sealed record TopBlockedOf(string Id, string Integration, IReadOnlyList<BlockedDomain> Domains, long? PeriodSeconds = null);

/// <summary>A domain that was blocked.</summary>
/// <param name="Domain">The domain that somebody asked for.</param>
/// <param name="Count">How often it was blocked.</param>
public sealed record BlockedDomain(string Domain, long Count);
