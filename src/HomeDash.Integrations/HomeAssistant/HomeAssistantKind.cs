namespace HomeDash.Integrations.HomeAssistant;

/// <summary>Home Assistant.</summary>
internal sealed class HomeAssistantKind(TimeProvider clock) : WebKind<HomeAssistantClient>("homeAssistant", "Home Assistant")
{
    public override string ExampleUrl => "http://homeassistant.local:8123";

    public override IReadOnlyList<IReadOnlyList<CredentialField>> Credentials => [Key];

    public override string CredentialsHint => "A long-lived access token: your user's page in Home Assistant, tab Security, at the bottom. Areas are shown when the user is an administrator.";

    public override HomeAssistantClient Connect(Integration integration) => new(new(integration, this, clock), integration, clock);
}
