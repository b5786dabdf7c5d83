using System.Text.Json;
using System.Text.Json.Serialization;
using HomeDash.Procedures;
using HomeDash.Storage;

namespace HomeDash;

/// <summary>Encrypts credentials for the database and reads them back.</summary>
internal sealed class CredentialBox(SecretBox box)
{
    private const string Purpose = "integration.credentials";

    /// <summary>The credentials as they are stored; null for none.</summary>
    public string? Seal(Credentials credentials) => credentials == Credentials.None
        ? null
        : box.Seal(Purpose, JsonSerializer.Serialize(
            new StoredCredentials(credentials.Username, credentials.Password?.Reveal(), credentials.ApiKey?.Reveal(), credentials.TokenId), StoredJson.Default.StoredCredentials));

    /// <summary>Reads what <see cref="Seal"/> made.</summary>
    /// <exception cref="SecretUnreadableException">The keys in the data folder do not open it.</exception>
    public Credentials Unseal(string? @sealed)
    {
        if (@sealed is null)
        {
            return Credentials.None;
        }

        var stored = JsonSerializer.Deserialize(box.Unseal(Purpose, @sealed), StoredJson.Default.StoredCredentials)!;
        return new(stored.Username, ToSecret(stored.Password), ToSecret(stored.ApiKey), stored.TokenId);
    }

    private static Secret? ToSecret(string? value) => value is null ? null : new(value);
}

/// <summary>Credentials inside their envelope.</summary>
internal sealed record StoredCredentials(string? Username, string? Password, string? ApiKey, string? TokenId);

/// <summary>How credentials are written inside their envelope.</summary>
[JsonSerializable(typeof(StoredCredentials))]
internal sealed partial class StoredJson : JsonSerializerContext;
