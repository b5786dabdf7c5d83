namespace HomeDash;

/// <summary>Something to download, as far as it is known before.</summary>
/// <param name="Kind">What it is.</param>
public sealed record NewDownload(DownloadSourceKind Kind)
{
    /// <summary>The magnet link or the address; null for a file.</summary>
    public string? Link { get; init; }

    /// <summary>The file; empty for a link.</summary>
    public ReadOnlyMemory<byte> Content { get; init; }

    /// <summary>What it will be called; null while only the client can find out.</summary>
    public string? Name { get; init; }

    /// <summary>The info hash of a torrent, in lower case, as clients name it; null where it is not known.</summary>
    public string? Hash { get; init; }

    /// <summary>Its size in bytes, where the file tells.</summary>
    public long? SizeBytes { get; init; }

    /// <summary>The category or label it gets; null for the client's own choice.</summary>
    public string? Category { get; init; }

    /// <summary>Whether it waits to be resumed.</summary>
    public bool Paused { get; init; }

    /// <summary>Whether a download that a client has is this one.</summary>
    public bool IsSame(Download download) =>
        Hash is not null ? Same(download.Id, Hash) || Same(download.Hash, Hash)
        : Kind == DownloadSourceKind.Nzb && Same(download.Name, Name) && download.State is not (DownloadState.Failed or DownloadState.Completed);

    /// <summary>What it is, for sentences.</summary>
    public string Title => Name is null ? $"what {Link} leads to" : $"'{Name}'";

    private static bool Same(string? one, string? other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}

/// <summary>What a download can begin with.</summary>
public enum DownloadSourceKind
{
    /// <summary>A magnet link.</summary>
    Magnet,

    /// <summary>A .torrent file.</summary>
    Torrent,

    /// <summary>An .nzb file.</summary>
    Nzb,

    /// <summary>An address of the web or of a file server.</summary>
    Link,
}
