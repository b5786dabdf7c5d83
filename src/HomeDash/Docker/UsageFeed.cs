using System.Collections.Concurrent;
using HomeDash.Procedures;

namespace HomeDash;

/// <summary>What running containers use, again and again. However many watch, an engine is asked once per interval.</summary>
internal sealed class UsageFeed(ContainerFleet fleet, IntegrationFleet integrations, Watch watch)
{
    private const int AtOnce = 50;

    public IAsyncEnumerable<ContainerStats> FollowAsync(
        Caller caller, string? engine, IReadOnlyList<ContainerRef>? containers, CancellationToken cancellationToken)
    {
        var engines = containers is null ? fleet.Engines(caller, engine) : [.. containers.Select(fleet.EngineOf).DistinctBy(connection => connection.Integration.Id)];
        var chosen = containers?.Select(container => container.Resolved!.Id).ToHashSet();
        var what = chosen is null ? "usage" : $"usage of {string.Join(',', chosen.Order(StringComparer.Ordinal))}";
        return watch.FollowAsync(ReadAsync, cancellationToken);

        async Task<ContainerStats> ReadAsync(CancellationToken token)
        {
            var answers = await integrations.AskAsync<IContainerEngine, IReadOnlyList<MeasuredContainer>>(
                engines, what, (client, ends) => MeasureAsync(client, chosen, ends), token).ConfigureAwait(false);
            return new(
                [.. answers.Values
                    .SelectMany(answer => answer.Value.Where(item => caller.HasAccess(ContainerFleet.TargetOf(answer.Integration, item.Id, item.Name), Access.Use)))
                    .OrderBy(item => item.Name, StringComparer.OrdinalIgnoreCase).ThenBy(item => item.Id, StringComparer.Ordinal)],
                [.. answers.Items
                    .Where(answer => caller.HasAccess(answer.Integration.AsTarget(), Access.Use))
                    .Select(answer => new EngineReport(answer.Report.Integration, answer.Report.Ok, answer.Report.Reason, answer.Report.Message))]);
        }
    }

    private static async Task<IReadOnlyList<MeasuredContainer>> MeasureAsync(IContainerEngine engine, HashSet<string>? chosen, CancellationToken cancellationToken)
    {
        var running = (await engine.ListAsync(cancellationToken).ConfigureAwait(false))
            .Where(container => container.State == RunState.Running && (chosen is null || chosen.Contains(container.Id)));
        var measured = new ConcurrentBag<MeasuredContainer>();
        var options = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(running, options, async (container, token) =>
        {
            try
            {
                if (await engine.UsageAsync(container.Id, token).ConfigureAwait(false) is { } usage)
                {
                    measured.Add(new(container.Id, container.Name, container.Engine, usage.CpuPercent, usage.MemoryBytes, usage.MemoryLimitBytes));
                }
            }
            catch (ProcedureException)
            {
                // It ended, or is too slow to be measured this time.
            }
        }).ConfigureAwait(false);
        return [.. measured];
    }
}
