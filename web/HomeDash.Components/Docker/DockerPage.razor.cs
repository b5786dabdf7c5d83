using HomeDash.Components.Formats;
using HomeDash.Components.Shared;
using HomeDash.Procedures;
using Microsoft.AspNetCore.Components;

namespace HomeDash.Components.Docker;

/// <summary>The containers: seen, found, started, stopped, restarted, removed.</summary>
public sealed partial class DockerPage
{
    private static readonly TimeSpan MeasuringAgain = TimeSpan.FromSeconds(1);

    private readonly Load<ContainerList> containers;
    private readonly HashSet<string> selected = new(StringComparer.Ordinal);
    private IReadOnlyDictionary<string, MeasuredContainer> measured = new Dictionary<string, MeasuredContainer>();
    private IReadOnlyDictionary<string, ContainerUpdate> updates = new Dictionary<string, ContainerUpdate>();
    private string filter = "";
    private string engine = "";
    private ProgressReport? progress;
    private bool checking;
    private bool busy;
    private ActionReport? report;

    /// <summary>Made by Blazor.</summary>
    public DockerPage() => containers = new(ReadAsync);

    [Inject]
    private HomeDashCaller Caller { get; set; } = null!;

    [Inject]
    private Questions Questions { get; set; } = null!;

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        if (Alive)
        {
            Follow("docker.container", RefreshAsync);
            await RefreshAsync();
            Every(MeasuringAgain, MeasureAsync);
        }
    }

    private async Task RefreshAsync()
    {
        await containers.RunAsync(Gone);
        StateHasChanged();
    }

    /// <summary>Goes on for as long as the stream does, and begins anew when that breaks.</summary>
    private async Task MeasureAsync()
    {
        try
        {
            await foreach (var reading in Caller.Docker.StatsAsync(cancellationToken: Gone))
            {
                measured = reading.Items.ToDictionary(item => item.Id);
                StateHasChanged();
            }
        }
        catch (ProcedureException)
        {
            // Reading the list again says why, in the right place.
        }
    }

    private async Task CheckAsync()
    {
        checking = true;
        try
        {
            var found = (await Caller.Docker.UpdatesAsync(cancellationToken: Gone)).Items.ToLookup(update => update.State);
            updates = found[UpdateState.UpdateAvailable].ToDictionary(update => update.Id);
            var unknown = found[UpdateState.Unknown].Select(update => new ActionReport.Line(update.Container, true, update.Note));
            report = new($"{Words.Count(updates.Count, "update")} available, {found[UpdateState.Unknown].Count()} unknown", [.. unknown]);
        }
        catch (ProcedureException failure)
        {
            report = new("Checking for updates did not work", [new("", false, failure.Error.Message)]);
        }
        finally
        {
            checking = false;
        }
    }

    private async Task<ContainerList> ReadAsync(CancellationToken cancellationToken)
    {
        List<Container> items = [];
        ContainerList page;
        string? cursor = null;
        do
        {
            page = await Caller.Docker.ListAsync(usage: false, limit: 200, cursor: cursor, cancellationToken: cancellationToken);
            items.AddRange(page.Items);
            cursor = page.Next;
        }
        while (cursor is not null);
        return page with { Items = items };
    }

    private Container WithUsage(Container container) =>
        container.State == RunState.Running && measured.GetValueOrDefault(container.Id) is { } used
            ? container with { CpuPercent = used.CpuPercent, MemoryBytes = used.MemoryBytes, MemoryLimitBytes = used.MemoryLimitBytes }
            : container;

    private List<Container> Filtered(ContainerList all) =>
    [
        .. all.Items.Where(container => engine.Length == 0 || container.Engine == engine).Where(container => new[] { container.Name, container.Title ?? "", container.Project ?? "", container.Image, container.Engine, container.State.ToString() }
            .Any(text => text.Contains(filter.Trim(), StringComparison.OrdinalIgnoreCase))).Select(WithUsage),
    ];

    private List<Container> SelectedIn(ContainerList all) => [.. all.Items.Where(container => selected.Contains(container.Id))];

    private static string Summary(ContainerList all) =>
        $"{all.Items.Count(container => container.State == RunState.Running)} of {Words.Count(all.Items.Count, "container")} running";

    private async Task RunAsync(ContainerAction action, IReadOnlyList<Container> chosen)
    {
        var targets = chosen.Where(container => action.Suits(container)).ToArray();
        var force = false;
        if (action is ContainerAction.Remove or ContainerAction.Update)
        {
            if (await Questions.AskAsync(action == ContainerAction.Remove ? Removing(targets) : Updating(targets)) is not { } answer)
            {
                return;
            }

            force = answer.Option;
        }

        busy = true;
        progress = action == ContainerAction.Update ? new(0, null, $"Pulling and making {string.Join(", ", targets.Select(container => container.Name))} anew. This may take minutes.") : null;
        StateHasChanged();
        try
        {
            report = ActionReport.Of(action, await CallAsync(action, [.. targets.Select(container => new ContainerRef(container.Id))], force));
            selected.Clear();
            updates = action == ContainerAction.Update ? updates.Where(update => targets.All(target => target.Id != update.Key)).ToDictionary() : updates;
        }
        catch (ProcedureException failure)
        {
            report = ActionReport.Of(action, failure.Error);
        }
        finally
        {
            busy = false;
            progress = null;
        }

        await RefreshAsync();
    }

    private void Show(ProgressReport news) => _ = InvokeAsync(() =>
    {
        // A report may come after the end that it tells of.
        progress = busy ? news : null;
        StateHasChanged();
    });

    private static Questions.Question Removing(Container[] targets)
    {
        var one = targets.Length == 1;
        return new(
            one ? $"Remove {targets[0].Name}?" : $"Remove {Words.Count(targets.Length, "container")}?",
            $"{(one ? "The container is" : "These containers are")} removed for good, with everything written inside; volumes stay. This cannot be undone.",
            one ? "Remove container" : "Remove containers")
        {
            Items = Listed(targets),
            Option = targets.Any(container => container.Runs()) ? "Also kill what is running (force)" : null,
        };
    }

    private static Questions.Question Updating(Container[] targets) => new(
        targets.Length == 1 ? $"Update {targets[0].Name}?" : $"Update {Words.Count(targets.Length, "container")}?",
        "The newest image is pulled, and the container is made anew from it with the same configuration and volumes. What was written inside and not to a volume is lost. If the new one does not come up, the old one is put back.",
        "Update")
    {
        Items = Listed(targets),
    };

    private static string[] Listed(Container[] targets) => targets.Length == 1 ? [] : [.. targets.Select(container => container.Name)];

    private Task<Outcomes<ContainerState>> CallAsync(ContainerAction action, IReadOnlyList<ContainerRef> targets, bool force) => action switch
    {
        ContainerAction.Start => Caller.Docker.StartAsync(targets, Gone),
        ContainerAction.Stop => Caller.Docker.StopAsync(targets, cancellationToken: Gone),
        ContainerAction.Restart => Caller.Docker.RestartAsync(targets, cancellationToken: Gone),
        ContainerAction.Pause => Caller.Docker.PauseAsync(targets, Gone),
        ContainerAction.Unpause => Caller.Docker.UnpauseAsync(targets, Gone),
        ContainerAction.Update => Caller.With(request => request with { Progress = Show }).Docker.RecreateAsync(targets, pull: true, cancellationToken: Gone),
        _ => Caller.Docker.RemoveAsync(targets, force, Gone),
    };
}
