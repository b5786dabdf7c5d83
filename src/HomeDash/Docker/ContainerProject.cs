namespace HomeDash;

/// <summary>Containers that Compose made together.</summary>
/// <param name="Name">The project's name; <c>project:</c> and this names all its containers.</param>
/// <param name="Engine">The name of the engine it is on.</param>
/// <param name="Running">How many of its containers run.</param>
/// <param name="Containers">Its containers, sorted by service and name.</param>
public sealed record ContainerProject(string Name, string Engine, int Running, IReadOnlyList<ProjectContainer> Containers)
{
    /// <summary>The projects that containers belong to, sorted by name.</summary>
    internal static IReadOnlyList<ContainerProject> Of(IEnumerable<FoundContainer> containers) =>
    [
        .. containers
            .Where(found => found.Container.Project is not null)
            .GroupBy(found => (found.Container.Project, found.Connection.Integration.Id))
            .Select(group => new ContainerProject(
                group.Key.Project!,
                group.First().Container.Engine,
                group.Count(found => found.Container.State == RunState.Running),
                [.. group.Select(found => found.Container).OrderBy(container => container.Service, StringComparer.OrdinalIgnoreCase).ThenBy(container => container.Name, StringComparer.OrdinalIgnoreCase)
                    .Select(container => new ProjectContainer(container.Id, container.Name, container.Service, container.State, container.Health))]))
            .OrderBy(project => project.Name, StringComparer.OrdinalIgnoreCase).ThenBy(project => project.Engine, StringComparer.OrdinalIgnoreCase),
    ];
}

/// <summary>A container of a project.</summary>
/// <param name="Id">Its full id, 64 hexadecimal digits.</param>
/// <param name="Name">Its name, without a leading slash.</param>
/// <param name="Service">Which service of the project it is.</param>
/// <param name="State">What it is doing now.</param>
/// <param name="Health">What its health check says.</param>
public sealed record ProjectContainer(string Id, string Name, string? Service, RunState State, ContainerHealth Health);

/// <summary>The compose projects there are.</summary>
/// <param name="Items">The projects, sorted by name.</param>
/// <param name="Engines">Which engines answered: projects of one that did not are missing.</param>
public sealed record ProjectList(IReadOnlyList<ContainerProject> Items, IReadOnlyList<EngineReport> Engines);
