namespace HomeDash.Components.Downloads;

/// <summary>What the page offers for a download in a state.</summary>
internal static class DownloadStateActions
{
    /// <summary>Whether there is something to hold.</summary>
    public static bool MayPause(this DownloadState state) => !state.IsHeld() && state != DownloadState.Failed;

    /// <summary>Whether it waits for somebody to let it go on.</summary>
    public static bool MayResume(this DownloadState state) => state == DownloadState.Paused;
}
