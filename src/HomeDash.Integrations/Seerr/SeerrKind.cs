namespace HomeDash.Integrations.Seerr;

/// <summary>What the three of a family have in common: Overseerr, its sister Jellyseerr, and Seerr, in which both have come together.</summary>
internal abstract class SeerrFamilyKind(string kind, string title, TimeProvider clock) : WebKind<SeerrClient>(kind, title)
{
    public override string ExampleUrl => "http://192.168.1.10:5055";

    public override IReadOnlyList<IReadOnlyList<CredentialField>> Credentials => [Key];

    public override string CredentialsHint => "The API key under Settings, General. It acts as the owner: what is requested with it is approved at once.";

    /// <summary>Whether 6 stands for what was deleted; otherwise it stands for what nobody may request.</summary>
    protected virtual bool SixIsDeleted => false;

    public override SeerrClient Connect(Integration integration) => new(new(integration, this, clock), integration, Title, SixIsDeleted, clock);
}

/// <summary>Seerr.</summary>
internal sealed class SeerrKind(TimeProvider clock) : SeerrFamilyKind("seerr", "Seerr", clock);

/// <summary>Jellyseerr.</summary>
internal sealed class JellyseerrKind(TimeProvider clock) : SeerrFamilyKind("jellyseerr", "Jellyseerr", clock);

/// <summary>Overseerr.</summary>
internal sealed class OverseerrKind(TimeProvider clock) : SeerrFamilyKind("overseerr", "Overseerr", clock)
{
    protected override bool SixIsDeleted => true;
}
