namespace HomeDash.Integrations.Domoticz;

/// <summary>Domoticz.</summary>
internal sealed class DomoticzKind(TimeProvider clock) : WebKind<DomoticzClient>("domoticz", "Domoticz")
{
    public override string ExampleUrl => "http://192.168.1.10:8080";

    public override IReadOnlyList<IReadOnlyList<CredentialField>> Credentials => [User, Nothing];

    public override string CredentialsHint => "A user of Domoticz (Setup → Users), with the right to switch; none when this machine is among its trusted networks.";

    public override DomoticzClient Connect(Integration integration) => new(new(integration, this, clock), integration, clock);
}
