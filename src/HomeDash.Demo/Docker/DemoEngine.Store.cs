namespace HomeDash.Demo;

/// <content>What it keeps beside containers: an image per container and an old one, the network of the house, volumes.</content>
internal sealed partial class DemoEngine
{
    private readonly HashSet<string> gone = [];

    public Task<IReadOnlyList<StoredImage>> ImagesAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        lock (gate)
        {
            var used = containers.GroupBy(container => container.ImageId).Select(group => new StoredImage(
                group.Key, [group.First().Image], name, 120_000_000 + group.First().Image.Length * 9_000_000L, now.AddDays(-30), [.. group.Select(container => container.Name)]));
            var old = new StoredImage(DemoContainer.IdOf("an old image"), [], name, 412_000_000, now.AddDays(-90), []);
            return Task.FromResult<IReadOnlyList<StoredImage>>([.. used.Append(old).Where(image => !gone.Contains(image.Id))]);
        }
    }

    public Task<IReadOnlyList<StoredNetwork>> NetworksAsync(CancellationToken cancellationToken)
    {
        lock (gate)
        {
            StoredNetwork[] networks =
            [
                new("demo-bridge", "bridge", name, "bridge", ["172.17.0.0/16"], false, true, []),
                new("demo-home", "home", name, "bridge", ["172.20.0.0/16"], false, false, [.. containers.Select(container => container.Name)]),
                new("demo-lab", "lab_default", name, "bridge", ["172.21.0.0/16"], true, false, []),
            ];
            return Task.FromResult<IReadOnlyList<StoredNetwork>>([.. networks.Where(network => !gone.Contains(network.Id))]);
        }
    }

    public Task<IReadOnlyList<StoredVolume>> VolumesAsync(CancellationToken cancellationToken)
    {
        lock (gate)
        {
            var now = clock.GetUtcNow();
            StoredVolume[] volumes =
            [
                new("nextcloud_data", name, "local", 84_300_000_000, now.AddDays(-200), Users("nextcloud")),
                new("grafana_data", name, "local", 61_000_000, now.AddDays(-120), Users("grafana")),
                new("wiki_data", name, "local", 1_900_000_000, now.AddDays(-400), []),
            ];
            return Task.FromResult<IReadOnlyList<StoredVolume>>([.. volumes.Where(volume => !gone.Contains(volume.Name))]);
        }

        IReadOnlyList<string> Users(string container) => containers.Exists(known => known.Name == container) ? [container] : [];
    }

    public Task<long?> WrittenBytesAsync(string id, CancellationToken cancellationToken) => Task.FromResult<long?>(Find(id).Name.Length * 1_000_000L);

    public Task RemoveImageAsync(string id, CancellationToken cancellationToken) => ThrowAway(id);

    public Task RemoveNetworkAsync(string id, CancellationToken cancellationToken) => ThrowAway(id);

    public Task RemoveVolumeAsync(string volume, CancellationToken cancellationToken) => ThrowAway(volume);

    private Task ThrowAway(string id)
    {
        lock (gate)
        {
            gone.Add(id);
        }

        return Task.CompletedTask;
    }
}
