namespace HomeDash.Integrations.Glances;

/// <summary>Glances with its web server (<c>glances -w</c>), version 3 or 4.</summary>
internal sealed class GlancesKind(TimeProvider clock) : WebKind<GlancesClient>("glances", "Glances")
{
    public override string ExampleUrl => "http://192.168.1.10:61208";

    public override IReadOnlyList<IReadOnlyList<CredentialField>> Credentials => [Nothing, User];

    public override string CredentialsHint => "None, unless it was started with --password; then the user is glances, or the one of --username.";

    public override GlancesClient Connect(Integration integration) => new(new(integration, this, clock), integration);
}
