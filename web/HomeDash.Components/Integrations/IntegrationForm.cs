using HomeDash.Procedures;

namespace HomeDash.Components.Integrations;

/// <summary>What is typed into the form of an integration.</summary>
internal sealed class IntegrationForm
{
    private readonly Dictionary<CredentialField, string> credentials = [];

    public string Name { get; set; } = "";

    public string Url { get; set; } = "";

    public string Href { get; set; } = "";

    public string Fingerprint { get; set; } = "";

    /// <summary>The credentials that are asked for.</summary>
    public required CredentialSet Set { get; set; }

    /// <summary>What is typed for one of the credentials.</summary>
    public string this[CredentialField part]
    {
        get => credentials.GetValueOrDefault(part, "");
        set => credentials[part] = value;
    }

    /// <summary>A form as it is opened.</summary>
    public static IntegrationForm Of(KindInfo kind, IntegrationInfo? integration)
    {
        var form = new IntegrationForm
        {
            Name = integration?.Name ?? kind.Service,
            Url = integration?.Url ?? "",
            Href = integration?.Href ?? "",
            Fingerprint = integration?.Fingerprint ?? "",
            Set = kind.Credentials.FirstOrDefault(set => integration is not null && set.Fields.Order().SequenceEqual(integration.Stored.Order())) ?? kind.Credentials[0],
        };
        form[CredentialField.Username] = integration?.Username ?? "";
        form[CredentialField.TokenId] = integration?.TokenId ?? "";
        return form;
    }

    public Task<IntegrationInfo> CreateAsync(HomeDashCaller caller, KindInfo kind, CancellationToken cancellationToken) => caller.Integration.CreateAsync(
        kind.Kind, Name.Trim(), Url.Trim(), Typed(CredentialField.Username), Hidden(CredentialField.Password), Hidden(CredentialField.ApiKey), Typed(CredentialField.TokenId),
        Given(Fingerprint), Given(Href), cancellationToken);

    public Task<IntegrationInfo> UpdateAsync(HomeDashCaller caller, IntegrationInfo integration, CancellationToken cancellationToken) => caller.Integration.UpdateAsync(
        new(integration.Id), Name.Trim(), Url.Trim(), Typed(CredentialField.Username), Hidden(CredentialField.Password), Hidden(CredentialField.ApiKey), Typed(CredentialField.TokenId),
        Given(Fingerprint), Given(Href), Emptied(integration), cancellationToken);

    private List<IntegrationField> Emptied(IntegrationInfo integration)
    {
        var emptied = integration.Stored.Except(Set.Fields).Select(part => Enum.Parse<IntegrationField>(part.ToString())).ToList();
        if (integration.Href is not null && Given(Href) is null)
        {
            emptied.Add(IntegrationField.Href);
        }

        if (integration.Fingerprint is not null && Given(Fingerprint) is null)
        {
            emptied.Add(IntegrationField.Fingerprint);
        }

        return emptied;
    }

    private string? Typed(CredentialField part) => Set.Fields.Contains(part) ? Given(this[part]) : null;

    private Secret? Hidden(CredentialField part) => Set.Fields.Contains(part) && this[part].Length > 0 ? new(this[part]) : null;

    private static string? Given(string text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
