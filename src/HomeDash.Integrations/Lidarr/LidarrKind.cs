namespace HomeDash.Integrations.Lidarr;

/// <summary>Lidarr.</summary>
internal sealed class LidarrKind(TimeProvider clock) : WebKind<LidarrClient>("lidarr", "Lidarr")
{
    public override string ExampleUrl => "http://192.168.1.10:8686";

    public override IReadOnlyList<IReadOnlyList<CredentialField>> Credentials => [Key];

    public override string CredentialsHint => "The API key under Settings, General, Security.";

    public override LidarrClient Connect(Integration integration) => new(new(new(integration, this, clock), integration, Title, "/api/v1"));
}
