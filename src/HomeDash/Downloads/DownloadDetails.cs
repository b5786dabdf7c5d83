namespace HomeDash;

/// <summary>All there is to know of a download.</summary>
public sealed record DownloadDetails
{
    /// <summary>The download, as the list shows it.</summary>
    public required Download Download { get; init; }

    /// <summary>The folder that it is saved in, as its client sees it.</summary>
    public string? Folder { get; init; }

    /// <summary>When it was complete, UTC.</summary>
    public DateTimeOffset? CompletedAt { get; init; }

    /// <summary>What was sent to others, in bytes.</summary>
    public long? UploadedBytes { get; init; }

    /// <summary>How many peers or servers it is connected with.</summary>
    public int? Connections { get; init; }

    /// <summary>Its files, at most 500.</summary>
    public IReadOnlyList<DownloadFile> Files { get; init; } = [];
}

/// <summary>A file of a download.</summary>
/// <param name="Name">Its path inside the download's folder.</param>
/// <param name="SizeBytes">Its size in bytes; absent while unknown.</param>
/// <param name="Progress">How much of it is there, 0 to 1; absent where the client does not tell.</param>
public sealed record DownloadFile(string Name, long? SizeBytes = null, double? Progress = null)
{
    /// <summary>How many files of a download are told at most.</summary>
    public const int Most = 500;
}
