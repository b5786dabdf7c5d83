using HomeDash.Procedures;

namespace HomeDash;

/// <summary>Asks the indexer managers that a caller may use.</summary>
internal sealed class IndexerSurvey(IntegrationFleet fleet)
{
    /// <summary>The indexers of each.</summary>
    public Task<Answers<IReadOnlyList<Indexer>>> ListAsync(Caller caller, IReadOnlyList<IntegrationRef>? named, CancellationToken cancellationToken) =>
        fleet.AskAsync(fleet.Usable<IIndexerKeeper>(caller, named), "indexers", (manager, token) => manager.ListAsync(token), cancellationToken);
}
