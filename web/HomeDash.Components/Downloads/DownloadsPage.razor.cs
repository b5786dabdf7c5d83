using HomeDash.Components.Docker;
using HomeDash.Components.Formats;
using HomeDash.Components.Shared;
using HomeDash.Procedures;
using Microsoft.AspNetCore.Components;

namespace HomeDash.Components.Downloads;

/// <summary>The downloads of all clients: watched, found, paused, resumed, deleted, added, slowed down.</summary>
public sealed partial class DownloadsPage
{
    private const int Page = 100;

    /// <summary>As many as the procedures show at once.</summary>
    private const int Most = 500;

    private readonly Load<DownloadList> downloads;
    private readonly HashSet<string> selected = new(StringComparer.Ordinal);
    private DownloadsFilter filter = DownloadsFilter.None;
    private IReadOnlyList<string> clients = [];
    private int shown = Page;
    private bool busy;
    private bool mayControl;
    private bool mayAdd;
    private bool mayDelete;
    private ActionReport? report;

    /// <summary>Made by Blazor.</summary>
    public DownloadsPage() => downloads = new(cancellationToken =>
        Caller.Downloads.ListAsync(filter.States, filter.Text, filter.Integrations, shown, cancellationToken: cancellationToken));

    [Inject]
    private ICallerSource Visitor { get; set; } = null!;

    private bool MaySelect => mayControl || mayDelete;

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        var visitor = await Visitor.GetAsync(Gone);
        (mayControl, mayAdd, mayDelete) = (visitor.Holds(DownloadPermissions.Control), visitor.Holds(DownloadPermissions.Add), visitor.Holds(DownloadPermissions.Delete));
        if (Alive)
        {
            Watch();
        }
    }

    /// <inheritdoc/>
    protected override Task RefreshAsync()
    {
        // What is on its way is older than what has just been done.
        Watch();
        return RefreshAsync(downloads);
    }

    private void Watch()
    {
        var (asked, most) = (filter, shown);
        Watch(downloads, cancellationToken => Caller.Downloads.WatchAsync(asked.States, asked.Text, asked.Integrations, most, cancellationToken));
    }

    private void Find(DownloadsFilter wanted)
    {
        (filter, shown) = (wanted, Page);
        Watch();
    }

    private void ShowMore()
    {
        shown = Math.Min(shown + Page, Most);
        Watch();
    }

    // A list of one client names no other.
    private IReadOnlyList<string> ClientsOf(DownloadList list) =>
        filter.Client.Length > 0 ? clients : clients = [.. list.Integrations.Select(integration => integration.Integration)];

    private static DownloadState? StateOf(ChangeEventArgs change) => Enum.TryParse<DownloadState>((string?)change.Value, out var state) ? state : null;

    private string Summary(DownloadList list) => filter.IsSet
        ? $"{Words.Count(list.Total, "download")} found"
        : $"{list.Counts.GetValueOrDefault("downloading")} of {Words.Count(list.Total, "download")} active, {Words.Speed(list.DownBytesPerSecond)} in, {Words.Speed(list.UpBytesPerSecond)} out";

    private bool IsSelected(Download download) => selected.Contains(KeyOf(download));

    private void Select(IReadOnlyList<Download> chosen, bool ticked)
    {
        foreach (var key in chosen.Select(KeyOf))
        {
            _ = ticked ? selected.Add(key) : selected.Remove(key);
        }
    }

    private static string KeyOf(Download download) => $"{download.Integration}/{download.Id}";
}
