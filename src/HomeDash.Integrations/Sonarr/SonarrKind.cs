namespace HomeDash.Integrations.Sonarr;

/// <summary>Sonarr.</summary>
internal sealed class SonarrKind(TimeProvider clock) : WebKind<SonarrClient>("sonarr", "Sonarr")
{
    public override string ExampleUrl => "http://192.168.1.10:8989";

    public override IReadOnlyList<IReadOnlyList<CredentialField>> Credentials => [Key];

    public override string CredentialsHint => "The API key under Settings, General, Security.";

    public override SonarrClient Connect(Integration integration) => new(new(new(integration, this, clock), integration, Title, "/api/v3"));
}
