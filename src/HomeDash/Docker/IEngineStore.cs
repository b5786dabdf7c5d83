using HomeDash.Procedures;

namespace HomeDash;

/// <summary>What a container engine keeps beside containers. Throws as <see cref="IContainerEngine"/> does; nothing that a container uses is ever removed.</summary>
public interface IEngineStore
{
    /// <summary>All images.</summary>
    Task<IReadOnlyList<StoredImage>> ImagesAsync(CancellationToken cancellationToken);

    /// <summary>All networks, the engine's own too.</summary>
    Task<IReadOnlyList<StoredNetwork>> NetworksAsync(CancellationToken cancellationToken);

    /// <summary>All volumes, with sizes where the engine can measure them in time.</summary>
    Task<IReadOnlyList<StoredVolume>> VolumesAsync(CancellationToken cancellationToken);

    /// <summary>How many bytes a container has written inside, beside its volumes; null when the engine does not say.</summary>
    Task<long?> WrittenBytesAsync(string id, CancellationToken cancellationToken);

    /// <summary>Removes an image with all its names.</summary>
    [Writes]
    Task RemoveImageAsync(string id, CancellationToken cancellationToken);

    /// <summary>Removes a network.</summary>
    [Writes]
    Task RemoveNetworkAsync(string id, CancellationToken cancellationToken);

    /// <summary>Removes a volume with all that is in it.</summary>
    [Writes]
    Task RemoveVolumeAsync(string name, CancellationToken cancellationToken);
}
