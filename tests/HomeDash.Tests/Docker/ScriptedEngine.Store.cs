namespace HomeDash.Tests.Docker;

/// <content>What it keeps beside containers.</content>
internal sealed partial class ScriptedEngine
{
    public List<StoredImage> StoredImages { get; } = [];

    public List<StoredNetwork> StoredNetworks { get; } = [];

    public List<StoredVolume> StoredVolumes { get; } = [];

    public Task<IReadOnlyList<StoredImage>> ImagesAsync(CancellationToken cancellationToken) => Answer<IReadOnlyList<StoredImage>>(() => [.. StoredImages]);

    public Task<IReadOnlyList<StoredNetwork>> NetworksAsync(CancellationToken cancellationToken) => Answer<IReadOnlyList<StoredNetwork>>(() => [.. StoredNetworks]);

    public Task<IReadOnlyList<StoredVolume>> VolumesAsync(CancellationToken cancellationToken) => Answer<IReadOnlyList<StoredVolume>>(() => [.. StoredVolumes]);

    public Task<long?> WrittenBytesAsync(string id, CancellationToken cancellationToken) => Answer<long?>(() => 10);

    public Task RemoveImageAsync(string id, CancellationToken cancellationToken) => Drop($"image {id}", () => StoredImages.RemoveAll(image => image.Id == id));

    public Task RemoveNetworkAsync(string id, CancellationToken cancellationToken) => Drop($"network {id}", () => StoredNetworks.RemoveAll(network => network.Id == id));

    public Task RemoveVolumeAsync(string volume, CancellationToken cancellationToken) => Drop($"volume {volume}", () => StoredVolumes.RemoveAll(known => known.Name == volume));

    private Task<bool> Drop(string what, Func<int> remove) => Answer(() =>
    {
        Refuse(what);
        Done.Add($"remove {what}");
        return remove() > 0;
    });
}
