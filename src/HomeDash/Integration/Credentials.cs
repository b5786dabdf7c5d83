using HomeDash.Procedures;

namespace HomeDash;

/// <summary>What an integration signs in with. Which of them a service takes, its kind says.</summary>
/// <param name="Username">A user of the service.</param>
/// <param name="Password">The user's password.</param>
/// <param name="ApiKey">A key or token of the service.</param>
/// <param name="TokenId">The name of the token, where the service wants it beside the token.</param>
public sealed record Credentials(string? Username = null, Secret? Password = null, Secret? ApiKey = null, string? TokenId = null)
{
    /// <summary>No credentials at all.</summary>
    public static Credentials None { get; } = new();

    /// <summary>Stands for stored credentials that cannot be decrypted. Nothing is sent in their place: the service would count it as a wrong password.</summary>
    public static Credentials Unreadable { get; } = new() { IsUnreadable = true };

    /// <summary>Whether these are <see cref="Unreadable"/>.</summary>
    public bool IsUnreadable { get; private init; }

    /// <summary>The fields that have a value.</summary>
    public IReadOnlyList<CredentialField> Given => [.. Enum.GetValues<CredentialField>().Where(Has)];

    private bool Has(CredentialField part) => part switch
    {
        CredentialField.Username => Username is not null,
        CredentialField.Password => Password is not null,
        CredentialField.ApiKey => ApiKey is not null,
        CredentialField.TokenId => TokenId is not null,
        _ => throw new ArgumentOutOfRangeException(nameof(part), part, null),
    };
}

/// <summary>A part of what an integration signs in with.</summary>
public enum CredentialField
{
    /// <summary>A user of the service.</summary>
    Username,

    /// <summary>The user's password.</summary>
    Password,

    /// <summary>A key or token of the service.</summary>
    ApiKey,

    /// <summary>The name of the token, where the service wants it beside the token.</summary>
    TokenId,
}
