namespace HomeDash.Integrations.AdGuardHome;

/// <summary>AdGuard Home.</summary>
internal sealed class AdGuardHomeKind(TimeProvider clock) : WebKind<AdGuardHomeClient>("adGuardHome", "AdGuard Home")
{
    public override string ExampleUrl => "http://192.168.1.10:3000";

    public override IReadOnlyList<IReadOnlyList<CredentialField>> Credentials => [User];

    public override string CredentialsHint => "The name and password that you sign in to its web interface with.";

    public override AdGuardHomeClient Connect(Integration integration) => new(new(integration, this, clock), integration.Credentials, clock);
}
