namespace HomeDash.Integrations.Prowlarr;

/// <summary>Prowlarr.</summary>
internal sealed class ProwlarrKind(TimeProvider clock) : WebKind<ProwlarrClient>("prowlarr", "Prowlarr")
{
    public override string ExampleUrl => "http://192.168.1.10:9696";

    public override IReadOnlyList<IReadOnlyList<CredentialField>> Credentials => [Key];

    public override string CredentialsHint => "The API key under Settings, General, Security.";

    public override ProwlarrClient Connect(Integration integration) => new(new(new(integration, this, clock), integration, Title, "/api/v1"), clock);
}
