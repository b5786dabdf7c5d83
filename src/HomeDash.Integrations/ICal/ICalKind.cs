using HomeDash.Procedures;

namespace HomeDash.Integrations.ICal;

/// <summary>A calendar feed: any address that serves iCalendar, as Google, Nextcloud, iCloud and waste collectors offer.</summary>
internal sealed class ICalKind(TimeProvider clock) : WebKind<ICalClient>("ical", "Calendar feed (iCal)")
{
    private const string Webcal = "webcal:";

    public override string ExampleUrl => "https://cloud.example/calendar.ics";

    public override IReadOnlyList<IReadOnlyList<CredentialField>> Credentials => [Nothing, User, Key];

    public override string CredentialsHint =>
        "None for a public feed. For a secret address, such as Google's, give only its beginning, https://calendar.google.com, as the address and the rest, from the slash on, as the key: it is kept like a password.";

    public override ICalClient Connect(Integration integration)
    {
        // The scheme by which calendar programs are called; what is meant is the web.
        var url = integration.Url.StartsWith(Webcal, StringComparison.OrdinalIgnoreCase) ? "https:" + integration.Url[Webcal.Length..] : integration.Url;
        return url.Contains('?', StringComparison.Ordinal)
            ? throw ProcedureErrors.InvalidInput("url", "An address with a '?' often holds a secret. Give what is before the path, like https://cloud.example, and the rest, from the slash on, as the key.")
            : new(new(integration with { Url = url }, this, clock), integration.Credentials, clock);
    }
}
