using HomeDash.Procedures;

namespace HomeDash.Integrations.Docker;

/// <content>What a Podman tells in another place than a Docker engine does.</content>
internal sealed partial class DockerEngine
{
    private static readonly (string Word, ContainerHealth Health)[] Healths =
        [("starting", ContainerHealth.Starting), ("healthy", ContainerHealth.Healthy), ("unhealthy", ContainerHealth.Unhealthy)];

    /// <summary>A Podman's list does not tell the health of containers, but can be asked for those of one health.</summary>
    private async Task<IReadOnlyList<Container>> WithHealthAsync(IReadOnlyList<Container> containers, CancellationToken cancellationToken)
    {
        if (containers.Count == 0 || !await connection.IsPodmanAsync(Patience, cancellationToken).ConfigureAwait(false))
        {
            return containers;
        }

        try
        {
            var found = await Task.WhenAll(Healths.Select(async asked =>
            {
                var filter = Uri.EscapeDataString($$"""{"health":["{{asked.Word}}"]}""");
                var those = await connection.GetAsync($"/containers/json?filters={filter}", IntegrationsJson.Default.EngineContainerArray, Patience, cancellationToken).ConfigureAwait(false);
                return those.Select(container => (container.Id, asked.Health));
            })).ConfigureAwait(false);
            var known = found.SelectMany(those => those).DistinctBy(pair => pair.Id).ToDictionary(pair => pair.Id ?? "", pair => pair.Health);
            return [.. containers.Select(container => known.TryGetValue(container.Id, out var health) ? container with { Health = health } : container)];
        }
        catch (ProcedureException)
        {
            // A Podman that does not know this question: the list is still good.
            return containers;
        }
    }
}
