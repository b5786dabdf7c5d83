namespace HomeDash.Integrations.QBittorrent;

/// <summary>qBittorrent 4.1 and later, 5 too, through its WebUI.</summary>
internal sealed class QBittorrentKind(TimeProvider clock) : WebKind<QBittorrentClient>("qBittorrent", "qBittorrent")
{
    public override string ExampleUrl => "http://192.168.1.10:8080";

    public override IReadOnlyList<IReadOnlyList<CredentialField>> Credentials => [User, Key];

    public override string CredentialsHint =>
        "User name and password are those of the WebUI: Tools, Options, Web UI. Version 5 prints a password for the first sign-in to its log. From version 5.2 on, an API key made on the same page does instead.";

    public override QBittorrentClient Connect(Integration integration) => new(new(integration, this, clock), integration, clock);
}
