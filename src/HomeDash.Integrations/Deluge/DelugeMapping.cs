namespace HomeDash.Integrations.Deluge;

/// <summary>Puts Deluge's words into HomeDash's.</summary>
internal static class DelugeMapping
{
    /// <summary>How many bytes a unit of Deluge's limits has.</summary>
    public const long Kilobyte = 1024;

    public static Download ToDownload(string hash, DelugeTorrent torrent, string integration)
    {
        var state = StateOf(torrent);
        return new()
        {
            Id = hash,
            Name = torrent.Name,
            Integration = integration,
            Type = DownloadType.Torrent,
            State = state,
            Progress = Amounts.Share(torrent.Progress / 100),
            SizeBytes = Amounts.Known(torrent.Wanted),
            DoneBytes = torrent.Wanted > 0 ? torrent.Done : null,
            DownBytesPerSecond = Amounts.Known((long)torrent.DownRate),
            UpBytesPerSecond = Amounts.Known((long)torrent.UpRate),
            EtaSeconds = state == DownloadState.Downloading ? Amounts.Known((long)torrent.Eta) : null,
            Category = Amounts.Text(torrent.Label),
            AddedAt = Amounts.Time((long)torrent.TimeAdded),
            Error = state == DownloadState.Failed ? Amounts.Text(torrent.Message) : null,
        };
    }

    public static DownloadDetails ToDetails(Download download, int connections, DelugeDetails details) => new()
    {
        Download = download,
        Folder = Amounts.Text(details.SavePath),
        CompletedAt = Amounts.Time((long)details.CompletedTime),
        UploadedBytes = (long)details.Uploaded,
        Connections = connections,
        Files = [.. (details.Files ?? []).Take(DownloadFile.Most).Select((file, index) => new DownloadFile(file.Path, file.Size, details.FileProgress is { } all && index < all.Count ? Amounts.Share(all[index]) : null))],
    };

    public static DownloadClientState ToState(DelugeStats stats, IReadOnlyList<Download> items, string integration) => new(
        integration,
        Amounts.AllHeld(items),
        (long)stats.DownRate,
        (long)stats.UpRate,
        stats.DownLimit < 0 ? null : (long)(stats.DownLimit * Kilobyte),
        stats.UpLimit < 0 ? null : (long)(stats.UpLimit * Kilobyte),
        stats.FreeSpace is >= 0 ? stats.FreeSpace : null);

    private static DownloadState StateOf(DelugeTorrent torrent) => torrent.State switch
    {
        "Downloading" => torrent is { DownRate: 0, Seeds: 0, Peers: 0 } ? DownloadState.Stalled : DownloadState.Downloading,
        "Seeding" => DownloadState.Seeding,
        "Paused" => torrent.IsFinished ? DownloadState.Completed : DownloadState.Paused,
        "Queued" => DownloadState.Queued,
        "Checking" => DownloadState.Checking,
        "Allocating" or "Moving" => DownloadState.Processing,
        "Error" => DownloadState.Failed,
        _ => DownloadState.Unknown,
    };
}
