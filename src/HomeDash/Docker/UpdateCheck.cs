using HomeDash.Procedures;

namespace HomeDash;

/// <summary>Compares the images that containers run on with what their registries have now.</summary>
internal sealed class UpdateCheck(ContainerFleet fleet, Snapshots snapshots)
{
    /// <summary>Registries count how often they are asked.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(15);

    private static readonly TimeSpan RegistryPatience = TimeSpan.FromSeconds(20);

    private const int AtOnce = 6;

    public async Task<ContainerUpdates> CheckAsync(Caller caller, string? engine, IReadOnlyList<ContainerRef>? containers, CancellationToken cancellationToken)
    {
        var survey = await fleet.SurveyAsync(caller, engine, cancellationToken).ConfigureAwait(false);
        var chosen = containers?.Select(container => container.Resolved!.Id).ToHashSet();
        var asked = survey.Containers.Where(found => chosen is null || chosen.Contains(found.Container.Id)).OrderBy(ListPosition.Of).ToArray();
        var items = new ContainerUpdate[asked.Length];
        var options = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken };
        await Parallel.ForAsync(0, items.Length, options, async (index, token) =>
        {
            var (state, image, note) = await CheckAsync(asked[index], token).ConfigureAwait(false);
            var container = asked[index].Container;
            items[index] = new(container.Id, container.Name, container.Engine, image, state, note);
        }).ConfigureAwait(false);
        return new(items, survey.Engines);
    }

    private async Task<(UpdateState State, string Image, string? Note)> CheckAsync(FoundContainer found, CancellationToken cancellationToken)
    {
        var (engine, image) = (found.Connection.Client, found.Container.Image);
        try
        {
            var details = await engine.GetAsync(found.Container.Id, cancellationToken).ConfigureAwait(false);
            image = details.Image;
            if (ImageName.IsId(image) || details.ImageId is not { } id)
            {
                return (UpdateState.Unknown, image, "It was made from an image without a name.");
            }

            var name = ImageName.Read(image);
            if (name.Digest is not null)
            {
                return (UpdateState.UpToDate, image, "Its image is pinned to a digest, which never changes.");
            }

            if (await engine.FindImageAsync(name.ToString(), cancellationToken).ConfigureAwait(false) is { } named && named.Id != id)
            {
                return (UpdateState.UpdateAvailable, image, "The newer image is on the engine already; docker.recreate uses it.");
            }

            var known = (await engine.FindImageAsync(id, cancellationToken).ConfigureAwait(false))?.Digests.Where(name.Has).ToArray() ?? [];
            if (known.Length == 0)
            {
                return (UpdateState.Unknown, image, "Its image was made on this engine and comes from no registry.");
            }

            var newest = await RegistryDigestAsync(found.Connection, name, cancellationToken).ConfigureAwait(false);
            return known.Any(digest => digest.EndsWith("@" + newest, StringComparison.Ordinal))
                ? (UpdateState.UpToDate, image, null)
                : (UpdateState.UpdateAvailable, image, "Its registry has a newer image; docker.recreate with pull uses it.");
        }
        catch (ProcedureException failure)
        {
            return (UpdateState.Unknown, image, failure.Error.Message);
        }
    }

    private async Task<string> RegistryDigestAsync(Connection<IContainerEngine> connection, ImageName name, CancellationToken cancellationToken)
    {
        var snapshot = await snapshots.ReadAsync(
            connection.Integration.Id, $"registry {name}", Fresh, RegistryPatience, token => connection.Client.RegistryDigestAsync(name, token), cancellationToken).ConfigureAwait(false);
        return snapshot.Error is { } error ? throw new ProcedureException(error) : snapshot.Value!;
    }
}
