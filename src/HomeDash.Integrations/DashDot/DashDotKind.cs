namespace HomeDash.Integrations.DashDot;

/// <summary>Dash. (dashdot), which is open to everybody who reaches it.</summary>
internal sealed class DashDotKind(TimeProvider clock) : WebKind<DashDotClient>("dashDot", "Dash.")
{
    public override string ExampleUrl => "http://192.168.1.10:3001";

    public override IReadOnlyList<IReadOnlyList<CredentialField>> Credentials => [Nothing];

    public override string CredentialsHint => "None. DASHDOT_DISABLE_INTEGRATIONS must not be set.";

    public override DashDotClient Connect(Integration integration) => new(new(integration, this, clock), integration.Name);
}
