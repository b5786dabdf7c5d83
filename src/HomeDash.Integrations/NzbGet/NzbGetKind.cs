namespace HomeDash.Integrations.NzbGet;

/// <summary>NZBGet, through its JSON-RPC.</summary>
internal sealed class NzbGetKind(TimeProvider clock) : WebKind<NzbGetClient>("nzbGet", "NZBGet")
{
    public override string ExampleUrl => "http://192.168.1.10:6789";

    public override IReadOnlyList<IReadOnlyList<CredentialField>> Credentials => [User, Nothing];

    public override string CredentialsHint => "They are ControlUsername and ControlPassword: Settings, Security.";

    public override NzbGetClient Connect(Integration integration) => new(new(integration, this, clock), integration, clock);
}
