namespace HomeDash.Integrations.Docker;

/// <summary>Docker Engine, and Podman where it behaves like one.</summary>
internal sealed class DockerKind : IIntegrationKind
{
    public string Kind => "docker";

    public string Title => "Docker";

    public object Connect(Integration integration)
    {
        var address = EngineAddress.Read(integration.Url);
        return new DockerEngine(integration.Name, new EngineConnection(address, new EngineErrors(integration.Name, address)));
    }
}
