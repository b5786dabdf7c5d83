using HomeDash.Procedures;

namespace HomeDash;

/// <summary>
/// Puts new containers in the place of old ones that belong together. The old ones are kept aside until all new ones run, and
/// put back when one does not: at no moment is there no way back. Nothing in here is cancelled: halfway is the one place where it must not end.
/// </summary>
/// <param name="engine">The engine that they are on.</param>
/// <param name="family">The old ones; one that uses another's network comes after that.</param>
/// <param name="grace">How long one may take for a clean stop before it is killed.</param>
/// <param name="clock">Tells how long a new one has run.</param>
internal sealed class ContainerSwap(IContainerEngine engine, IReadOnlyList<ContainerDetails> family, TimeSpan grace, TimeProvider clock)
{
    /// <summary>A container that ends within this time has not come up.</summary>
    private static readonly TimeSpan Trial = TimeSpan.FromSeconds(1.5);

    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(250);

    /// <summary>The ids of the new ones by those of the old ones.</summary>
    private readonly Dictionary<string, string> made = [];

    /// <summary>The name that an old one has while it is kept.</summary>
    public static string Aside(ContainerDetails old) => $"{old.Name}-before-{old.Id[..Math.Min(12, old.Id.Length)]}";

    /// <summary>Whether it runs, and the new one is to run too.</summary>
    public static bool Runs(ContainerDetails container) => container.State is RunState.Running or RunState.Paused or RunState.Restarting;

    /// <summary>Does it, and returns what the new ones are doing, by the ids of the old ones.</summary>
    /// <exception cref="ProcedureException">A new one could not be made or does not run; says what has become of the old ones.</exception>
    public async Task<IReadOnlyDictionary<string, ContainerState>> RunAsync()
    {
        var fresh = new Dictionary<string, ContainerDetails>();
        try
        {
            foreach (var old in family.Reverse().Where(Runs))
            {
                await engine.StopAsync(old.Id, grace, CancellationToken.None).ConfigureAwait(false);
            }

            foreach (var old in family)
            {
                await engine.RenameAsync(old.Id, Aside(old), CancellationToken.None).ConfigureAwait(false);
            }

            foreach (var old in family)
            {
                fresh[old.Id] = await MakeAsync(old).ConfigureAwait(false);
            }
        }
        catch (ProcedureException failure)
        {
            var back = await PutBackAsync().ConfigureAwait(false);
            throw new ProcedureException(
                failure.Error with { Message = $"{string.Join(" and ", family.Select(old => old.Name))} could not be made anew: {failure.Error.Message} {back}" }, failure);
        }

        // Podman keeps a container for as long as another one uses its network.
        var states = new Dictionary<string, ContainerState>();
        foreach (var old in family.Reverse())
        {
            states[old.Id] = ContainerState.Of(fresh[old.Id], await DropAsync(old).ConfigureAwait(false));
        }

        return states;
    }

    private async Task<ContainerDetails> MakeAsync(ContainerDetails old)
    {
        var networkOf = old.SharesNetworkOf is { } owner ? made.GetValueOrDefault(owner) : null;
        var id = made[old.Id] = await engine.CreateLikeAsync(old.Id, old.Name, networkOf, CancellationToken.None).ConfigureAwait(false);
        if (Runs(old))
        {
            await engine.StartAsync(id, CancellationToken.None).ConfigureAwait(false);
        }

        return await ProveAsync(id, Runs(old)).ConfigureAwait(false);
    }

    private async Task<ContainerDetails> ProveAsync(string id, bool runs)
    {
        var started = clock.GetTimestamp();
        var container = await engine.GetAsync(id, CancellationToken.None).ConfigureAwait(false);
        while (runs && clock.GetElapsedTime(started) < Trial)
        {
            if (container.State != RunState.Running)
            {
                throw ProcedureErrors.ServiceFailed($"The new {(family.Count == 1 ? "one" : container.Name)} ended at once{(container.ExitCode is { } code ? $" with exit code {code}" : "")}.");
            }

            await Task.Delay(Step, clock, CancellationToken.None).ConfigureAwait(false);
            container = await engine.GetAsync(id, CancellationToken.None).ConfigureAwait(false);
        }

        return container;
    }

    /// <summary>Says what has become of the old ones.</summary>
    private async Task<string> PutBackAsync()
    {
        var said = new List<string>();
        foreach (var old in family.Reverse().Where(old => made.ContainsKey(old.Id)))
        {
            await TryAsync(old, () => engine.RemoveAsync(made[old.Id], force: true, CancellationToken.None)).ConfigureAwait(false);
        }

        foreach (var old in family)
        {
            if (await TryAsync(old, () => PutBackAsync(old)).ConfigureAwait(false))
            {
                said.Add($"The old {(family.Count == 1 ? "container" : old.Name)} {(Runs(old) ? "runs again" : "is back in its place")}.");
            }
        }

        return string.Join(" ", said);

        async Task<bool> TryAsync(ContainerDetails old, Func<Task> work)
        {
            try
            {
                await work().ConfigureAwait(false);
                return true;
            }
            catch (ProcedureException failure)
            {
                said.Add($"The old {(family.Count == 1 ? "container" : old.Name)} could not be put back: {failure.Error.Message} It is still there, as {Aside(old)} or under its own name; docker.list shows it.");
                return false;
            }
        }
    }

    private async Task PutBackAsync(ContainerDetails old)
    {
        var now = await engine.GetAsync(old.Id, CancellationToken.None).ConfigureAwait(false);
        if (now.Name != old.Name)
        {
            await engine.RenameAsync(old.Id, old.Name, CancellationToken.None).ConfigureAwait(false);
        }

        if (Runs(old) && !Runs(now))
        {
            await engine.StartAsync(old.Id, CancellationToken.None).ConfigureAwait(false);
        }
    }

    /// <summary>Removes an old one. That this fails takes nothing away from the new one, and is only said.</summary>
    private async Task<string?> DropAsync(ContainerDetails old)
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
}
