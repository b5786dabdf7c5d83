using System.Globalization;
using System.Net;
using HomeDash.Integrations.Arr;

namespace HomeDash.Integrations.Prowlarr;

/// <summary>Prowlarr 1 and 2. It keeps when an indexer failed, not why: that is known of its last test only.</summary>
internal sealed class ProwlarrClient(ArrApi api, TimeProvider clock) : IIndexerKeeper, IIntegrationClient, IDisposable
{
    /// <summary>It asks all indexers, some of them behind slow guards.</summary>
    private static readonly TimeSpan TestPatience = TimeSpan.FromSeconds(60);

    private volatile Dictionary<int, string> errors = [];

    public Task<ServiceVersion> TestAsync(CancellationToken cancellationToken) => api.TestAsync(cancellationToken);

    public async Task<IReadOnlyList<Indexer>> ListAsync(CancellationToken cancellationToken)
    {
        var (indexers, failed) = await ReadAsync(cancellationToken).ConfigureAwait(false);
        return [.. indexers.Select(indexer => Shown(indexer, failed.GetValueOrDefault(indexer.Id)))];
    }

    public async Task<IReadOnlyList<IndexerTest>> TestAllAsync(CancellationToken cancellationToken)
    {
        // 400 stands for "one of them does not work", with what is said of each all the same.
        var answer = await api.PostAsync("/indexer/testall", TestPatience, cancellationToken).ConfigureAwait(false);
        var tests = answer.Status == HttpStatusCode.BadRequest ? answer.JsonOfAnyStatus(ProwlarrJson.Default.ProwlarrTestArray) : answer.Json(ProwlarrJson.Default.ProwlarrTestArray);
        errors = tests.Where(test => !test.IsValid).ToDictionary(test => test.Id, ErrorOf);
        var (indexers, failed) = await ReadAsync(cancellationToken).ConfigureAwait(false);
        return
        [
            .. from test in tests
               join indexer in indexers on test.Id equals indexer.Id
               let after = Shown(indexer, failed.GetValueOrDefault(indexer.Id))
               select new IndexerTest(indexer.Name, test.IsValid, errors.GetValueOrDefault(test.Id), after.Status, after.DisabledUntil),
        ];
    }

    public void Dispose() => api.Dispose();

    private async Task<(ProwlarrIndexer[] Indexers, Dictionary<int, ProwlarrStatus> Failed)> ReadAsync(CancellationToken cancellationToken)
    {
        // One after the other: wrong credentials are sent once.
        var indexers = await api.GetAsync("/indexer", ProwlarrJson.Default.ProwlarrIndexerArray, cancellationToken).ConfigureAwait(false);
        var failed = await api.GetAsync("/indexerstatus", ProwlarrJson.Default.ProwlarrStatusArray, cancellationToken).ConfigureAwait(false);
        return (indexers, failed.GroupBy(status => status.IndexerId).ToDictionary(group => group.Key, group => group.First()));
    }

    private Indexer Shown(ProwlarrIndexer indexer, ProwlarrStatus? failed)
    {
        var until = failed?.DisabledTill > clock.GetUtcNow() ? failed.DisabledTill : null;
        return new()
        {
            Id = indexer.Id.ToString(CultureInfo.InvariantCulture),
            Name = indexer.Name,
            Status = !indexer.Enable ? IndexerStatus.Disabled : until is not null ? IndexerStatus.Failing : IndexerStatus.Working,
            Enabled = indexer.Enable,
            Protocol = indexer.Protocol switch { "torrent" => DownloadType.Torrent, "usenet" => DownloadType.Usenet, _ => null },
            Privacy = indexer.Privacy switch { "public" => IndexerPrivacy.Public, "semiPrivate" => IndexerPrivacy.SemiPrivate, "private" => IndexerPrivacy.Private, _ => null },
            Priority = indexer.Priority,
            DisabledUntil = until?.ToUniversalTime(),
            FailingSince = until is null ? null : failed!.InitialFailure?.ToUniversalTime(),
            LastFailureAt = failed?.MostRecentFailure?.ToUniversalTime(),
            LastError = errors.GetValueOrDefault(indexer.Id),
            Integration = api.Name,
        };
    }

    private static string ErrorOf(ProwlarrTest test) =>
        string.Join(" ", (test.ValidationFailures ?? []).Where(failure => !failure.IsWarning).Select(failure => failure.ErrorMessage?.Trim()).Where(line => !string.IsNullOrEmpty(line)).Distinct())
            is { Length: > 0 } words ? words.Length > 300 ? words[..300] + "…" : words : "Prowlarr does not say why.";
}
