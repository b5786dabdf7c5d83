using HomeDash.Integrations.Docker.Wire;
using HomeDash.Procedures;

namespace HomeDash.Integrations.Docker;

/// <content>What the engine keeps beside containers.</content>
internal sealed partial class DockerEngine
{
    /// <summary>An engine counts the bytes of every volume when it is asked for sizes.</summary>
    private static readonly TimeSpan MeasuringPatience = TimeSpan.FromSeconds(15);

    /// <summary>Networks that engines make for themselves and refuse to remove.</summary>
    private static readonly string[] BuiltIn = ["bridge", "host", "none", "ingress", "podman"];

    public async Task<IReadOnlyList<StoredImage>> ImagesAsync(CancellationToken cancellationToken)
    {
        var users = UsersAsync(container => [ContainerMapping.ImageId(container.ImageID)], cancellationToken);
        var images = await connection.GetAsync("/images/json", IntegrationsJson.Default.EngineStoredImageArray, Patience, cancellationToken).ConfigureAwait(false);
        var used = await users.ConfigureAwait(false);
        return [.. images.Where(image => image.Id is { Length: > 0 }).Select(image => (Id: ContainerMapping.ImageId(image.Id)!, Image: image)).Select(found => new StoredImage(
            found.Id,
            [.. (found.Image.RepoTags ?? []).Where(tag => tag != "<none>:<none>")],
            name,
            found.Image.Size,
            DateTimeOffset.FromUnixTimeSeconds(found.Image.Created),
            [.. used[found.Id]]))];
    }

    public async Task<IReadOnlyList<StoredNetwork>> NetworksAsync(CancellationToken cancellationToken)
    {
        var users = UsersAsync(container => container.NetworkSettings?.Networks?.Keys ?? Enumerable.Empty<string>(), cancellationToken);
        var networks = await connection.GetAsync("/networks", IntegrationsJson.Default.EngineStoredNetworkArray, Patience, cancellationToken).ConfigureAwait(false);
        var used = await users.ConfigureAwait(false);
        return [.. networks.Where(network => network is { Id.Length: > 0, Name.Length: > 0 }).Select(network => new StoredNetwork(
            network.Id!,
            network.Name!,
            name,
            network.Driver ?? "",
            [.. (network.IPAM?.Config ?? []).Select(range => range.Subnet ?? "").Where(subnet => subnet.Length > 0)],
            network.Internal,
            BuiltIn.Contains(network.Name),
            [.. used[network.Name!]]))];
    }

    public async Task<IReadOnlyList<StoredVolume>> VolumesAsync(CancellationToken cancellationToken)
    {
        var users = UsersAsync(container => (container.Mounts ?? []).Select(mount => mount.Name), cancellationToken);
        var sizes = SizesAsync(cancellationToken);
        var volumes = await connection.GetAsync("/volumes", IntegrationsJson.Default.EngineVolumes, Patience, cancellationToken).ConfigureAwait(false);
        var (used, sizeOf) = (await users.ConfigureAwait(false), await sizes.ConfigureAwait(false));
        return [.. (volumes.Volumes ?? []).Where(volume => volume.Name is { Length: > 0 }).Select(volume => new StoredVolume(
            volume.Name!,
            name,
            volume.Driver ?? "",
            sizeOf.TryGetValue(volume.Name!, out var size) ? size : null,
            Times.Read(volume.CreatedAt),
            [.. used[volume.Name!]]))];
    }

    public async Task<long?> WrittenBytesAsync(string id, CancellationToken cancellationToken) =>
        (await connection.GetAsync(Path(id, "json?size=1"), IntegrationsJson.Default.EngineWritten, MeasuringPatience, cancellationToken).ConfigureAwait(false)).SizeRw;

    public async Task RemoveImageAsync(string id, CancellationToken cancellationToken)
    {
        // An image with several names is only removed by its id with force, which goes over stopped containers too: the names go one by one instead.
        var image = (await ImagesAsync(cancellationToken).ConfigureAwait(false)).FirstOrDefault(known => known.Id == id);
        foreach (var target in image is { Names.Count: > 1 } ? image.Names : [id])
        {
            await connection.DoAsync(HttpMethod.Delete, $"/images/{NamePath(target)}", ActionMargin, cancellationToken).ConfigureAwait(false);
        }
    }

    public Task RemoveNetworkAsync(string id, CancellationToken cancellationToken) =>
        connection.DoAsync(HttpMethod.Delete, $"/networks/{Uri.EscapeDataString(id)}", ActionMargin, cancellationToken);

    public Task RemoveVolumeAsync(string volume, CancellationToken cancellationToken) =>
        connection.DoAsync(HttpMethod.Delete, $"/volumes/{Uri.EscapeDataString(volume)}", ActionMargin, cancellationToken);

    /// <summary>The names of the containers by what they use.</summary>
    private async Task<ILookup<string, string>> UsersAsync(Func<EngineContainer, IEnumerable<string?>> uses, CancellationToken cancellationToken)
    {
        var containers = await connection.GetAsync("/containers/json?all=1", IntegrationsJson.Default.EngineContainerArray, Patience, cancellationToken).ConfigureAwait(false);
        return containers
            .SelectMany(container => uses(container).Where(used => used is { Length: > 0 }).Distinct().Select(used => (Used: used!, Name: ContainerMapping.Name(container))))
            .ToLookup(pair => pair.Used, pair => pair.Name);
    }

    /// <summary>The sizes of volumes by name; without those that cannot be measured now: an old engine measures for one at a time.</summary>
    private async Task<Dictionary<string, long>> SizesAsync(CancellationToken cancellationToken)
    {
        try
        {
            var measured = await connection.GetAsync("/system/df?type=volume", IntegrationsJson.Default.EngineVolumes, MeasuringPatience, cancellationToken).ConfigureAwait(false);
            return (measured.Volumes ?? []).Where(volume => volume is { Name.Length: > 0, UsageData.Size: >= 0 }).ToDictionary(volume => volume.Name!, volume => volume.UsageData!.Size);
        }
        catch (ProcedureException)
        {
            return [];
        }
    }
}
