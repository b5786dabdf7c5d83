namespace HomeDash.Integrations.PiHole;

/// <summary>Pi-hole, version 5 and 6: which of them it is, the client finds out.</summary>
internal sealed class PiHoleKind(TimeProvider clock) : WebKind<PiHoleClient>("piHole", "Pi-hole")
{
    public override string ExampleUrl => "http://192.168.1.10";

    public override IReadOnlyList<IReadOnlyList<CredentialField>> Credentials => [Key, Nothing];

    public override string CredentialsHint =>
        "Pi-hole 6: the password of its web interface, or better an app password (Settings, Web interface / API, Configure app password). "
        + "Pi-hole 5: the token under Settings, API, Show API token.";

    public override PiHoleClient Connect(Integration integration)
    {
        // People copy the address of the web interface out of their browser; the API is beside it.
        var address = integration.Url.TrimEnd('/');
        address = address.EndsWith("/admin", StringComparison.OrdinalIgnoreCase) ? address[..^"/admin".Length] : address;
        return new(new(integration with { Url = address }, this, clock), integration.Name, integration.Credentials.ApiKey, clock);
    }
}
