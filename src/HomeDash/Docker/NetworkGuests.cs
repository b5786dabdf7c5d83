using HomeDash.Procedures;

namespace HomeDash;

/// <summary>Finds the containers that use the network of another one instead of one of their own, as <c>network_mode: service:vpn</c> has it.</summary>
internal static class NetworkGuests
{
    private const int AtOnce = 20;

    /// <summary>Looks at every container of an engine: the list of a Podman does not tell this.</summary>
    public static async Task<IReadOnlyList<ContainerDetails>> FindAsync(IContainerEngine engine, CancellationToken cancellationToken)
    {
        var all = await engine.ListAsync(cancellationToken).ConfigureAwait(false);
        var found = new ContainerDetails?[all.Count];
        var options = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken };
        await Parallel.ForAsync(0, found.Length, options, async (index, token) =>
        {
            try
            {
                found[index] = await engine.GetAsync(all[index].Id, token).ConfigureAwait(false);
            }
            catch (ProcedureException exception) when (exception.Error.Reason == ErrorReason.TargetNotFound)
            {
                // It has just gone, and needs no network any more.
            }
        }).ConfigureAwait(false);
        return [.. found.OfType<ContainerDetails>().Where(container => container.SharesNetworkOf is not null)];
    }
}
