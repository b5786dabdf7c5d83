namespace HomeDash.Integrations.Navidrome;

/// <summary>Navidrome.</summary>
internal sealed class NavidromeKind(TimeProvider clock) : WebKind<NavidromeClient>("navidrome", "Navidrome")
{
    public override string ExampleUrl => "http://192.168.1.10:4533";

    public override IReadOnlyList<IReadOnlyList<CredentialField>> Credentials => [User];

    public override string CredentialsHint => "The name and password that you sign in to its web interface with.";

    public override NavidromeClient Connect(Integration integration) => new(new(integration, this, clock), integration);
}
