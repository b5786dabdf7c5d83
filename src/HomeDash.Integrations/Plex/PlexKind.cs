namespace HomeDash.Integrations.Plex;

/// <summary>Plex Media Server.</summary>
internal sealed class PlexKind(TimeProvider clock) : WebKind<PlexClient>("plex", "Plex")
{
    public override string ExampleUrl => "http://192.168.1.10:32400";

    public override IReadOnlyList<IReadOnlyList<CredentialField>> Credentials => [Key];

    public override string CredentialsHint => "The X-Plex-Token of the server's owner: open the XML of any item in Plex Web (Get Info, View XML), it ends the address.";

    public override PlexClient Connect(Integration integration) => new(new(integration, this, clock), integration, clock);
}
