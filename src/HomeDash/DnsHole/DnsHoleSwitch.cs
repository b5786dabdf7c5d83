using HomeDash.Procedures;

namespace HomeDash;

/// <summary>
/// Switches blocking on and off, for all named services at the same time: a household's two Pi-holes must not disagree. What
/// becomes of each is told apart from the others, and is what the service says afterwards.
/// </summary>
internal sealed class DnsHoleSwitch(IntegrationFleet fleet, TimeProvider clock)
{
    public Task<Outcomes<BlockingState>> EnableAsync(IReadOnlyList<IntegrationRef> named, ProcedureContext context, CancellationToken cancellationToken) =>
        RunAsync(named, new(
            name => $"Enable blocking on {name}.",
            "it blocks already",
            before => before is { Status: BlockingStatus.Enabled, FlipsAt: null },
            hole => hole.EnableAsync(cancellationToken)), context, cancellationToken);

    public Task<Outcomes<BlockingState>> DisableAsync(
        IReadOnlyList<IntegrationRef> named, TimeSpan? pause, ProcedureContext context, CancellationToken cancellationToken) =>
        RunAsync(named, new(
            name => pause is { } span ? $"Disable blocking on {name} for {span.TotalSeconds:0} s." : $"Disable blocking on {name} until it is enabled again.",
            "it blocks nothing already",
            before => pause is null && before is { Status: BlockingStatus.Disabled, FlipsAt: null },
            hole => hole.DisableAsync(pause, cancellationToken)), context, cancellationToken);

    private async Task<Outcomes<BlockingState>> RunAsync(
        IReadOnlyList<IntegrationRef> named, Order order, ProcedureContext context, CancellationToken cancellationToken)
    {
        var targets = named.DistinctBy(target => target.Resolved!.Id).ToArray();
        var holes = fleet.Usable<IDnsHole>(context.Caller, targets).ToDictionary(hole => hole.Integration.Id);
        var before = targets.ToDictionary(target => target.Resolved!.Id, target => StateAsync(holes[target.Resolved!.Id], cancellationToken));
        await ((Task)Task.WhenAll(before.Values)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        cancellationToken.ThrowIfCancellationRequested();
        context.Plan(targets.Select(target => Step(order, target.Resolved!.Name, before[target.Resolved!.Id])));

        return await Outcomes<BlockingState>.ForEachAsync(targets, async target =>
        {
            var hole = holes[target.Resolved!.Id].Connection;
            var state = await fleet.WriteAsync(hole, async client =>
            {
                var found = await before[target.Resolved!.Id].ConfigureAwait(false);
                return order.IsDone(found) ? found with { Note = $"Nothing was changed: {order.Already}." } : await order.Apply(client).ConfigureAwait(false);
            }).ConfigureAwait(false);
            return BlockingState.Of(state, clock.GetUtcNow());
        }).ConfigureAwait(false);
    }

    private static async Task<Blocking> StateAsync(Asked<IDnsHole> hole, CancellationToken cancellationToken) =>
        await hole.Connection.Client.BlockingAsync(cancellationToken).ConfigureAwait(false);

    private static string Step(Order order, string name, Task<Blocking> before) => before switch
    {
        { IsCompletedSuccessfully: true, Result: var state } => order.IsDone(state) ? $"Leave {name} as it is: {order.Already}." : order.Words(name),
        _ => $"Leave {name} as it is: {ProcedureErrors.From(before.Exception?.GetBaseException() ?? new OperationCanceledException()).Message}",
    };

    /// <summary>What is to be done.</summary>
    /// <param name="Words">For plans.</param>
    /// <param name="Already">Why nothing has to be done, after a colon.</param>
    /// <param name="IsDone">Whether nothing has to be done.</param>
    /// <param name="Apply">Does it and reads the state back.</param>
    private sealed record Order(Func<string, string> Words, string Already, Func<Blocking, bool> IsDone, Func<IDnsHole, Task<Blocking>> Apply);
}
