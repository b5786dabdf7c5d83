namespace HomeDash.Integrations.Jellyfin;

/// <summary>Jellyfin.</summary>
internal sealed class JellyfinKind(TimeProvider clock) : WebKind<JellyfinClient>("jellyfin", "Jellyfin")
{
    public override string ExampleUrl => "http://192.168.1.10:8096";

    public override IReadOnlyList<IReadOnlyList<CredentialField>> Credentials => [Key, User];

    public override string CredentialsHint => "A key from Dashboard, API Keys; or the name and password of an administrator.";

    public override JellyfinClient Connect(Integration integration) => new(new(integration, this, clock), integration, clock);
}
