namespace HomeDash.Integrations.Radarr;

/// <summary>Radarr.</summary>
internal sealed class RadarrKind(TimeProvider clock) : WebKind<RadarrClient>("radarr", "Radarr")
{
    public override string ExampleUrl => "http://192.168.1.10:7878";

    public override IReadOnlyList<IReadOnlyList<CredentialField>> Credentials => [Key];

    public override string CredentialsHint => "The API key under Settings, General, Security.";

    public override RadarrClient Connect(Integration integration) => new(new(new(integration, this, clock), integration, Title, "/api/v3"), clock);
}
