using System.Globalization;

namespace HomeDash.Integrations.NzbGet;

/// <summary>Puts NZBGet's words into HomeDash's.</summary>
internal static class NzbGetMapping
{
    private const long Megabyte = 1 << 20;

    /// <summary>A size, which comes in two halves.</summary>
    public static long Whole(uint high, uint low) => ((long)high << 32) | low;

    /// <summary>Whether a post that has left the queue is shown: not when a person deleted it.</summary>
    public static bool IsShown(NzbGetPast past) => past.Status != "DELETED/MANUAL";

    /// <param name="group">The post.</param>
    /// <param name="speed">What comes in for it, in bytes per second; 0 when that is not known.</param>
    /// <param name="integration">The integration's name.</param>
    public static Download ToDownload(NzbGetGroup group, long speed, string integration)
    {
        // NZBGet goes on saying DOWNLOADING until the articles that were under way have come or failed, which takes a minute and more from a server that is slow.
        var state = group.Status is "DOWNLOADING" or "QUEUED" && group.Remaining > 0 && group.Paused >= group.Remaining ? DownloadState.Paused : StateOf(group.Status);
        // What is paused of a post that goes on are repair files that may never be needed.
        var left = state == DownloadState.Paused ? group.Remaining : group.Remaining - group.Paused;
        var done = group.Size - group.Remaining;
        return new()
        {
            Id = IdOf(group.Id),
            Name = group.Name,
            Integration = integration,
            Type = DownloadType.Usenet,
            State = state,
            Progress = Amounts.Share(done, done + left),
            SizeBytes = Amounts.Known(done + left),
            DoneBytes = group.Size > 0 ? done : null,
            DownBytesPerSecond = Amounts.Known(speed),
            EtaSeconds = Amounts.Eta(left, speed),
            Category = Amounts.Text(group.Category),
        };
    }

    public static Download ToDownload(NzbGetPast past, string integration)
    {
        var complete = past.Status.StartsWith("SUCCESS", StringComparison.Ordinal) || past.Status.StartsWith("WARNING", StringComparison.Ordinal);
        return new()
        {
            Id = IdOf(past.Id),
            Name = past.Name,
            Integration = integration,
            Type = DownloadType.Usenet,
            State = complete ? DownloadState.Completed : DownloadState.Failed,
            Progress = complete ? 1 : 0,
            SizeBytes = Amounts.Known(past.Size),
            DoneBytes = complete ? past.Size : null,
            Category = Amounts.Text(past.Category),
            Error = past.Status switch
            {
                _ when complete => null,
                "DELETED/COPY" or "DELETED/DUPE" => "NZBGet has the same post already.",
                _ => $"NZBGet says {past.Status}",
            },
        };
    }

    public static DownloadClientState ToState(NzbGetStatus status, string integration) =>
        new(integration, status.DownloadPaused, status.DownloadRate, null, Amounts.Known(status.DownloadLimit), null, Amounts.Known(status.FreeMegabytes * Megabyte));

    public static string IdOf(int id) => id.ToString(CultureInfo.InvariantCulture);

    private static DownloadState StateOf(string status) => status switch
    {
        "DOWNLOADING" or "FETCHING" => DownloadState.Downloading,
        "QUEUED" => DownloadState.Queued,
        "PAUSED" => DownloadState.Paused,
        "VERIFYING_SOURCES" or "VERIFYING_REPAIRED" or "LOADING_PARS" => DownloadState.Checking,
        "PP_QUEUED" or "PP_FINISHED" or "POST_FINISHED" or "REPAIRING" or "RENAMING" or "UNPACKING" or "MOVING" or "POST_UNPACK_RENAMING"
            or "EXECUTING_SCRIPT" or "QS_QUEUED" or "QS_EXECUTING" => DownloadState.Processing,
        _ => DownloadState.Unknown,
    };
}
