using HomeDash.Integrations.Tests;
using HomeDash.Procedures;
using HomeDash.Simulators;

namespace HomeDash.Integrations.Prowlarr.Tests;

public sealed class ProwlarrFaults : FaultTests, IAsyncLifetime
{
    private ProwlarrSimulator? service;

    private protected override IIntegrationKind Kind => new ProwlarrKind(Clock);

    private protected override Credentials Credentials => new(ApiKey: new(service!.Key));

    public async ValueTask InitializeAsync() => service = await ProwlarrSimulator.StartAsync();

    public ValueTask DisposeAsync() => service!.DisposeAsync();

    private protected override Task<Uri> ServiceAsync() => Task.FromResult(service!.Url);

    private protected override Task ReadAsync(IIntegrationClient client, CancellationToken cancellationToken) => ((IIndexerKeeper)client).ListAsync(cancellationToken);
}

public sealed class ProwlarrTests : IAsyncLifetime
{
    private ProwlarrSimulator prowlarr = null!;
    private ProwlarrClient client = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        prowlarr = await ProwlarrSimulator.StartAsync();
        client = new ProwlarrKind(TimeProvider.System).Connect(new("id", "Den", "prowlarr", prowlarr.Url.ToString()) { Credentials = new(ApiKey: new(prowlarr.Key)) });
    }

    public ValueTask DisposeAsync()
    {
        client.Dispose();
        return prowlarr.DisposeAsync();
    }

    [Fact]
    public async Task It_tells_which_indexers_work_which_failed_and_which_are_off()
    {
        prowlarr.With("Alpha").With("Beta", "usenet", "private", failedFor: TimeSpan.FromHours(1)).With("Gamma", privacy: "semiPrivate", enabled: false).With("Delta", failedFor: TimeSpan.FromHours(-1));

        var indexers = await client.ListAsync(Cancellation);

        Assert.Equal(
            [
                ("Alpha", IndexerStatus.Working, DownloadType.Torrent, IndexerPrivacy.Public),
                ("Beta", IndexerStatus.Failing, DownloadType.Usenet, IndexerPrivacy.Private),
                ("Gamma", IndexerStatus.Disabled, DownloadType.Torrent, IndexerPrivacy.SemiPrivate),
                ("Delta", IndexerStatus.Working, DownloadType.Torrent, IndexerPrivacy.Public),
            ],
            indexers.Select(indexer => (indexer.Name, indexer.Status, indexer.Protocol!.Value, indexer.Privacy!.Value)));
        Assert.InRange(indexers[1].DisabledUntil!.Value, DateTimeOffset.UtcNow.AddMinutes(58), DateTimeOffset.UtcNow.AddMinutes(61));
        Assert.True(indexers[1].FailingSince < indexers[1].LastFailureAt);
        Assert.Null(indexers[3].FailingSince);
        Assert.NotNull(indexers[3].LastFailureAt);
    }

    [Fact]
    public async Task A_test_says_for_each_that_is_enabled_whether_it_works_and_leaves_its_error_beside_it()
    {
        prowlarr.With("Alpha", failedFor: TimeSpan.FromHours(1)).With("Beta").With("Gamma", enabled: false);
        prowlarr.Broken["Beta"] = "Unable to connect to indexer: DNS";

        var tests = await client.TestAllAsync(Cancellation);
        var indexers = await client.ListAsync(Cancellation);

        Assert.Equal([("Alpha", true, null, IndexerStatus.Working), ("Beta", false, "Unable to connect to indexer: DNS", IndexerStatus.Failing)], tests.Select(test => (test.Name, test.Ok, test.Error, test.Status)));
        Assert.Equal([null, "Unable to connect to indexer: DNS", null], indexers.Select(indexer => indexer.LastError));
        Assert.Contains("/api/v1/indexer/testall", prowlarr.Asked);
    }

    [Fact]
    public async Task A_test_that_takes_longer_than_other_calls_may_is_waited_for()
    {
        prowlarr.With("Alpha").TestTime = ServiceHttp.Patience + TimeSpan.FromSeconds(1);

        Assert.True(Assert.Single(await client.TestAllAsync(Cancellation)).Ok);
    }

    [Fact]
    public async Task A_refusal_that_is_no_list_of_tests_is_no_success()
    {
        prowlarr.Key = "another";

        Assert.Equal(ErrorReason.CredentialsRefused, (await Assert.ThrowsAsync<ProcedureException>(() => client.TestAllAsync(Cancellation))).Error.Reason);
    }
}
