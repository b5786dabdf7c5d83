using System.ComponentModel.DataAnnotations;
using HomeDash.Procedures;

namespace HomeDash;

/// <summary>Indexers of Prowlarr, where releases are looked for.</summary>
[Router("indexer", Noun = "indexer")]
internal sealed class IndexerRouter(IntegrationFleet fleet, IndexerSurvey survey, Watch watch)
{
    /// <summary>Lists the indexers of Prowlarr, those that fail first: enabled, protocol, privacy, since when failing and until when left alone, the last error.</summary>
    /// <param name="context">The run.</param>
    /// <param name="integrations">Only these, by name; all when left out.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    [Query(IndexerPermissions.View)]
    public async Task<IndexerList> List(
        ProcedureContext context, [MinLength(1), MaxLength(50)] IReadOnlyList<IntegrationRef>? integrations = null, CancellationToken cancellationToken = default)
    {
        var answers = await survey.ListAsync(context.Caller, integrations, cancellationToken).ConfigureAwait(false);
        return new(
            [.. answers.Values.SelectMany(answer => answer.Value).OrderBy(indexer => indexer.Status).ThenBy(indexer => indexer.Name, StringComparer.OrdinalIgnoreCase)], answers.Reports);
    }

    /// <summary>Streams what indexer.list lists, every few seconds.</summary>
    /// <param name="context">The run.</param>
    /// <param name="integrations">Only these, by name; all when left out.</param>
    /// <param name="cancellationToken">Ends the stream.</param>
    [Subscription(IndexerPermissions.View, Title = "Watch indexers")]
    public IAsyncEnumerable<IndexerList> Watch(
        ProcedureContext context, [MinLength(1), MaxLength(50)] IReadOnlyList<IntegrationRef>? integrations = null, CancellationToken cancellationToken = default) =>
        watch.FollowAsync(token => List(context, integrations, token), cancellationToken);

    /// <summary>Has Prowlarr test all its enabled indexers, which may take a minute, and says for each whether it works and why not. Those that work again are used again at once.</summary>
    /// <param name="integration">The name or id of the integration.</param>
    /// <param name="context">The run.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    [Mutation(IndexerPermissions.Test, Effect.Change, Idempotent = true, Title = "Test all indexers", CheckWith = "indexer.list", DeadlineSeconds = 75)]
    public async Task<IndexerTests> TestAll(IntegrationRef integration, ProcedureContext context, CancellationToken cancellationToken = default)
    {
        var manager = fleet.One<IIndexerKeeper>(integration);
        var enabled = (await manager.Client.ListAsync(cancellationToken).ConfigureAwait(false)).Count(indexer => indexer.Enabled);
        context.Plan([$"Have {manager.Integration.Name} ask {(enabled == 1 ? "its one enabled indexer" : $"each of its {enabled} enabled indexers")} something."]);
        var tests = await fleet.WriteAsync(manager, client => client.TestAllAsync(cancellationToken)).ConfigureAwait(false);
        return new(
            manager.Integration.Name,
            tests.Count(test => test.Ok),
            tests.Count(test => !test.Ok),
            [.. tests.OrderBy(test => test.Ok).ThenBy(test => test.Name, StringComparer.OrdinalIgnoreCase)]);
    }
}
