using HomeDash.Procedures;

namespace HomeDash;

/// <summary>Indexers that failed.</summary>
internal sealed class IndexersPart(IndexerSurvey survey) : IReportPart
{
    public string Area => "indexers";

    public string Permission => IndexerPermissions.View;

    public async Task<PartReport> LookAsync(Caller caller, CancellationToken cancellationToken) => PartReport.Of(
        Area, await survey.ListAsync(caller, null, cancellationToken).ConfigureAwait(false), indexers => indexers, (_, indexer) => Judge(indexer), "There is no Prowlarr that you may use");

    private Finding? Judge(Indexer indexer) => indexer.Status != IndexerStatus.Failing ? null : new(
        Severity.Warning, Area, indexer.Name, indexer.Integration,
        $"The indexer {indexer.Name} has failed, and {indexer.Integration} leaves it alone for a while{(indexer.LastError is { } error ? $": {error.Trim().TrimEnd('.')}" : "")}.",
        "Test it: when it works again, it is used again at once.",
        [NextCall.For("indexer.testAll", "integration", indexer.Integration, "It tests all indexers.")]);
}
