using HomeDash.Procedures;

namespace HomeDash;

/// <summary>
/// What can be done to containers. Everything is planned from the state before, done for all at the same time unless Compose
/// says what depends on what, and proven by the state that the engine shows afterwards: an engine that says yes has not always done it.
/// </summary>
internal sealed class ContainerActions(ContainerFleet fleet)
{
    public Task<Outcomes<ContainerState>> StartAsync(IReadOnlyList<ContainerRef> containers, ProcedureContext context, CancellationToken cancellationToken) =>
        RunAsync(containers, new("Start", "Started", before => before.State == RunState.Running ? "runs already" : null, async (engine, before) =>
        {
            var changed = await engine.StartAsync(before.Id, cancellationToken).ConfigureAwait(false);
            var after = await engine.GetAsync(before.Id, cancellationToken).ConfigureAwait(false);
            return ContainerState.Of(after, changed ? Ended(after) : "It was running already.");
        }, Turn.AfterWhatItNeeds), context, cancellationToken);

    public Task<Outcomes<ContainerState>> StopAsync(
        IReadOnlyList<ContainerRef> containers, TimeSpan grace, ProcedureContext context, CancellationToken cancellationToken) =>
        RunAsync(containers, new("Stop", "Stopped", before => Runs(before) ? null : "does not run", async (engine, before) =>
        {
            var changed = await engine.StopAsync(before.Id, grace, cancellationToken).ConfigureAwait(false);
            if (await FindAsync(engine, before.Id, cancellationToken).ConfigureAwait(false) is not { } after)
            {
                return Gone(before, "It was made to remove itself once it stops.");
            }

            return Runs(after)
                ? throw ProcedureErrors.ServiceFailed($"{before.Engine} said that it stopped {before.Name}, which still runs. docker.get shows its state.")
                : ContainerState.Of(after, changed ? null : "It was stopped already.");
        }, Turn.BeforeWhatItNeeds), context, cancellationToken);

    public Task<Outcomes<ContainerState>> RestartAsync(
        IReadOnlyList<ContainerRef> containers, TimeSpan grace, ProcedureContext context, CancellationToken cancellationToken) =>
        RunAsync(containers, new("Restart", "Restarted", _ => null, async (engine, before) =>
        {
            await engine.RestartAsync(before.Id, grace, cancellationToken).ConfigureAwait(false);
            var after = await engine.GetAsync(before.Id, cancellationToken).ConfigureAwait(false);

            // Only the start time proves it: the engine's count of restarts does not count those that are asked for.
            return after.StartedAt == before.StartedAt
                ? throw ProcedureErrors.ServiceFailed($"{before.Engine} said that it restarted {before.Name}, which has not started again. docker.logs may tell why.")
                : ContainerState.Of(after, Ended(after) ?? (Runs(before) ? null : "It did not run before."));
        }, Turn.AfterWhatItNeeds), context, cancellationToken);

    public Task<Outcomes<ContainerState>> PauseAsync(IReadOnlyList<ContainerRef> containers, ProcedureContext context, CancellationToken cancellationToken) =>
        RunAsync(containers, new("Pause", "Paused", before => before.State switch
        {
            RunState.Paused => "is paused already",
            RunState.Running => null,
            _ => "does not run",
        }, (engine, before) => FreezeAsync(before, RunState.Running, RunState.Paused, "paused", () => engine.PauseAsync(before.Id, cancellationToken), engine, cancellationToken)), context, cancellationToken);

    public Task<Outcomes<ContainerState>> UnpauseAsync(IReadOnlyList<ContainerRef> containers, ProcedureContext context, CancellationToken cancellationToken) =>
        RunAsync(containers, new("Unpause", "Unpaused", before => before.State == RunState.Paused ? null : "is not paused",
            (engine, before) => FreezeAsync(before, RunState.Paused, RunState.Running, "running", () => engine.UnpauseAsync(before.Id, cancellationToken), engine, cancellationToken)), context, cancellationToken);

    public Task<Outcomes<ContainerState>> RemoveAsync(
        IReadOnlyList<ContainerRef> containers, bool force, ProcedureContext context, CancellationToken cancellationToken) =>
        RunAsync(containers, new("Remove", "Removed", before => Runs(before) && !force ? "runs, and would not be removed without force" : null, async (engine, before) =>
        {
            if (Runs(before) && !force)
            {
                throw new ProcedureException(new(ProcedureErrorCode.Conflict, ErrorReason.WrongState,
                    $"{before.Name} is running. Stop it first with docker.stop, or remove it with force."));
            }

            await engine.RemoveAsync(before.Id, force, cancellationToken).ConfigureAwait(false);
            return await FindAsync(engine, before.Id, cancellationToken).ConfigureAwait(false) is { } after
                ? ContainerState.Of(after, "The engine is still removing it.")
                : Gone(before, null);
        }), context, cancellationToken);

    /// <summary>Pauses or unpauses: between these two states and no others.</summary>
    private static async Task<ContainerState> FreezeAsync(
        ContainerDetails before, RunState from, RunState to, string word, Func<Task> change, IContainerEngine engine, CancellationToken cancellationToken)
    {
        if (before.State == to)
        {
            return ContainerState.Of(before, $"It was {word} already.");
        }

        if (before.State != from)
        {
            throw new ProcedureException(new(ProcedureErrorCode.Conflict, ErrorReason.WrongState, $"{before.Name} does not run. Start it with docker.start."));
        }

        await change().ConfigureAwait(false);
        var after = await engine.GetAsync(before.Id, cancellationToken).ConfigureAwait(false);
        return after.State == to
            ? ContainerState.Of(after, null)
            : throw ProcedureErrors.ServiceFailed($"{before.Engine} said yes, but {before.Name} is not {word}. docker.get shows its state.");
    }

    private async Task<Outcomes<ContainerState>> RunAsync(
        IReadOnlyList<ContainerRef> containers, ContainerAction action, ProcedureContext context, CancellationToken cancellationToken)
    {
        var targets = containers.DistinctBy(container => container.Resolved!.Id).ToArray();
        var before = targets.ToDictionary(target => target.Resolved!.Id, target => ReadAsync(target, cancellationToken));
        await ((Task)Task.WhenAll(before.Values)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        var rounds = Rounds(targets, before, action.Turn);
        context.Plan(rounds.SelectMany(round => round).Select(target => Step(action, target, before[target.Resolved!.Id])));

        var done = 0;
        context.Report(0, targets.Length);
        var runs = new Dictionary<ContainerRef, Task<ContainerState>>();
        foreach (var round in rounds)
        {
            foreach (var target in round)
            {
                runs[target] = OneAsync(target);
            }

            // What one needs may fail: that is told of that one, and takes nothing away from the next ones.
            await ((Task)Task.WhenAll(round.Select(target => runs[target]))).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        return await Outcomes<ContainerState>.ForEachAsync(targets, target => runs[target]).ConfigureAwait(false);

        async Task<ContainerState> OneAsync(ContainerRef target)
        {
            var details = await before[target.Resolved!.Id].ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();
            var state = await action.Apply(fleet.EngineOf(target).Client, details).ConfigureAwait(false);
            context.Report(Interlocked.Increment(ref done), targets.Length, $"{action.Past} {state.Name} on {state.Engine}.");
            return state;
        }
    }

    /// <summary>The targets in the rounds in which it is their turn; those of a round at the same time.</summary>
    private static IReadOnlyList<IReadOnlyList<ContainerRef>> Rounds(ContainerRef[] targets, Dictionary<string, Task<ContainerDetails>> before, Turn turn)
    {
        var known = targets.Where(target => before[target.Resolved!.Id].IsCompletedSuccessfully).ToDictionary(target => before[target.Resolved!.Id].Result);
        if (turn == Turn.Any || known.Count < 2)
        {
            return [targets];
        }

        var rounds = ComposeOrder.Rounds(known.Keys).Select(round => round.Select(container => known[container]).ToArray());
        return [.. turn == Turn.BeforeWhatItNeeds ? rounds.Reverse() : rounds, [.. targets.Except(known.Values)]];
    }

    private async Task<ContainerDetails> ReadAsync(ContainerRef target, CancellationToken cancellationToken) =>
        await fleet.EngineOf(target).Client.GetAsync(target.Resolved!.Id, cancellationToken).ConfigureAwait(false);

    private static string Step(ContainerAction action, ContainerRef target, Task<ContainerDetails> before) => before switch
    {
        { IsCompletedSuccessfully: true, Result: var details } when action.Obstacle(details) is { } obstacle =>
            $"Leave {details.Name} on {details.Engine} as it is: it {obstacle}.",
        { IsCompletedSuccessfully: true, Result: var details } => $"{action.Verb} {details.Name} on {details.Engine}.",
        _ => $"Leave {target.Resolved!.Name} as it is: {ProcedureErrors.From(before.Exception?.GetBaseException() ?? new OperationCanceledException()).Message}",
    };

    private static bool Runs(ContainerDetails container) => container.State is RunState.Running or RunState.Paused or RunState.Restarting;

    private static string? Ended(ContainerDetails after) => Runs(after)
        ? null
        : $"It started and has ended again with exit code {after.ExitCode}. docker.logs may tell why.";

    private static ContainerState Gone(ContainerDetails before, string? note) =>
        new(before.Id, before.Name, before.Engine, RunState.Removed, Note: note);

    private static async Task<ContainerDetails?> FindAsync(IContainerEngine engine, string id, CancellationToken cancellationToken)
    {
        try
        {
            return await engine.GetAsync(id, cancellationToken).ConfigureAwait(false);
        }
        catch (ProcedureException exception) when (exception.Error.Reason == ErrorReason.TargetNotFound)
        {
            return null;
        }
    }

    /// <summary>One kind of action.</summary>
    /// <param name="Verb">For plans: Restart.</param>
    /// <param name="Past">For progress: Restarted.</param>
    /// <param name="Obstacle">Why nothing would change, after "it"; null when something would.</param>
    /// <param name="Apply">Does it and reads the state back.</param>
    /// <param name="Turn">When it is a container's turn, where Compose says what it needs.</param>
    private sealed record ContainerAction(
        string Verb, string Past, Func<ContainerDetails, string?> Obstacle, Func<IContainerEngine, ContainerDetails, Task<ContainerState>> Apply, Turn Turn = Turn.Any);

    private enum Turn
    {
        Any,
        AfterWhatItNeeds,
        BeforeWhatItNeeds,
    }
}
