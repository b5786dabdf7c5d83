namespace HomeDash;

/// <summary>What a download is doing after something was done to it, read back from its client.</summary>
/// <param name="Id">Its id in its client.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Integration">The integration that it is in, or was.</param>
/// <param name="State">What it is doing now; absent when it is no longer there.</param>
/// <param name="Note">What is worth knowing, for example that it was paused already.</param>
public sealed record DownloadChange(string Id, string Name, string Integration, DownloadState? State = null, string? Note = null)
{
    internal static DownloadChange Of(Download download, string? note = null) => new(download.Id, download.Name, download.Integration, download.State, note);
}
