namespace HomeDash;

/// <summary>Which containers have newer images.</summary>
/// <param name="Items">The containers, sorted by name.</param>
/// <param name="Engines">Which engines answered: containers of one that did not are missing.</param>
public sealed record ContainerUpdates(IReadOnlyList<ContainerUpdate> Items, IReadOnlyList<EngineReport> Engines);

/// <summary>Whether a container has a newer image.</summary>
/// <param name="Id">The container's full id.</param>
/// <param name="Container">The container's name.</param>
/// <param name="Engine">The name of the engine it is on.</param>
/// <param name="Image">The image it was made from, as it was named then.</param>
/// <param name="State">Whether there is a newer one.</param>
/// <param name="Note">Where the newer one is, or why that is unknown.</param>
public sealed record ContainerUpdate(string Id, string Container, string Engine, string Image, UpdateState State, string? Note = null);

/// <summary>Whether there is a newer image.</summary>
public enum UpdateState
{
    /// <summary>The container runs on what the registry has.</summary>
    UpToDate,

    /// <summary>There is a newer one.</summary>
    UpdateAvailable,

    /// <summary>It cannot be told; the note says why.</summary>
    Unknown,
}
