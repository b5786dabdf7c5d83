using HomeDash.Components.Formats;

namespace HomeDash.Components.Docker;

/// <summary>Containers that are shown together: those of one compose project, or all that belong to none.</summary>
/// <param name="Key">Tells the group from all others.</param>
/// <param name="Project">The project; null for the others.</param>
/// <param name="Title">What stands above it; null when there is only one group without a project.</param>
/// <param name="Containers">The containers.</param>
internal sealed record ContainerGroup(string Key, string? Project, string? Title, IReadOnlyList<Container> Containers)
{
    /// <summary>What can be done to a whole project.</summary>
    public static readonly ContainerAction[] Actions = [ContainerAction.Start, ContainerAction.Stop, ContainerAction.Restart];

    /// <summary>How many run.</summary>
    public string Summary => $"{Containers.Count(container => container.State == RunState.Running)} of {Words.Count(Containers.Count, "container")} running";

    /// <summary>Projects first, by name; the rest below them.</summary>
    public static IReadOnlyList<ContainerGroup> Of(IReadOnlyList<Container> containers)
    {
        var projects = containers.Where(container => container.Project is not null).GroupBy(container => (container.Engine, container.Project!)).ToArray();
        var severalEngines = containers.DistinctBy(container => container.Engine).Count() > 1;
        var groups = projects
            .OrderBy(group => group.Key.Item2, StringComparer.OrdinalIgnoreCase).ThenBy(group => group.Key.Engine, StringComparer.OrdinalIgnoreCase)
            .Select(group => new ContainerGroup($"{group.Key.Engine}/{group.Key.Item2}", group.Key.Item2, severalEngines ? $"{group.Key.Item2} on {group.Key.Engine}" : group.Key.Item2, [.. group]))
            .ToList();
        if (containers.Where(container => container.Project is null).ToArray() is { Length: > 0 } others)
        {
            groups.Add(new("", null, groups.Count == 0 ? null : "Without a project", others));
        }

        return groups;
    }
}
