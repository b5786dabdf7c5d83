using HomeDash.Components.Formats;
using HomeDash.Components.Shared;
using HomeDash.Procedures;
using Microsoft.AspNetCore.Components;

namespace HomeDash.Components.Indexers;

/// <summary>The indexers: seen as they are, and tested.</summary>
public sealed partial class IndexersPage
{
    private readonly Load<IndexerList> indexers;
    private readonly Dictionary<string, IndexerTests> tests = new(StringComparer.Ordinal);
    private string? testing;
    private string? problem;
    private bool mayTest;

    /// <summary>Made by Blazor.</summary>
    public IndexersPage() => indexers = new(cancellationToken => Caller.Indexer.ListAsync(cancellationToken: cancellationToken));

    [Inject]
    private HomeDashCaller Caller { get; set; } = null!;

    [Inject]
    private ICallerSource Visitor { get; set; } = null!;

    [Inject]
    private TimeProvider Time { get; set; } = null!;

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        mayTest = (await Visitor.GetAsync(Gone)).Holds(IndexerPermissions.Test);
        if (Alive)
        {
            Watch(indexers, cancellationToken => Caller.Indexer.WatchAsync(cancellationToken: cancellationToken));
        }
    }

    private async Task TestAsync(string integration)
    {
        (testing, problem) = (integration, null);
        tests.Remove(integration);
        try
        {
            tests[integration] = await Caller.Indexer.TestAllAsync(new IntegrationRef(integration), Gone);
            await indexers.RunAsync(Gone);
        }
        catch (ProcedureException failure)
        {
            problem = failure.Error.Message;
        }
        finally
        {
            testing = null;
        }
    }

    private static string Said(IndexerTests told) => told.Failing == 0
        ? $"All {Words.Count(told.Working, "indexer")} work."
        : $"{Words.Count(told.Failing, "indexer")} of {told.Working + told.Failing} failed: {string.Join(" ", told.Items.Where(test => !test.Ok).Select(test => $"{test.Name}: {test.Error}"))}";

    private string Failing(Indexer indexer) => string.Join(" ", new[]
    {
        indexer.FailingSince is { } since ? $"Failing since {Words.Ago(since, Time.GetUtcNow())}." : null,
        indexer.DisabledUntil is { } until ? $"Left alone for another {Words.Since(until - Time.GetUtcNow())}." : null,
        indexer.LastError,
    }.Where(sentence => sentence is not null));

    private static Tone ToneOf(IndexerStatus status) => status switch
    {
        IndexerStatus.Working => Tone.Good,
        IndexerStatus.Failing => Tone.Bad,
        _ => Tone.Plain,
    };

    private static string? WordOf(IndexerPrivacy? privacy) => privacy switch
    {
        IndexerPrivacy.SemiPrivate => "Semi-private",
        { } known => known.ToString(),
        null => null,
    };
}
