namespace HomeDash.Integrations.Netdata;

/// <summary>A Netdata agent, through its API v1.</summary>
internal sealed class NetdataKind(TimeProvider clock) : WebKind<NetdataClient>("netdata", "Netdata")
{
    public override string ExampleUrl => "http://192.168.1.10:19999";

    public override IReadOnlyList<IReadOnlyList<CredentialField>> Credentials => [Nothing];

    public override NetdataClient Connect(Integration integration) => new(new(integration, this, clock), integration.Name);
}
