using HomeDash.Procedures;

namespace HomeDash;

/// <summary>The images of a container engine. Throws as <see cref="IContainerEngine"/> does.</summary>
public interface IImageEngine
{
    /// <summary>An image by name or id; null when the engine has none.</summary>
    Task<LocalImage?> FindImageAsync(string image, CancellationToken cancellationToken);

    /// <summary>The digest that the registry has for a name now; asks the registry, from the engine.</summary>
    Task<string> RegistryDigestAsync(ImageName image, CancellationToken cancellationToken);

    /// <summary>Fetches an image from its registry; does nothing when the engine has it as it is there.</summary>
    /// <param name="image">Which one.</param>
    /// <param name="report">Told how far it has come.</param>
    /// <param name="cancellationToken">Ends the fetching.</param>
    [Writes]
    Task PullAsync(ImageName image, Action<PullProgress> report, CancellationToken cancellationToken);
}

/// <summary>An image that an engine has.</summary>
/// <param name="Id">Its id, <c>sha256:</c> and 64 hexadecimal digits.</param>
/// <param name="Digests">By which names and digests registries know it: <c>nginx@sha256:…</c>; none when it was made here.</param>
public sealed record LocalImage(string Id, IReadOnlyList<string> Digests);

/// <summary>How far a pull has come.</summary>
/// <param name="DoneBytes">What is there.</param>
/// <param name="TotalBytes">What is known to come in all; grows while the layers are found. 0 when the engine tells of no bytes.</param>
/// <param name="DoneLayers">How many layers are ready.</param>
/// <param name="TotalLayers">How many layers are known.</param>
public sealed record PullProgress(long DoneBytes, long TotalBytes, int DoneLayers, int TotalLayers);
