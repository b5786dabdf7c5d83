namespace HomeDash;

/// <summary>What docker.prune can remove.</summary>
public enum LeftoverKind
{
    /// <summary>Containers that do not run.</summary>
    StoppedContainers,

    /// <summary>Images without a name that no container uses.</summary>
    DanglingImages,

    /// <summary>Networks that no container is on.</summary>
    UnusedNetworks,

    /// <summary>Volumes that no container mounts, with all data in them.</summary>
    UnusedVolumes,
}

/// <summary>What docker.discard can remove.</summary>
public enum StoredKind
{
    /// <summary>Images with all their names.</summary>
    Image,

    /// <summary>Networks that are not the engine's own.</summary>
    Network,

    /// <summary>Volumes with all data in them.</summary>
    Volume,
}

/// <summary>Something that is not in use.</summary>
/// <param name="Kind">Which kind of thing it is.</param>
/// <param name="Id">What names it to the engine.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Bytes">What removing it frees, in bytes; absent when the engine does not say.</param>
public sealed record Leftover(LeftoverKind Kind, string Id, string Name, long? Bytes = null);

/// <summary>What is not in use on an engine.</summary>
/// <param name="Engine">The engine's name.</param>
/// <param name="Items">What docker.prune would remove, in that order.</param>
/// <param name="Bytes">What that would free in all, in bytes, as far as the engine says.</param>
public sealed record LeftoverList(string Engine, IReadOnlyList<Leftover> Items, long Bytes);

/// <summary>What was removed from an engine.</summary>
/// <param name="Engine">The engine's name.</param>
/// <param name="Removed">What is gone.</param>
/// <param name="Kept">What is still there, and why.</param>
/// <param name="FreedBytes">What that has freed, in bytes, as far as the engine says.</param>
public sealed record CleanupReport(string Engine, IReadOnlyList<Leftover> Removed, IReadOnlyList<KeptLeftover> Kept, long FreedBytes) : Procedures.IOutcomes
{
    bool Procedures.IOutcomes.AllFailed => Removed.Count == 0 && Kept.Count > 0;
}

/// <summary>Something that could not be removed.</summary>
/// <param name="Name">What people call it.</param>
/// <param name="Reason">Why not, from the closed list of reasons.</param>
/// <param name="Message">Why not, and what to do.</param>
public sealed record KeptLeftover(string Name, string Reason, string Message);
