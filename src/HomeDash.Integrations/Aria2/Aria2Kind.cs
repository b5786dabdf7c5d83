namespace HomeDash.Integrations.Aria2;

/// <summary>aria2, through its JSON-RPC.</summary>
internal sealed class Aria2Kind(TimeProvider clock) : WebKind<Aria2Client>("aria2", "aria2")
{
    public override string ExampleUrl => "http://192.168.1.10:6800";

    public override IReadOnlyList<IReadOnlyList<CredentialField>> Credentials => [Key, Nothing];

    public override string CredentialsHint => "The key is what --rpc-secret says; none when that is not set.";

    public override Aria2Client Connect(Integration integration) => new(new(integration, this, clock), integration, clock);
}
