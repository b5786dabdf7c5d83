using HomeDash.Procedures;

namespace HomeDash;

/// <summary>
/// Makes containers anew from their images, as they were made before. Those that use the network of another one are made anew
/// together with it: they know it by its id, which changes.
/// </summary>
internal sealed class ContainerRecreation(ContainerFleet fleet, OwnContainer own, TimeProvider clock)
{
    public async Task<Outcomes<ContainerState>> RecreateAsync(
        IReadOnlyList<ContainerRef> containers, bool pull, TimeSpan grace, ProcedureContext context, CancellationToken cancellationToken)
    {
        var targets = containers.DistinctBy(container => container.Resolved!.Id).ToArray();
        var guests = await GuestsAsync(targets, cancellationToken).ConfigureAwait(false);
        var before = targets.ToDictionary(target => target.Resolved!.Id, target => ReadAsync(target, cancellationToken));
        await ((Task)Task.WhenAll(before.Values)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        var known = before.Values.Where(read => read.IsCompletedSuccessfully).Select(read => read.Result).ToDictionary(container => container.Id);
        var obstacles = known.Values.ToDictionary(container => container.Id, container => Obstacle(container, known, guests));
        var families = Families([.. known.Values.Where(container => obstacles[container.Id] is null)]);
        context.Plan([.. targets.Select(target => Left(target, before[target.Resolved!.Id], obstacles)).OfType<string>(), .. families.SelectMany(family => Steps(family, pull))]);

        // One after the other: what goes wrong with the first says something of the next.
        var swaps = new Dictionary<string, Task<IReadOnlyDictionary<string, ContainerState>>>();
        foreach (var family in families)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var engine = fleet.EngineOf(targets.First(target => target.Resolved!.Id == family[0].Id)).Client;
            var swap = SwapAsync(engine, family, pull, grace, context, cancellationToken);
            await ((Task)swap).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            family.ForEach(old => swaps[old.Id] = swap);
        }

        return await Outcomes<ContainerState>.ForEachAsync(targets, async target =>
        {
            var old = await before[target.Resolved!.Id].ConfigureAwait(false);
            return obstacles[old.Id] is { } obstacle
                ? throw new ProcedureException(new(ProcedureErrorCode.Conflict, ErrorReason.WrongState, obstacle))
                : (await swaps[old.Id].ConfigureAwait(false))[old.Id];
        }).ConfigureAwait(false);
    }

    private async Task<ContainerDetails> ReadAsync(ContainerRef target, CancellationToken cancellationToken) =>
        await fleet.EngineOf(target).Client.GetAsync(target.Resolved!.Id, cancellationToken).ConfigureAwait(false);

    private async Task<ILookup<string, ContainerDetails>> GuestsAsync(IReadOnlyList<ContainerRef> targets, CancellationToken cancellationToken)
    {
        var engines = targets.Select(fleet.EngineOf).DistinctBy(connection => connection.Integration.Id);
        var found = await Task.WhenAll(engines.Select(connection => NetworkGuests.FindAsync(connection.Client, cancellationToken))).ConfigureAwait(false);
        return found.SelectMany(guests => guests).ToLookup(guest => guest.SharesNetworkOf!);
    }

    /// <summary>Why a container cannot be made anew; null when it can.</summary>
    private string? Obstacle(ContainerDetails container, Dictionary<string, ContainerDetails> targets, ILookup<string, ContainerDetails> guests)
    {
        if (own.Is(container.Id))
        {
            return $"HomeDash runs in {container.Name} and cannot replace itself. Make it anew from outside, for example with docker compose up.";
        }

        if (container.AutoRemove)
        {
            return $"{container.Name} was made to remove itself once it stops, so it could not be put back. Start it anew the way it was started.";
        }

        if (guests[container.Id].Where(guest => !targets.ContainsKey(guest.Id)).Select(guest => guest.Name).Order(StringComparer.Ordinal).ToArray() is { Length: > 0 } unnamed)
        {
            return $"{string.Join(" and ", unnamed)} {(unnamed.Length == 1 ? "uses" : "use")} the network of {container.Name} and would be left without it. Name {(unnamed.Length == 1 ? "it" : "them")} too: they are made anew together.";
        }

        return guests[container.Id].Select(guest => Obstacle(guest, targets, guests)).FirstOrDefault(obstacle => obstacle is not null);
    }

    /// <summary>Containers with those that use their network after them.</summary>
    private static List<List<ContainerDetails>> Families(IReadOnlyList<ContainerDetails> containers)
    {
        var byId = containers.ToDictionary(container => container.Id);
        return [.. containers.GroupBy(container => Line(container).Last().Id).Select(family => family.OrderBy(container => Line(container).Count()).ToList())];

        IEnumerable<ContainerDetails> Line(ContainerDetails container)
        {
            for (var next = container; next is not null; next = next.SharesNetworkOf is { } host ? byId.GetValueOrDefault(host) : null)
            {
                yield return next;
            }
        }
    }

    private static string? Left(ContainerRef target, Task<ContainerDetails> before, Dictionary<string, string?> obstacles) => before switch
    {
        { IsCompletedSuccessfully: true, Result: var old } => obstacles[old.Id] is { } obstacle ? $"Leave {old.Name} as it is: {obstacle}" : null,
        _ => $"Leave {target.Resolved!.Name} as it is: {ProcedureErrors.From(before.Exception?.GetBaseException() ?? new OperationCanceledException()).Message}",
    };

    private static IEnumerable<string> Steps(IReadOnlyList<ContainerDetails> family, bool pull) =>
    [
        .. family.Where(_ => pull).Select(old => $"Pull {old.Image} on {old.Engine}."),
        .. family.Reverse().Select(old => $"{(ContainerSwap.Runs(old) ? $"Stop {old.Name} on {old.Engine} and rename" : $"Rename {old.Name} on {old.Engine}")} it to {ContainerSwap.Aside(old)}."),
        .. family.Select(old =>
            $"Create {old.Name} from {old.Image} with the same configuration, networks and volumes{(family.FirstOrDefault(host => host.Id == old.SharesNetworkOf) is { } host ? $", on the network of the new {host.Name}" : "")}{(ContainerSwap.Runs(old) ? ", and start it" : "")}."),
        .. family.Reverse().Select(old =>
            $"Remove {ContainerSwap.Aside(old)}, with what was written inside and not to a volume; if {string.Join(" or ", family.Select(any => any.Name))} does not come up, put it back instead."),
    ];

    private async Task<IReadOnlyDictionary<string, ContainerState>> SwapAsync(
        IContainerEngine engine, List<ContainerDetails> family, bool pull, TimeSpan grace, ProcedureContext context, CancellationToken cancellationToken)
    {
        foreach (var image in family.Where(_ => pull).Select(old => old.Image).Distinct())
        {
            await ImagePull.PullAsync(engine, ImageName.Read(image), context, cancellationToken).ConfigureAwait(false);
        }

        cancellationToken.ThrowIfCancellationRequested();
        context.Report(0, null, $"Making {string.Join(" and ", family.Select(old => old.Name))} on {family[0].Engine} anew.");
        return await new ContainerSwap(engine, family, grace, clock).RunAsync().ConfigureAwait(false);
    }
}
