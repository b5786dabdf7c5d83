using HomeDash.Procedures;

namespace HomeDash;

/// <summary>
/// Makes containers anew from their images, as they were made before. The old one is kept aside until the new one runs, and
/// put back when it does not: at no moment is there no way back.
/// </summary>
internal sealed class ContainerRecreation(ContainerFleet fleet, OwnContainer own, TimeProvider clock)
{
    /// <summary>A container that ends within this time has not come up.</summary>
    private static readonly TimeSpan Trial = TimeSpan.FromSeconds(1.5);

    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(250);

    public async Task<Outcomes<ContainerState>> RecreateAsync(
        IReadOnlyList<ContainerRef> containers, bool pull, TimeSpan grace, ProcedureContext context, CancellationToken cancellationToken)
    {
        var targets = containers.DistinctBy(container => container.Resolved!.Id).ToArray();
        var before = targets.ToDictionary(target => target, target => ReadAsync(target, cancellationToken));
        await ((Task)Task.WhenAll(before.Values)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        context.Plan(targets.SelectMany(target => Steps(target, before[target], pull)));

        // One after the other: what goes wrong with the first says something of the next.
        using var turn = new SemaphoreSlim(1);
        return await Outcomes<ContainerState>.ForEachAsync(targets, async target =>
        {
            await turn.WaitAsync(cancellationToken).ConfigureAwait(false);
            try
            {
                var old = await before[target].ConfigureAwait(false);
                var engine = fleet.EngineOf(target).Client;
                if (Obstacle(old) is { } obstacle)
                {
                    throw new ProcedureException(new(ProcedureErrorCode.Conflict, ErrorReason.WrongState, obstacle));
                }

                if (pull)
                {
                    await ImagePull.PullAsync(engine, ImageName.Read(old.Image), context, cancellationToken).ConfigureAwait(false);
                }

                cancellationToken.ThrowIfCancellationRequested();
                context.Report(0, null, $"Making {old.Name} on {old.Engine} anew.");
                return await SwapAsync(engine, old, grace).ConfigureAwait(false);
            }
            finally
            {
                turn.Release();
            }
        }).ConfigureAwait(false);
    }

    private async Task<ContainerDetails> ReadAsync(ContainerRef target, CancellationToken cancellationToken) =>
        await fleet.EngineOf(target).Client.GetAsync(target.Resolved!.Id, cancellationToken).ConfigureAwait(false);

    private string? Obstacle(ContainerDetails container) =>
        own.Is(container.Id) ? $"HomeDash runs in {container.Name} and cannot replace itself. Make it anew from outside, for example with docker compose up."
        : container.AutoRemove ? $"{container.Name} was made to remove itself once it stops, so it could not be put back. Start it anew the way it was started."
        : null;

    private List<string> Steps(ContainerRef target, Task<ContainerDetails> before, bool pull)
    {
        if (before is not { IsCompletedSuccessfully: true, Result: var old })
        {
            return [$"Leave {target.Resolved!.Name} as it is: {ProcedureErrors.From(before.Exception?.GetBaseException() ?? new OperationCanceledException()).Message}"];
        }

        if (Obstacle(old) is { } obstacle)
        {
            return [$"Leave {old.Name} as it is: {obstacle}"];
        }

        List<string> steps = pull ? [$"Pull {old.Image} on {old.Engine}."] : [];
        steps.Add($"{(Runs(old) ? $"Stop {old.Name} on {old.Engine} and rename" : $"Rename {old.Name} on {old.Engine}")} it to {Aside(old)}.");
        steps.Add($"Create {old.Name} from {old.Image} with the same configuration, networks and volumes{(Runs(old) ? ", and start it" : "")}.");
        steps.Add($"Remove {Aside(old)}, with what was written inside and not to a volume; if {old.Name} does not come up, put it back instead.");
        return steps;
    }

    /// <summary>Nothing in here is cancelled: halfway is the one place where it must not end.</summary>
    private async Task<ContainerState> SwapAsync(IContainerEngine engine, ContainerDetails old, TimeSpan grace)
    {
        string? made = null;
        ContainerDetails fresh;
        try
        {
            if (Runs(old))
            {
                await engine.StopAsync(old.Id, grace, CancellationToken.None).ConfigureAwait(false);
            }

            await engine.RenameAsync(old.Id, Aside(old), CancellationToken.None).ConfigureAwait(false);
            made = await engine.CreateLikeAsync(old.Id, old.Name, CancellationToken.None).ConfigureAwait(false);
            if (Runs(old))
            {
                await engine.StartAsync(made, CancellationToken.None).ConfigureAwait(false);
            }

            fresh = await ProveAsync(engine, made, Runs(old)).ConfigureAwait(false);
        }
        catch (ProcedureException failure)
        {
            var back = await PutBackAsync(engine, old, made).ConfigureAwait(false);
            throw new ProcedureException(failure.Error with { Message = $"{old.Name} could not be made anew: {failure.Error.Message} {back}" }, failure);
        }

        return ContainerState.Of(fresh, await DropAsync(engine, old).ConfigureAwait(false));
    }

    private async Task<ContainerDetails> ProveAsync(IContainerEngine engine, string id, bool runs)
    {
        var started = clock.GetTimestamp();
        var container = await engine.GetAsync(id, CancellationToken.None).ConfigureAwait(false);
        while (runs && clock.GetElapsedTime(started) < Trial)
        {
            if (container.State != RunState.Running)
            {
                throw ProcedureErrors.ServiceFailed($"The new one ended at once{(container.ExitCode is { } code ? $" with exit code {code}" : "")}.");
            }

            await Task.Delay(Step, clock, CancellationToken.None).ConfigureAwait(false);
            container = await engine.GetAsync(id, CancellationToken.None).ConfigureAwait(false);
        }

        return container;
    }

    /// <summary>Says what has become of the old one.</summary>
    private static async Task<string> PutBackAsync(IContainerEngine engine, ContainerDetails old, string? made)
    {
        try
        {
            if (made is not null)
            {
                await engine.RemoveAsync(made, force: true, CancellationToken.None).ConfigureAwait(false);
            }

            var now = await engine.GetAsync(old.Id, CancellationToken.None).ConfigureAwait(false);
            if (now.Name != old.Name)
            {
                await engine.RenameAsync(old.Id, old.Name, CancellationToken.None).ConfigureAwait(false);
            }

            if (Runs(old) && !Runs(now))
            {
                await engine.StartAsync(old.Id, CancellationToken.None).ConfigureAwait(false);
            }

            return Runs(old) ? "The old container runs again." : "The old container is back in its place.";
        }
        catch (ProcedureException failure)
        {
            return $"The old container could not be put back: {failure.Error.Message} It is still there, as {Aside(old)} or under its own name; docker.list shows it.";
        }
    }

    /// <summary>Removes the old one. That this fails takes nothing away from the new one, and is only said.</summary>
    private static async Task<string?> DropAsync(IContainerEngine engine, ContainerDetails old)
    {
        try
        {
            await engine.RemoveAsync(old.Id, force: false, CancellationToken.None).ConfigureAwait(false);
            return null;
        }
        catch (ProcedureException failure)
        {
            return $"The old container could not be removed and is still there as {Aside(old)}: {failure.Error.Message}";
        }
    }

    private static bool Runs(ContainerDetails container) => container.State is RunState.Running or RunState.Paused or RunState.Restarting;

    private static string Aside(ContainerDetails old) => $"{old.Name}-before-{old.Id[..Math.Min(12, old.Id.Length)]}";
}
