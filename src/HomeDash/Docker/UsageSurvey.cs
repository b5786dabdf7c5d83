using HomeDash.Procedures;

namespace HomeDash;

/// <summary>Adds to listed containers what a list of the engine does not tell: when they started and what they use.</summary>
internal static class UsageSurvey
{
    private const int AtOnce = 50;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);

    /// <summary>The containers in the same order; one that cannot be asked in time is returned as it was.</summary>
    /// <param name="containers">The containers.</param>
    /// <param name="usage">Whether to measure what running ones use.</param>
    /// <param name="cancellationToken">Ends the survey.</param>
    public static async Task<IReadOnlyList<Container>> CompleteAsync(IReadOnlyList<FoundContainer> containers, bool usage, CancellationToken cancellationToken)
    {
        var items = new Container[containers.Count];
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        var options = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken };
        await Parallel.ForAsync(0, items.Length, options, async (index, _) =>
        {
            var (engine, container) = (containers[index].Connection.Client, containers[index].Container);
            var measuring = usage && container.State == RunState.Running
                ? AttemptAsync(engine.UsageAsync(container.Id, patience.Token), cancellationToken)
                : Task.FromResult<ContainerUsage?>(null);
            var details = await AttemptAsync(engine.GetAsync(container.Id, patience.Token), cancellationToken).ConfigureAwait(false);
            var used = await measuring.ConfigureAwait(false);
            items[index] = container with
            {
                StartedAt = details?.StartedAt,
                CpuPercent = used?.CpuPercent,
                MemoryBytes = used?.MemoryBytes,
                MemoryLimitBytes = used?.MemoryLimitBytes,
            };
        }).ConfigureAwait(false);
        return items;
    }

    private static async Task<T?> AttemptAsync<T>(Task<T> asking, CancellationToken cancellationToken)
        where T : class?
    {
        try
        {
            return await asking.ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is ProcedureException || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return null;
        }
    }
}
