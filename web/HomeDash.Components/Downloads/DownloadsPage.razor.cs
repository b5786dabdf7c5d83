using HomeDash.Components.Docker;
using HomeDash.Components.Formats;
using HomeDash.Components.Shared;
using HomeDash.Procedures;
using Microsoft.AspNetCore.Components;
using Radzen;

namespace HomeDash.Components.Downloads;

/// <summary>The downloads of all clients: watched, paused, resumed, deleted, added.</summary>
public sealed partial class DownloadsPage
{
    private const int Most = 500;

    private readonly Load<DownloadList> downloads;
    private string filter = "";
    private bool busy;
    private bool mayControl;
    private bool mayAdd;
    private bool mayDelete;
    private ActionReport? report;

    /// <summary>Made by Blazor.</summary>
    public DownloadsPage() => downloads = new(cancellationToken => Caller.Downloads.ListAsync(limit: Most, cancellationToken: cancellationToken));

    [Inject]
    private HomeDashCaller Caller { get; set; } = null!;

    [Inject]
    private ICallerSource Visitor { get; set; } = null!;

    [Inject]
    private DialogService Dialogs { get; set; } = null!;

    [Inject]
    private Questions Questions { get; set; } = null!;

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        var visitor = await Visitor.GetAsync(Gone);
        (mayControl, mayAdd, mayDelete) = (visitor.Holds(DownloadPermissions.Control), visitor.Holds(DownloadPermissions.Add), visitor.Holds(DownloadPermissions.Delete));
        if (Alive)
        {
            Watch(downloads, cancellationToken => Caller.Downloads.WatchAsync(limit: Most, cancellationToken: cancellationToken));
        }
    }

    private async Task RefreshAsync()
    {
        await downloads.RunAsync(Gone);
        StateHasChanged();
    }

    private List<Download> Filtered(DownloadList all) =>
    [
        .. all.Items.Where(download => new[] { download.Name, download.State.ToString(), download.Category, download.Integration }
            .Any(text => text?.Contains(filter.Trim(), StringComparison.OrdinalIgnoreCase) == true)),
    ];

    private static string Summary(DownloadList all) =>
        $"{all.Counts.GetValueOrDefault("downloading")} of {Words.Count(all.Total, "download")} active, {Words.Speed(all.DownBytesPerSecond)} in, {Words.Speed(all.UpBytesPerSecond)} out";

    private Task PauseAsync(Download download) => RunAsync("Pause", "Paused", () => Caller.Downloads.PauseAsync([RefTo(download)], Gone), change => change.Note);

    private Task ResumeAsync(Download download) => RunAsync("Resume", "Resumed", () => Caller.Downloads.ResumeAsync([RefTo(download)], Gone), change => change.Note);

    private Task PauseAllAsync(DownloadClientState client) => RunAsync("Pause", "Paused", () => Caller.Downloads.PauseAllAsync([new(client.Integration)], Gone), _ => null);

    private Task ResumeAllAsync(DownloadClientState client) => RunAsync("Resume", "Resumed", () => Caller.Downloads.ResumeAllAsync([new(client.Integration)], Gone), _ => null);

    private async Task DeleteAsync(Download download)
    {
        var answer = await Questions.AskAsync(new(
            $"Delete {download.Name}?", $"{download.Integration} forgets this download. What was downloaded stays, unless you say otherwise.", "Delete download")
        {
            Option = "Also delete the downloaded files",
        });
        if (answer is not null)
        {
            await RunAsync("Delete", "Deleted", () => Caller.Downloads.DeleteAsync([RefTo(download)], answer.Option, Gone), change => change.Note);
        }
    }

    private async Task AddAsync()
    {
        var added = await Dialogs.OpenAsync<AddDownloadDialog>(
            "Add download", new() { [nameof(AddDownloadDialog.Integrations)] = (string[])[.. downloads.Value!.Clients.Select(client => client.Integration)] }, Questions.Look);
        if (added is Download download)
        {
            report = new("Added", [new(download.Name, true, null)]);
            await RefreshAsync();
        }
    }

    private async Task RunAsync<T>(string action, string done, Func<Task<Outcomes<T>>> call, Func<T, string?> note)
        where T : class
    {
        busy = true;
        try
        {
            report = ActionReport.Of(done, await call(), note);
        }
        catch (ProcedureException failure)
        {
            report = ActionReport.Of(action, failure.Error);
        }
        finally
        {
            busy = false;
        }

        await RefreshAsync();
    }

    private static DownloadRef RefTo(Download download) => new($"{download.Integration}/{download.Id}");
}
