namespace HomeDash.Integrations.IoBroker;

/// <summary>ioBroker, through its adapter simple-api.</summary>
internal sealed class IoBrokerKind(TimeProvider clock) : WebKind<IoBrokerClient>("ioBroker", "ioBroker")
{
    public override string ExampleUrl => "http://192.168.1.10:8087";

    public override IReadOnlyList<IReadOnlyList<CredentialField>> Credentials => [User, Nothing];

    public override string CredentialsHint => "Install the adapter simple-api; its address is that of the adapter. User and password of ioBroker when the adapter asks for them. HomeDash shows states that are in a room, and those of alias, scene and 0_userdata.";

    public override IoBrokerClient Connect(Integration integration) => new(new(integration, this, clock), integration, clock);
}
