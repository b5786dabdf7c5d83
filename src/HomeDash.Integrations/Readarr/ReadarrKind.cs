namespace HomeDash.Integrations.Readarr;

/// <summary>Readarr.</summary>
internal sealed class ReadarrKind(TimeProvider clock) : WebKind<ReadarrClient>("readarr", "Readarr")
{
    public override string ExampleUrl => "http://192.168.1.10:8787";

    public override IReadOnlyList<IReadOnlyList<CredentialField>> Credentials => [Key];

    public override string CredentialsHint => "The API key under Settings, General, Security.";

    public override ReadarrClient Connect(Integration integration) => new(new(new(integration, this, clock), integration, Title, "/api/v1"));
}
