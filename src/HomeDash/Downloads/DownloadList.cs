using HomeDash.Procedures;

namespace HomeDash;

/// <summary>One page of downloads, with what comes in over all clients.</summary>
/// <param name="DownBytesPerSecond">What comes in over all clients, in bytes per second.</param>
/// <param name="UpBytesPerSecond">What goes out over all clients, in bytes per second.</param>
/// <param name="Counts">How many downloads are in each state, on all pages and whatever states were asked for.</param>
/// <param name="Items">The downloads: what moves first, then what waits, then what is complete; by name within a state.</param>
/// <param name="Total">How many downloads meet the filters, on all pages.</param>
/// <param name="Clients">What each client as a whole is doing.</param>
/// <param name="Integrations">How each client fared: downloads of one that did not answer are old, or missing.</param>
/// <param name="Next">Give this as <c>cursor</c> to get the next page; absent on the last one.</param>
public sealed record DownloadList(
    long DownBytesPerSecond,
    long UpBytesPerSecond,
    IReadOnlyDictionary<string, int> Counts,
    IReadOnlyList<Download> Items,
    int Total,
    IReadOnlyList<DownloadClientState> Clients,
    IReadOnlyList<IntegrationReport> Integrations,
    string? Next = null) : IOutcomes
{
    bool IOutcomes.AllFailed => IntegrationReport.NoneAnswered(Integrations);
}
