namespace HomeDash.Integrations.Aria2;

/// <summary>Puts aria2's words into HomeDash's.</summary>
internal static class Aria2Mapping
{
    private const string Metadata = "[METADATA]";

    /// <summary>Whether it is a download of its own: neither removed, nor the metadata of one that follows it.</summary>
    public static bool IsShown(Aria2Item item) => item.Status != "removed" && item is not { Status: "complete", FollowedBy.Count: > 0 };

    public static Download ToDownload(Aria2Item item, string integration)
    {
        var state = StateOf(item);

        // A torrent that never ran has no length of its own yet, but its files do.
        var size = IsMetadata(item) ? 0 : item.TotalLength > 0 ? item.TotalLength : item.Files.Sum(file => file.Length);
        return new()
        {
            Id = item.Gid,
            Hash = item.InfoHash,
            Name = NameOf(item),
            Integration = integration,
            Type = item.InfoHash is null ? DownloadType.Web : DownloadType.Torrent,
            State = state,
            Progress = Amounts.Share(item.CompletedLength, size),
            SizeBytes = Amounts.Known(size),
            DoneBytes = size > 0 ? item.CompletedLength : null,
            DownBytesPerSecond = Amounts.Known(item.DownloadSpeed),
            UpBytesPerSecond = Amounts.Known(item.UploadSpeed),
            EtaSeconds = state == DownloadState.Downloading ? Amounts.Eta(size - item.CompletedLength, item.DownloadSpeed) : null,
            Error = Amounts.Text(item.ErrorMessage),
        };
    }

    public static DownloadDetails ToDetails(Aria2Item item, string integration) => new()
    {
        Download = ToDownload(item, integration),
        Folder = Amounts.Text(item.Dir),
        UploadedBytes = item.InfoHash is null ? null : item.UploadLength,
        Connections = item.Connections,
        Files =
        [
            .. item.Files.Where(file => file.Path.Length > 0 && !file.Path.StartsWith(Metadata, StringComparison.Ordinal)).Take(DownloadFile.Most)
                .Select(file => new DownloadFile(Below(item.Dir, file.Path), file.Length, Amounts.Share(file.CompletedLength, file.Length))),
        ],
    };

    private static DownloadState StateOf(Aria2Item item) => item.Status switch
    {
        _ when item.VerifiedLength is not null => DownloadState.Checking,
        "active" when item.Seeder == "true" => DownloadState.Seeding,
        "active" => item is { DownloadSpeed: 0, Connections: 0 } ? DownloadState.Stalled : DownloadState.Downloading,
        "waiting" => DownloadState.Queued,
        "paused" => item.TotalLength > 0 && item.CompletedLength == item.TotalLength ? DownloadState.Completed : DownloadState.Paused,
        "error" => DownloadState.Failed,
        "complete" => DownloadState.Completed,
        _ => DownloadState.Unknown,
    };

    private static bool IsMetadata(Aria2Item item) => item.Files is [{ Path: var path }, ..] && path.StartsWith(Metadata, StringComparison.Ordinal);

    // Before the first answer of a server the path is empty, and the address is all there is.
    private static string NameOf(Aria2Item item) => item switch
    {
        { Bittorrent.Info.Name: { Length: > 0 } name } => name,
        { Files: [{ Path: { Length: > 0 } path }, ..] } => IsMetadata(item) ? Uri.UnescapeDataString(path[Metadata.Length..].Replace('+', ' ')) : path[(path.LastIndexOf('/') + 1)..],
        { Files: [{ Uris: [var first, ..] }, ..] } => Uri.UnescapeDataString(first.Uri[(first.Uri.TrimEnd('/').LastIndexOf('/') + 1)..]),
        _ => item.Gid,
    };

    private static string Below(string folder, string path) => path.StartsWith(folder + "/", StringComparison.Ordinal) ? path[(folder.Length + 1)..] : path;
}
