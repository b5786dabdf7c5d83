using HomeDash.Procedures;

namespace HomeDash;

/// <summary>A service that looks after indexers. Every method throws <see cref="ProcedureException"/> with a reason of the service.</summary>
[Capability("indexer")]
public interface IIndexerKeeper
{
    /// <summary>The indexers.</summary>
    Task<IReadOnlyList<Indexer>> ListAsync(CancellationToken cancellationToken);

    /// <summary>Tests all indexers that are enabled, which asks each of them something. One that works again is used again.</summary>
    /// <returns>The enabled indexers as the service shows them afterwards, each with what its test said.</returns>
    [Writes]
    Task<IReadOnlyList<IndexerTest>> TestAllAsync(CancellationToken cancellationToken);
}
