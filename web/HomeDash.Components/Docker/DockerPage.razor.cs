using HomeDash.Components.Formats;
using HomeDash.Components.Shared;
using HomeDash.Procedures;
using Microsoft.AspNetCore.Components;

namespace HomeDash.Components.Docker;

/// <summary>The containers: seen, found, started, stopped, restarted, removed.</summary>
public sealed partial class DockerPage
{
    private static readonly TimeSpan Measuring = TimeSpan.FromSeconds(15);

    private readonly Load<ContainerList> containers;
    private readonly HashSet<string> selected = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Container> measured = new(StringComparer.Ordinal);
    private string filter = "";
    private bool busy;
    private ActionReport? report;

    /// <summary>Made by Blazor.</summary>
    public DockerPage() => containers = new(cancellationToken => ReadAsync(usage: false, cancellationToken));

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
            Every(Measuring, MeasureAsync);
            await MeasureAsync();
        }
    }

    private async Task RefreshAsync()
    {
        await containers.RunAsync(Gone);
        StateHasChanged();
    }

    // Measuring takes seconds: what is there is shown first, and what it uses follows.
    private async Task MeasureAsync()
    {
        if (containers.Value is null)
        {
            return;
        }

        try
        {
            foreach (var container in (await ReadAsync(usage: true, Gone)).Items)
            {
                measured[container.Id] = container;
            }
        }
        catch (ProcedureException)
        {
            // Reading the list again says why, in the right place.
        }
        catch (OperationCanceledException) when (Gone.IsCancellationRequested)
        {
            return;
        }

        await RefreshAsync();
    }

    private async Task<ContainerList> ReadAsync(bool usage, CancellationToken cancellationToken)
    {
        List<Container> items = [];
        ContainerList page;
        string? cursor = null;
        do
        {
            page = await Caller.Docker.ListAsync(usage: usage, limit: 200, cursor: cursor, cancellationToken: cancellationToken);
            items.AddRange(page.Items);
            cursor = page.Next;
        }
        while (cursor is not null);
        return page with { Items = usage ? items : [.. items.Select(WithUsage)] };
    }

    private Container WithUsage(Container container) =>
        container.Runs() && measured.GetValueOrDefault(container.Id) is { } before
            ? container with { CpuPercent = before.CpuPercent, MemoryBytes = before.MemoryBytes, MemoryLimitBytes = before.MemoryLimitBytes }
            : container;

    private List<Container> Filtered(ContainerList all) =>
    [
        .. all.Items.Where(container => new[] { container.Name, container.Image, container.Engine, container.State.ToString() }
            .Any(text => text.Contains(filter.Trim(), StringComparison.OrdinalIgnoreCase))),
    ];

    private List<Container> SelectedIn(ContainerList all) => [.. all.Items.Where(container => selected.Contains(container.Id))];

    private static string Summary(ContainerList all) =>
        $"{all.Items.Count(container => container.State == RunState.Running)} of {Words.Count(all.Items.Count, "container")} running";

    private async Task RunAsync(ContainerAction action, IReadOnlyList<Container> chosen)
    {
        var targets = chosen.Where(container => action.Suits(container)).ToArray();
        var force = false;
        if (action == ContainerAction.Remove)
        {
            if (await AskAsync(targets) is not { } answer)
            {
                return;
            }

            force = answer.Option;
        }

        busy = true;
        try
        {
            report = ActionReport.Of(action, await CallAsync(action, [.. targets.Select(container => new ContainerRef(container.Id))], force));
            selected.Clear();
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

    private Task<Questions.Answer?> AskAsync(Container[] targets)
    {
        var one = targets.Length == 1;
        return Questions.AskAsync(new(
            one ? $"Remove {targets[0].Name}?" : $"Remove {Words.Count(targets.Length, "container")}?",
            $"{(one ? "The container is" : "These containers are")} removed for good, with everything written inside; volumes stay. This cannot be undone.",
            one ? "Remove container" : "Remove containers")
        {
            Items = one ? [] : [.. targets.Select(container => container.Name)],
            Option = targets.Any(container => container.Runs()) ? "Also kill what is running (force)" : null,
        });
    }

    private Task<Outcomes<ContainerState>> CallAsync(ContainerAction action, IReadOnlyList<ContainerRef> targets, bool force) => action switch
    {
        ContainerAction.Start => Caller.Docker.StartAsync(targets, Gone),
        ContainerAction.Stop => Caller.Docker.StopAsync(targets, cancellationToken: Gone),
        ContainerAction.Restart => Caller.Docker.RestartAsync(targets, cancellationToken: Gone),
        _ => Caller.Docker.RemoveAsync(targets, force, Gone),
    };
}
