using System.Globalization;
using HomeDash.Components.Formats;
using HomeDash.Components.Shared;
using HomeDash.Procedures;
using Microsoft.AspNetCore.Components;

namespace HomeDash.Components.Docker;

/// <summary>A container's log as it is written: followed, paused, searched.</summary>
public sealed partial class LogsPage
{
    /// <summary>How many lines are kept; older ones go.</summary>
    private const int Kept = 1000;

    private static readonly TimeSpan Frame = TimeSpan.FromMilliseconds(200);

    private readonly Load<ContainerDetails> container;
    private readonly LogBuffer log = new(Kept);
    private CancellationTokenSource? reading;
    private ProcedureError? failure;
    private LogBuffer.Entry? painted;
    private IReadOnlyList<LogBuffer.Entry> shown = [];
    private string search = "";
    private int tail = 200;
    private bool paused;
    private bool wrap = true;
    private bool ended;

    /// <summary>Made by Blazor.</summary>
    public LogsPage() => container = new(cancellationToken => Caller.Docker.GetAsync(new ContainerRef(Id), cancellationToken));

    /// <summary>The container's id.</summary>
    [Parameter]
    public string Id { get; set; } = "";

    [Inject]
    private HomeDashCaller Caller { get; set; } = null!;

    private IReadOnlyList<LogBuffer.Entry> Found =>
        search.Trim() is { Length: > 0 } text ? [.. shown.Where(entry => entry.Line.Text.Contains(text, StringComparison.OrdinalIgnoreCase))] : shown;

    private string Status => (paused, ended) switch
    {
        (true, _) => $"Paused, {Words.Count(Waiting, "new line")} waiting",
        (_, true) => $"{Words.Count(shown.Count, "line")}, the container does not run",
        _ => $"{Words.Count(shown.Count, "line")}, live",
    };

    private long Waiting => shown.Count == 0 ? log.Count : log.Last is { } last ? last.Number - shown[^1].Number : 0;

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        if (!Alive)
        {
            return;
        }

        await container.RunAsync(Gone);
        if (container.Value is not null)
        {
            // Lines may come by the thousand: they are shown a few times a second, not one by one.
            Every(Frame, ShowAsync);
            Follow("docker.container", ReopenAsync);
            Open();
        }
    }

    private void Open()
    {
        reading?.Cancel();
        reading = CancellationTokenSource.CreateLinkedTokenSource(Gone);
        (ended, failure) = (false, null);
        log.Clear();
        shown = [];
        _ = InvokeAsync(() => ReadAsync(reading.Token));
    }

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var line in Caller.Docker.FollowLogsAsync(new ContainerRef(Id), tail, cancellationToken))
            {
                log.Add(line);
            }
        }
        catch (ProcedureException problem) when (!cancellationToken.IsCancellationRequested)
        {
            failure = problem.Error;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return;
        }

        ended = !cancellationToken.IsCancellationRequested;
        StateHasChanged();
    }

    private Task ShowAsync()
    {
        if (log.Last != painted)
        {
            painted = log.Last;
            Paint();
            StateHasChanged();
        }

        return Task.CompletedTask;
    }

    private void Paint()
    {
        if (!paused)
        {
            shown = log.Entries;
        }
    }

    private Task ReopenAsync()
    {
        // The stream ends with the container; when it runs again, there is more to read.
        if (ended)
        {
            Open();
        }

        return Task.CompletedTask;
    }

    private void TailAsync(ChangeEventArgs change)
    {
        tail = int.Parse((string)change.Value!, CultureInfo.InvariantCulture);
        Open();
    }

    private void TogglePause()
    {
        paused = !paused;
        Paint();
    }

    private static string Pressed(bool on) => on ? "true" : "false";
}
