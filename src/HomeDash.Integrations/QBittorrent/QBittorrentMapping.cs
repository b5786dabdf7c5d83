namespace HomeDash.Integrations.QBittorrent;

/// <summary>Puts qBittorrent's words into HomeDash's.</summary>
internal static class QBittorrentMapping
{
    /// <summary>A hundred days: how qBittorrent says that it does not know.</summary>
    private const long NoEta = 8_640_000;

    public static Download ToDownload(string hash, QBittorrentTorrent torrent, string integration)
    {
        var state = StateOf(torrent);
        return new()
        {
            Id = hash,
            Name = torrent.Name,
            Integration = integration,
            Type = DownloadType.Torrent,
            State = state,
            Progress = Amounts.Share(torrent.Progress),
            SizeBytes = Amounts.Known(torrent.Size),
            DoneBytes = torrent.Size > 0 ? torrent.Completed : null,
            DownBytesPerSecond = Amounts.Known(torrent.DownSpeed),
            UpBytesPerSecond = Amounts.Known(torrent.UpSpeed),
            EtaSeconds = state == DownloadState.Downloading && torrent.Eta < NoEta ? Amounts.Known(torrent.Eta) : null,
            Category = Amounts.Text(torrent.Category),
            AddedAt = Amounts.Time(torrent.AddedOn),
            Error = torrent.State switch
            {
                "missingFiles" => "Its files are missing.",
                "error" => "qBittorrent reports an error; its log says which.",
                _ => null,
            },
        };
    }

    public static DownloadDetails ToDetails(Download download, QBittorrentProperties properties, IReadOnlyList<QBittorrentFile> files) => new()
    {
        Download = download,
        Folder = Amounts.Text(properties.SavePath),
        CompletedAt = Amounts.Time(properties.CompletionDate),
        UploadedBytes = properties.TotalUploaded,
        Connections = properties.Seeds + properties.Peers,
        Files = [.. files.Take(DownloadFile.Most).Select(file => new DownloadFile(file.Name, file.Size, Amounts.Share(file.Progress)))],
    };

    public static DownloadClientState ToState(QBittorrentServer server, IReadOnlyList<Download> items, string integration) => new(
        integration,
        Amounts.AllHeld(items),
        server.DownSpeed,
        server.UpSpeed,
        Amounts.Known(server.DownLimit),
        Amounts.Known(server.UpLimit),
        server.FreeSpace);

    // Version 5 says stopped where 4 says paused.
    private static DownloadState StateOf(QBittorrentTorrent torrent) => torrent.State switch
    {
        "downloading" or "forcedDL" => DownloadState.Downloading,
        "metaDL" or "forcedMetaDL" => torrent.DownSpeed > 0 ? DownloadState.Downloading : DownloadState.Stalled,
        "stalledDL" => DownloadState.Stalled,
        "queuedDL" or "queuedUP" => DownloadState.Queued,
        "pausedDL" or "stoppedDL" => DownloadState.Paused,
        "pausedUP" or "stoppedUP" => DownloadState.Completed,
        "uploading" or "forcedUP" or "stalledUP" => DownloadState.Seeding,
        "checkingDL" or "checkingUP" or "checkingResumeData" => DownloadState.Checking,
        "moving" or "allocating" => DownloadState.Processing,
        "error" or "missingFiles" => DownloadState.Failed,
        _ => DownloadState.Unknown,
    };
}
