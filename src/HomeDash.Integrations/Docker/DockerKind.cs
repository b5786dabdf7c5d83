namespace HomeDash.Integrations.Docker;

/// <summary>Docker Engine, and Podman where it behaves like one.</summary>
internal sealed class DockerKind : IIntegrationKind
{
    public string Kind => "docker";

    public string Title => "Docker";

    public string ExampleUrl => "unix:///var/run/docker.sock";

    public IReadOnlyList<IReadOnlyList<CredentialField>> Credentials => [[]];

    public string? CredentialsHint => null;

    public Type Client => typeof(DockerEngine);

    public IIntegrationClient Connect(Integration integration)
    {
        var address = EngineAddress.Read(integration.Url);
        return new DockerEngine(integration.Name, new EngineConnection(address, new EngineErrors(integration.Name, address)));
    }
}
