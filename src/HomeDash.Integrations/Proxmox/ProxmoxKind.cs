using HomeDash.Procedures;

namespace HomeDash.Integrations.Proxmox;

/// <summary>Proxmox VE, with an API token.</summary>
internal sealed class ProxmoxKind(TimeProvider clock) : WebKind<ProxmoxClient>("proxmox", "Proxmox VE")
{
    public override string ExampleUrl => "https://192.168.1.10:8006";

    public override IReadOnlyList<IReadOnlyList<CredentialField>> Credentials => [[CredentialField.Username, CredentialField.TokenId, CredentialField.ApiKey]];

    public override string CredentialsHint =>
        "Datacenter → Permissions → API Tokens. The user with its realm (root@pam), the token's name and its secret; the token needs the role PVEAuditor on /.";

    public override ProxmoxClient Connect(Integration integration)
    {
        var http = new ServiceHttp(integration, this, clock);
        var (user, token) = (integration.Credentials.Username ?? "", integration.Credentials.TokenId ?? "");
        if (token.Split('!') is [var owner, var name])
        {
            // Proxmox shows the token's id in full, and so it is copied.
            (user, token) = (owner, name);
        }

        return user.Contains('@')
            ? new(http, integration.Name, $"{user}!{token}={integration.Credentials.ApiKey?.Reveal()}")
            : throw ProcedureErrors.InvalidInput("username", "Write the user with its realm, like root@pam.");
    }
}
