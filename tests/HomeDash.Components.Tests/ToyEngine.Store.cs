namespace HomeDash.Components.Tests;

/// <content>What it keeps beside containers.</content>
internal sealed partial class ToyEngine
{
    public List<StoredImage> StoredImages { get; } = [];

    public List<StoredVolume> StoredVolumes { get; } = [];

    public Task<IReadOnlyList<StoredImage>> ImagesAsync(CancellationToken cancellationToken) => Working<IReadOnlyList<StoredImage>>(() => [.. StoredImages]);

    public Task<IReadOnlyList<StoredNetwork>> NetworksAsync(CancellationToken cancellationToken) =>
        Working<IReadOnlyList<StoredNetwork>>(() => [new("n1", "bridge", "nas", "bridge", ["172.17.0.0/16"], false, true, [])]);

    public Task<IReadOnlyList<StoredVolume>> VolumesAsync(CancellationToken cancellationToken) => Working<IReadOnlyList<StoredVolume>>(() => [.. StoredVolumes]);

    public Task<long?> WrittenBytesAsync(string id, CancellationToken cancellationToken) => Working<long?>(() => 1024);

    public Task RemoveImageAsync(string id, CancellationToken cancellationToken) => Drop($"remove image {id}", () => StoredImages.RemoveAll(image => image.Id == id));

    public Task RemoveNetworkAsync(string id, CancellationToken cancellationToken) => Drop($"remove network {id}", () => 1);

    public Task RemoveVolumeAsync(string volume, CancellationToken cancellationToken) => Drop($"remove volume {volume}", () => StoredVolumes.RemoveAll(known => known.Name == volume));

    private Task<bool> Drop(string what, Func<int> remove) => Working(() =>
    {
        Asked.Add(what);
        return remove() > 0;
    });
}
