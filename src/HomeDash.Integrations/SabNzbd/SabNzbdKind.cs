namespace HomeDash.Integrations.SabNzbd;

/// <summary>SABnzbd, through its API.</summary>
internal sealed class SabNzbdKind(TimeProvider clock) : WebKind<SabNzbdClient>("sabNzbd", "SABnzbd")
{
    public override string ExampleUrl => "http://192.168.1.10:8080";

    public override IReadOnlyList<IReadOnlyList<CredentialField>> Credentials => [Key];

    public override string CredentialsHint => "It is the API Key: Config, General. The NZB Key does not suffice.";

    public override SabNzbdClient Connect(Integration integration) => new(new(integration, this, clock), integration, clock);
}
