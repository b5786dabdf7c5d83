namespace HomeDash.Integrations.Bazarr;

/// <summary>Bazarr.</summary>
internal sealed class BazarrKind(TimeProvider clock) : WebKind<BazarrClient>("bazarr", "Bazarr")
{
    public override string ExampleUrl => "http://192.168.1.10:6767";

    public override IReadOnlyList<IReadOnlyList<CredentialField>> Credentials => [Key];

    public override string CredentialsHint => "The API key under Settings, General, Security.";

    public override BazarrClient Connect(Integration integration) => new(new(integration, this, clock), integration);
}
