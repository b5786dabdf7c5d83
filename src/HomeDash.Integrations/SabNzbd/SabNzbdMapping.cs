namespace HomeDash.Integrations.SabNzbd;

/// <summary>Puts SABnzbd's words into HomeDash's.</summary>
internal static class SabNzbdMapping
{
    private const double Kilobyte = 1024;
    private const double Megabyte = 1 << 20;
    private const double Gigabyte = 1 << 30;

    /// <summary>SABnzbd's words for no category.</summary>
    private static readonly string[] NoCategory = ["*", "None"];

    /// <param name="slot">The post.</param>
    /// <param name="speed">What comes in for it, in bytes per second; 0 when that is not known.</param>
    /// <param name="integration">The integration's name.</param>
    public static Download ToDownload(SabNzbdSlot slot, long speed, string integration)
    {
        var left = Bytes(slot.MegabytesLeft);
        var size = Bytes(slot.Megabytes);
        return new()
        {
            Id = slot.Id,
            Name = slot.Name,
            Integration = integration,
            Type = DownloadType.Usenet,
            State = StateOf(slot.Status),
            Progress = Amounts.Share(size - left, size),
            SizeBytes = Amounts.Known(size),
            DoneBytes = size > 0 ? size - left : null,
            DownBytesPerSecond = Amounts.Known(speed),
            EtaSeconds = Amounts.Eta(left, speed),
            Category = CategoryOf(slot.Category),
        };
    }

    public static Download ToDownload(SabNzbdPast past, string integration) => new()
    {
        Id = past.Id,
        Name = past.Name,
        Integration = integration,
        Type = DownloadType.Usenet,
        State = StateOf(past.Status),
        Progress = past.Status == "Failed" ? 0 : 1,
        SizeBytes = Amounts.Known(past.Bytes),
        DoneBytes = past.Status == "Failed" ? null : past.Bytes,
        Category = CategoryOf(past.Category),
        Error = Amounts.Text(past.FailMessage),
    };

    public static DownloadClientState ToState(SabNzbdQueue queue, string integration) =>
        new(integration, queue.Paused, Speed(queue), null, Amounts.Known((long)queue.SpeedLimit), null, (long)(queue.FreeGigabytes * Gigabyte));

    /// <summary>What comes in, in bytes per second.</summary>
    public static long Speed(SabNzbdQueue queue) => (long)(queue.Kilobytes * Kilobyte);

    public static DownloadFile ToFile(SabNzbdFile file) =>
        new(file.Filename, Bytes(file.Megabytes), Amounts.Share(Bytes(file.Megabytes) - Bytes(file.MegabytesLeft), Bytes(file.Megabytes)));

    private static string? CategoryOf(string? category) => NoCategory.Contains(category) ? null : Amounts.Text(category);

    private static long Bytes(double megabytes) => (long)(megabytes * Megabyte);

    private static DownloadState StateOf(string status) => status switch
    {
        "Downloading" or "Grabbing" or "Fetching" => DownloadState.Downloading,
        "Queued" or "Propagating" => DownloadState.Queued,
        "Paused" => DownloadState.Paused,
        "Checking" or "QuickCheck" or "Verifying" => DownloadState.Checking,
        "Repairing" or "Extracting" or "Moving" or "Running" => DownloadState.Processing,
        "Completed" => DownloadState.Completed,
        "Failed" => DownloadState.Failed,
        _ => DownloadState.Unknown,
    };
}
