using HomeDash.Procedures;

namespace HomeDash;

/// <summary>What makes an integration acceptable beyond the lengths that the schema says.</summary>
internal static class IntegrationRules
{
    /// <summary>Refuses blank names, and credentials that are not what the service takes.</summary>
    /// <exception cref="ProcedureException">Names every bad field.</exception>
    public static void Check(Integration integration, IIntegrationKind kind)
    {
        List<InputProblem> problems = [];
        if (integration.Name.Length == 0)
        {
            problems.Add(new("name", "The name is blank. Give 1 to 64 characters."));
        }

        if (integration.Href is { } href && !WebAddress.IsWeb(href))
        {
            problems.Add(new("href", "Give a full address that starts with http:// or https://."));
        }

        if (integration.Fingerprint is { } fingerprint && !CertificateFingerprint.IsValid(fingerprint))
        {
            problems.Add(new("fingerprint", "A fingerprint is 32 pairs of hexadecimal digits, with or without colons, as the error about the certificate shows it."));
        }

        var given = integration.Credentials.Given;
        if (!kind.Credentials.Any(set => set.Order().SequenceEqual(given.Order())))
        {
            var missing = kind.Credentials.OrderBy(set => given.Except(set).Count()).ThenBy(set => set.Except(given).Count()).First();
            problems.AddRange(missing.Except(given).Select(field => new InputProblem(field.ToWire(), $"{kind.Title} needs it. {Takes(kind)}")));
            problems.AddRange(given.Except(missing).Select(field => new InputProblem(field.ToWire(), $"{kind.Title} does not take it. {Takes(kind)}")));
        }

        if (problems.Count > 0)
        {
            throw ProcedureErrors.InvalidInput(problems);
        }
    }

    private static string Takes(IIntegrationKind kind)
    {
        var sets = kind.Credentials.Select(set => set.Count == 0 ? "nothing" : string.Join(" and ", set.Select(field => field.ToWire())));
        return $"It takes {string.Join(", or ", sets)}.{(kind.CredentialsHint is { } hint ? " " + hint : "")}";
    }

    private static string ToWire(this CredentialField field) => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(field.ToString());
}
