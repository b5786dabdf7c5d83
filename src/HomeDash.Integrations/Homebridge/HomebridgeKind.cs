namespace HomeDash.Integrations.Homebridge;

/// <summary>Homebridge, through its web interface.</summary>
internal sealed class HomebridgeKind(TimeProvider clock) : WebKind<HomebridgeClient>("homebridge", "Homebridge")
{
    public override string ExampleUrl => "http://192.168.1.10:8581";

    public override IReadOnlyList<IReadOnlyList<CredentialField>> Credentials => [User];

    public override string CredentialsHint => "A user of the Homebridge UI. Homebridge has to run in insecure mode (Settings → Startup & Environment → Homebridge Insecure Mode), or the UI shows no accessories.";

    public override HomebridgeClient Connect(Integration integration) => new(new(integration, this, clock), integration, clock);
}
