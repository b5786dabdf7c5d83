namespace HomeDash.Integrations.Docker;

/// <summary>Docker Engine, and Podman where it behaves like one.</summary>
/// <param name="variable">The value of an environment variable; null or empty when it is not set.</param>
internal sealed class DockerKind(Func<string, string?> variable) : IIntegrationKind
{
    /// <summary>In this process's environment.</summary>
    public DockerKind()
        : this(Environment.GetEnvironmentVariable)
    {
    }

    public string Kind => "docker";

    public string Title => "Docker";

    public string ExampleUrl => "unix:///var/run/docker.sock";

    public IReadOnlyList<IReadOnlyList<CredentialField>> Credentials => [[]];

    public string? CredentialsHint => null;

    public Type Client => typeof(DockerEngine);

    public IIntegrationClient Connect(Integration integration)
    {
        var address = EngineAddress.Read(integration.Url);
        var tls = EngineTls.Of(integration.Fingerprint, integration.FromEnvironment ? variable("DOCKER_CERT_PATH") : null);
        return new DockerEngine(integration.Name, new EngineConnection(address, tls, new EngineErrors(integration.Name, address, tls)));
    }
}
