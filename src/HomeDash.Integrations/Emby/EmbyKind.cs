namespace HomeDash.Integrations.Emby;

/// <summary>Emby.</summary>
internal sealed class EmbyKind(TimeProvider clock) : WebKind<EmbyClient>("emby", "Emby")
{
    public override string ExampleUrl => "http://192.168.1.10:8096";

    public override IReadOnlyList<IReadOnlyList<CredentialField>> Credentials => [Key];

    public override string CredentialsHint => "A key from Settings, Advanced, API Keys.";

    public override EmbyClient Connect(Integration integration) => new(new(integration, this, clock), integration, clock);
}
