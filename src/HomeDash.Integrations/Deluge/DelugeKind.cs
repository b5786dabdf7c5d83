namespace HomeDash.Integrations.Deluge;

/// <summary>Deluge 2, through its web part.</summary>
internal sealed class DelugeKind(TimeProvider clock) : WebKind<DelugeClient>("deluge", "Deluge")
{
    public override string ExampleUrl => "http://192.168.1.10:8112";

    public override IReadOnlyList<IReadOnlyList<CredentialField>> Credentials => [[CredentialField.Password]];

    public override string CredentialsHint => "It is the password of the web interface, 'deluge' at first.";

    public override DelugeClient Connect(Integration integration) => new(new(integration, this, clock), integration, clock);
}
