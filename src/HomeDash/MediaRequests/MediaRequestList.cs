using HomeDash.Procedures;

namespace HomeDash;

/// <summary>Requests for films and series.</summary>
/// <param name="Items">The newest first, over all services.</param>
/// <param name="Integrations">How each service fared.</param>
public sealed record MediaRequestList(IReadOnlyList<MediaRequest> Items, IReadOnlyList<IntegrationReport> Integrations) : IOutcomes
{
    bool IOutcomes.AllFailed => IntegrationReport.NoneAnswered(Integrations);
}
