namespace HomeDash;

/// <summary>In which order the containers of a compose project start: Compose writes what each service depends on into a label.</summary>
internal static class ComposeOrder
{
    /// <summary><c>db:service_healthy:true,cache:service_started:false</c>: a service, the condition, and whether it restarts along with it.</summary>
    private const string DependsOn = "com.docker.compose.depends_on";

    /// <summary>The containers in rounds: what one depends on is in a round before its own. What is in no project is in the first one.</summary>
    public static IReadOnlyList<IReadOnlyList<ContainerDetails>> Rounds(IEnumerable<ContainerDetails> containers)
    {
        var rounds = new List<IReadOnlyList<ContainerDetails>>();
        var left = containers.ToList();
        while (left.Count > 0)
        {
            var round = left.Where(container => !left.Any(other => DependsOnIt(container, other))).ToArray();

            // A circle, which Compose would not have made: no order is right.
            round = round.Length > 0 ? round : [.. left];
            rounds.Add(round);
            left.RemoveAll(round.Contains);
        }

        return rounds;
    }

    private static bool DependsOnIt(ContainerDetails container, ContainerDetails other) =>
        container.Id != other.Id && container.Engine == other.Engine
        && ContainerLabels.Project(container.Labels) is { } project && project == ContainerLabels.Project(other.Labels)
        && ContainerLabels.Service(other.Labels) is { } service && Dependencies(container).Contains(service);

    private static IEnumerable<string> Dependencies(ContainerDetails container) =>
        (container.Labels.GetValueOrDefault(DependsOn) ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(dependency => dependency.Split(':')[0]);
}
