using HomeDash.Procedures;

namespace HomeDash;

/// <summary>
/// Removes what is not in use. It is found first and then removed one by one, each unless it has come into use meanwhile:
/// so what a preview shows is what goes, and no more.
/// </summary>
internal sealed class EngineCleanup(IntegrationFleet integrations)
{
    private static readonly LeftoverKind[] Usual = [LeftoverKind.StoppedContainers, LeftoverKind.DanglingImages, LeftoverKind.UnusedNetworks];

    /// <summary>What <see cref="PruneAsync"/> would remove.</summary>
    public async Task<LeftoverList> FindAsync(IntegrationRef engine, IReadOnlyList<LeftoverKind>? kinds, CancellationToken cancellationToken)
    {
        var connection = integrations.One<IContainerEngine>(engine);
        var found = await FindAsync(connection.Client, kinds ?? Usual, cancellationToken).ConfigureAwait(false);
        return new(connection.Integration.Name, found, found.Sum(item => item.Bytes ?? 0));
    }

    public async Task<CleanupReport> PruneAsync(IntegrationRef engine, IReadOnlyList<LeftoverKind>? kinds, ProcedureContext context, CancellationToken cancellationToken)
    {
        var connection = integrations.One<IContainerEngine>(engine);
        return await RemoveAsync(connection, await FindAsync(connection.Client, kinds ?? Usual, cancellationToken).ConfigureAwait(false), context, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Removes what is named.</summary>
    public async Task<CleanupReport> DiscardAsync(
        IntegrationRef engine, StoredKind kind, IReadOnlyList<string> names, ProcedureContext context, CancellationToken cancellationToken)
    {
        var connection = integrations.One<IContainerEngine>(engine);
        var stored = await ReadAsync(connection.Client, kind, cancellationToken).ConfigureAwait(false);
        var chosen = names.Select(name => stored.FirstOrDefault(item => item.Leftover.Id == name || item.Names.Contains(name))
            ?? throw ProcedureErrors.NotFound(kind.ToString().ToLowerInvariant(), name, stored.SelectMany(item => item.Names))).Distinct().ToArray();
        if (chosen.FirstOrDefault(item => item.UsedBy.Count > 0) is { } used)
        {
            throw new ProcedureException(new(ProcedureErrorCode.Conflict, ErrorReason.WrongState,
                $"{used.Leftover.Name} is used by {string.Join(", ", used.UsedBy)}. Remove that first with docker.remove."));
        }

        return await RemoveAsync(connection, [.. chosen.Select(item => item.Leftover)], context, cancellationToken).ConfigureAwait(false);
    }

    private async Task<CleanupReport> RemoveAsync(
        Connection<IContainerEngine> connection, IReadOnlyList<Leftover> chosen, ProcedureContext context, CancellationToken cancellationToken)
    {
        var name = connection.Integration.Name;
        context.Plan(chosen.Select(item => $"Remove {Noun(item.Kind)} {item.Name} on {name}{(item.Bytes is { } bytes ? $" ({bytes} bytes)" : "")}.")
            .Append($"That frees {chosen.Sum(item => item.Bytes ?? 0)} bytes, as far as {name} says."));
        List<Leftover> removed = [];
        List<KeptLeftover> kept = [];
        return await integrations.WriteAsync(connection, async engine =>
        {
            foreach (var item in chosen)
            {
                cancellationToken.ThrowIfCancellationRequested();
                try
                {
                    await RemoveAsync(engine, item, cancellationToken).ConfigureAwait(false);
                    removed.Add(item);
                }
                catch (ProcedureException failure)
                {
                    kept.Add(new(item.Name, failure.Error.Reason.ToWire(), failure.Error.Message));
                }

                context.Report(removed.Count + kept.Count, chosen.Count, $"Removed {item.Name}.");
            }

            return new CleanupReport(name, removed, kept, removed.Sum(item => item.Bytes ?? 0));
        }).ConfigureAwait(false);
    }

    private static Task RemoveAsync(IContainerEngine engine, Leftover item, CancellationToken cancellationToken) => item.Kind switch
    {
        LeftoverKind.StoppedContainers => engine.RemoveAsync(item.Id, force: false, cancellationToken),
        LeftoverKind.DanglingImages => engine.RemoveImageAsync(item.Id, cancellationToken),
        LeftoverKind.UnusedNetworks => engine.RemoveNetworkAsync(item.Id, cancellationToken),
        _ => engine.RemoveVolumeAsync(item.Id, cancellationToken),
    };

    private static async Task<IReadOnlyList<Leftover>> FindAsync(IContainerEngine engine, IReadOnlyList<LeftoverKind> kinds, CancellationToken cancellationToken)
    {
        var found = new List<Leftover>();
        if (kinds.Contains(LeftoverKind.StoppedContainers))
        {
            var stopped = (await engine.ListAsync(cancellationToken).ConfigureAwait(false)).Where(container => container.State is RunState.Exited or RunState.Created or RunState.Dead);
            found.AddRange(await Task.WhenAll(stopped.Select(async container =>
                new Leftover(LeftoverKind.StoppedContainers, container.Id, container.Name, await engine.WrittenBytesAsync(container.Id, cancellationToken).ConfigureAwait(false)))).ConfigureAwait(false));
        }

        // What only containers use that go as well is not in use any more.
        var going = found.Select(item => item.Name).ToHashSet();
        foreach (var (kind, stored) in new[] { (LeftoverKind.DanglingImages, StoredKind.Image), (LeftoverKind.UnusedNetworks, StoredKind.Network), (LeftoverKind.UnusedVolumes, StoredKind.Volume) })
        {
            if (kinds.Contains(kind))
            {
                found.AddRange((await ReadAsync(engine, stored, cancellationToken).ConfigureAwait(false))
                    .Where(item => item.UsedBy.All(going.Contains) && (kind != LeftoverKind.DanglingImages || item.Names.Count == 0))
                    .Select(item => item.Leftover));
            }
        }

        return found;
    }

    private static async Task<IReadOnlyList<Stored>> ReadAsync(IContainerEngine engine, StoredKind kind, CancellationToken cancellationToken) => kind switch
    {
        StoredKind.Image => [.. (await engine.ImagesAsync(cancellationToken).ConfigureAwait(false))
            .Select(image => new Stored(new(LeftoverKind.DanglingImages, image.Id, image.Names is [var first, ..] ? first : image.Id, image.SizeBytes), image.Names, image.UsedBy))],
        StoredKind.Network => [.. (await engine.NetworksAsync(cancellationToken).ConfigureAwait(false)).Where(network => !network.BuiltIn)
            .Select(network => new Stored(new(LeftoverKind.UnusedNetworks, network.Id, network.Name), [network.Name], network.UsedBy))],
        _ => [.. (await engine.VolumesAsync(cancellationToken).ConfigureAwait(false))
            .Select(volume => new Stored(new(LeftoverKind.UnusedVolumes, volume.Name, volume.Name, volume.SizeBytes), [volume.Name], volume.UsedBy))],
    };

    private static string Noun(LeftoverKind kind) => kind switch
    {
        LeftoverKind.StoppedContainers => "container",
        LeftoverKind.DanglingImages => "image",
        LeftoverKind.UnusedNetworks => "network",
        _ => "volume",
    };

    private sealed record Stored(Leftover Leftover, IReadOnlyList<string> Names, IReadOnlyList<string> UsedBy);
}
