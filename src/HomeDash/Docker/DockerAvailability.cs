using HomeDash.Procedures;

namespace HomeDash;

/// <summary>Docker's procedures are there while an engine is connected.</summary>
internal sealed class DockerAvailability(Connections connections) : INamespaceAvailability
{
    public string Namespace => "docker";

    public string? WhyNot => connections.With<IContainerEngine>().Count > 0
        ? null
        : "No Docker engine is connected. Set DOCKER_HOST or mount /var/run/docker.sock, then restart HomeDash.";

    public event Action? Changed
    {
        add => connections.Changed += value;
        remove => connections.Changed -= value;
    }
}
