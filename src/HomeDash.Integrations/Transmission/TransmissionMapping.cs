namespace HomeDash.Integrations.Transmission;

/// <summary>Puts Transmission's words into HomeDash's.</summary>
internal static class TransmissionMapping
{
    // The numbers of tr_torrent_activity.
    private const int Stopped = 0;
    private const int WaitsForCheck = 1;
    private const int Checks = 2;
    private const int WaitsForDownload = 3;
    private const int Downloads = 4;
    private const int WaitsForSeed = 5;
    private const int Seeds = 6;

    // An error of the trackers does not keep the torrent from downloading; one of this machine does.
    private const int LocalError = 3;

    public static Download ToDownload(TransmissionTorrent torrent, string integration) => new()
    {
        Id = torrent.HashString,

        // Until the torrent itself is there, the name comes as it stands in the magnet link.
        Name = HasMetadata(torrent) ? torrent.Name : Uri.UnescapeDataString(torrent.Name.Replace('+', ' ')),
        Integration = integration,
        Type = DownloadType.Torrent,
        State = StateOf(torrent),
        Progress = Amounts.Share(torrent.PercentDone),
        SizeBytes = Amounts.Known(torrent.SizeWhenDone),
        DoneBytes = HasMetadata(torrent) ? torrent.SizeWhenDone - torrent.LeftUntilDone : null,
        DownBytesPerSecond = Amounts.Known(torrent.RateDownload),
        UpBytesPerSecond = Amounts.Known(torrent.RateUpload),
        EtaSeconds = torrent.Status == Downloads ? Amounts.Known(torrent.Eta) : null,
        Category = torrent.Labels is [var label, ..] ? Amounts.Text(label) : null,
        AddedAt = Amounts.Time(torrent.AddedDate),
        Error = torrent.Error == 0 ? null : Amounts.Text(torrent.ErrorString),
    };

    public static DownloadDetails ToDetails(TransmissionTorrent torrent, string integration) => new()
    {
        Download = ToDownload(torrent, integration),
        Folder = Amounts.Text(torrent.DownloadDir),
        CompletedAt = Amounts.Time(torrent.DoneDate),
        UploadedBytes = torrent.UploadedEver,
        Connections = torrent.PeersConnected,
        Files = [.. (torrent.Files ?? []).Take(DownloadFile.Most).Select(file => new DownloadFile(file.Name, file.Length, Amounts.Share(file.BytesCompleted, file.Length)))],
    };

    public static DownloadClientState ToState(TransmissionSession session, IReadOnlyList<Download> items, string integration) => new(
        integration,
        Amounts.AllHeld(items),
        items.Sum(item => item.DownBytesPerSecond ?? 0),
        items.Sum(item => item.UpBytesPerSecond ?? 0),
        session.Turtle ? session.TurtleDown * Kilobyte(session) : session.DownLimited ? session.DownLimit * Kilobyte(session) : null,
        session.Turtle ? session.TurtleUp * Kilobyte(session) : session.UpLimited ? session.UpLimit * Kilobyte(session) : null,
        session.FreeSpace < 0 ? null : session.FreeSpace);

    /// <summary>How many bytes Transmission takes for a kilobyte of speed.</summary>
    public static long Kilobyte(TransmissionSession session) => session.Units?.SpeedBytes is > 0 and var bytes ? bytes : 1000;

    private static bool HasMetadata(TransmissionTorrent torrent) => torrent.MetadataPercentComplete >= 1;

    private static bool IsComplete(TransmissionTorrent torrent) => HasMetadata(torrent) && torrent.LeftUntilDone == 0;

    private static DownloadState StateOf(TransmissionTorrent torrent) => torrent.Status switch
    {
        Stopped when torrent.Error == LocalError => DownloadState.Failed,
        Stopped => IsComplete(torrent) ? DownloadState.Completed : DownloadState.Paused,
        WaitsForCheck or Checks => DownloadState.Checking,
        WaitsForDownload or WaitsForSeed => DownloadState.Queued,
        Downloads => torrent.RateDownload == 0 && torrent.PeersSendingToUs == 0 ? DownloadState.Stalled : DownloadState.Downloading,
        Seeds => DownloadState.Seeding,
        _ => DownloadState.Unknown,
    };
}
