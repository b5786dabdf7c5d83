namespace HomeDash.Integrations.Transmission;

/// <summary>Transmission, through the RPC of its daemon or of the program with remote access.</summary>
internal sealed class TransmissionKind(TimeProvider clock) : WebKind<TransmissionClient>("transmission", "Transmission")
{
    public override string ExampleUrl => "http://192.168.1.10:9091";

    public override IReadOnlyList<IReadOnlyList<CredentialField>> Credentials => [User, Nothing];

    public override string CredentialsHint => "They are rpc-username and rpc-password of settings.json; none when authentication is off.";

    public override TransmissionClient Connect(Integration integration) => new(new(integration, this, clock), integration, clock);
}
