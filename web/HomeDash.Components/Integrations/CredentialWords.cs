namespace HomeDash.Components.Integrations;

/// <summary>What credentials are called on the page.</summary>
internal static class CredentialWords
{
    /// <summary>What one is called.</summary>
    public static string Of(CredentialField part) => part switch
    {
        CredentialField.Username => "User name",
        CredentialField.Password => "Password",
        CredentialField.ApiKey => "API key or token",
        CredentialField.TokenId => "Token name",
        _ => throw new ArgumentOutOfRangeException(nameof(part), part, null),
    };

    /// <summary>What a set is called.</summary>
    public static string Of(CredentialSet set) => set.Fields.Count == 0 ? "Nothing: it is open to everybody" : string.Join(" and ", set.Fields.Select((part, index) => index == 0 ? Of(part) : LowerFirst(Of(part))));

    /// <summary>Whether it must not be seen.</summary>
    public static bool IsSecret(CredentialField part) => part is CredentialField.Password or CredentialField.ApiKey;

    /// <summary>The name of the procedure's parameter.</summary>
    public static string Wire(CredentialField part) => LowerFirst(part.ToString());

    private static string LowerFirst(string text) => text.StartsWith("API ", StringComparison.Ordinal) ? text : char.ToLowerInvariant(text[0]) + text[1..];
}
