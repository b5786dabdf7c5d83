using HomeDash.Components.Docker;
using HomeDash.Components.Formats;
using HomeDash.Components.Shared;
using HomeDash.Procedures;

namespace HomeDash.Components.Downloads;

/// <content>What is done to downloads and clients, and what is said about it.</content>
public sealed partial class DownloadsPage
{
    /// <summary>As many as the procedures change at once.</summary>
    private const int MostTogether = 100;

    private const string AlsoFiles = "Also delete the downloaded files";

    private Task PauseAsync(params Download[] chosen) =>
        RunAsync("Pause", "Paused", [.. chosen.Where(download => download.State.MayPause())], part => Caller.Downloads.PauseAsync(part, Gone));

    private Task ResumeAsync(params Download[] chosen) =>
        RunAsync("Resume", "Resumed", [.. chosen.Where(download => download.State.MayResume())], part => Caller.Downloads.ResumeAsync(part, Gone));

    private async Task DeleteAsync(params Download[] chosen)
    {
        if (await Questions.AskAsync(Deleting(chosen)) is { } answer)
        {
            await RunAsync("Delete", "Deleted", chosen, part => Caller.Downloads.DeleteAsync(part, answer.Option, Gone));
        }
    }

    private static Questions.Question Deleting(Download[] chosen) => chosen is [var only]
        ? new($"Delete {only.Name}?", $"{only.Integration} forgets this download. What was downloaded stays, unless you say otherwise.", "Delete download") { Option = AlsoFiles }
        : new($"Delete {Words.Count(chosen.Length, "download")}?", "Their clients forget these downloads. What was downloaded stays, unless you say otherwise.", "Delete downloads")
        {
            Items = [.. chosen.Select(download => download.Name)],
            Option = AlsoFiles,
        };

    private Task PauseAllAsync(DownloadClientState client) => ReportAsync("Pause", async () => ActionReport.Of("Paused", await Caller.Downloads.PauseAllAsync([new(client.Integration)], Gone), _ => null));

    private Task ResumeAllAsync(DownloadClientState client) => ReportAsync("Resume", async () => ActionReport.Of("Resumed", await Caller.Downloads.ResumeAllAsync([new(client.Integration)], Gone), _ => null));

    private async Task AddAsync()
    {
        var added = await Dialogs.OpenAsync<AddDownloadDialog>(
            "Add download", new() { [nameof(AddDownloadDialog.Integrations)] = (string[])[.. ClientsOf(downloads.Value!)] }, Questions.Look);
        if (added is Download download)
        {
            report = new("Added", [new(download.Name, true, null)]);
            await RefreshAsync();
        }
    }

    private async Task LimitAsync(DownloadClientState client)
    {
        var limited = await Dialogs.OpenAsync<SpeedLimitDialog>(
            $"Limit the speed of {client.Integration}", new() { [nameof(SpeedLimitDialog.Client)] = client }, Questions.Look);
        if (limited is DownloadClientState state)
        {
            report = new($"Speed limits of {state.Integration} changed", [new("", true, ClientCards.LimitsOf(state))]);
            await RefreshAsync();
        }
    }

    private async Task RunAsync(string action, string done, IReadOnlyList<Download> chosen, Func<IReadOnlyList<DownloadRef>, Task<Outcomes<DownloadChange>>> call)
    {
        List<Outcome<DownloadChange>> outcomes = [];
        await ReportAsync(action, async () =>
        {
            foreach (var part in chosen.Chunk(MostTogether))
            {
                outcomes.AddRange(await TogetherAsync(part));
            }

            // What failed comes first: it stays selected, so that it can be tried again.
            Select([.. chosen.Where(download => outcomes.Any(outcome => outcome.Ok && outcome.Value!.Id == download.Id && outcome.Value.Integration == download.Integration))], false);
            return ActionReport.Of(done, new Outcomes<DownloadChange>([.. outcomes.OrderBy(outcome => outcome.Ok)]), change => change.Note);
        });

        async Task<IEnumerable<Outcome<DownloadChange>>> TogetherAsync(Download[] part)
        {
            try
            {
                return (await call([.. part.Select(download => new DownloadRef(KeyOf(download)))])).Items;
            }
            catch (ProcedureException failure) when (outcomes.Count > 0)
            {
                // What was done before is not hidden by what was not.
                return part.Select(download => new Outcome<DownloadChange>(download.Name, false, Message: failure.Error.Message));
            }
        }
    }

    private async Task ReportAsync(string action, Func<Task<ActionReport>> act)
    {
        busy = true;
        try
        {
            report = await act();
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
}
