namespace HomeDash.Integrations.TechnitiumDns;

/// <summary>Technitium DNS Server.</summary>
internal sealed class TechnitiumDnsKind(TimeProvider clock) : WebKind<TechnitiumDnsClient>("technitiumDns", "Technitium DNS")
{
    public override string ExampleUrl => "http://192.168.1.10:5380";

    public override IReadOnlyList<IReadOnlyList<CredentialField>> Credentials => [Key, User];

    public override string CredentialsHint =>
        "Best a token: in its user menu, Create API Token. Its user needs to view the dashboard, and to view and modify the settings. With a user name and password HomeDash signs in by itself; a second factor needs a token.";

    public override TechnitiumDnsClient Connect(Integration integration) => new(new(integration, this, clock), integration.Credentials, clock);
}
