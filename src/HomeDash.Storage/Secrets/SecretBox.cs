using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace HomeDash.Storage;

/// <summary>Encrypts secrets before they are stored. The keys are in the folder <c>keys</c> of the data folder.</summary>
public sealed class SecretBox(IDataProtectionProvider provider)
{
    /// <summary>Encrypts and signs a secret; the result is URL-safe text.</summary>
    /// <param name="purpose">What the secret is for, for example <c>integration.password</c>: only the same purpose opens it.</param>
    /// <param name="plain">The secret.</param>
    public string Seal(string purpose, string plain) => provider.CreateProtector(purpose).Protect(plain);

    /// <summary>Gives back what <see cref="Seal"/> took.</summary>
    /// <exception cref="SecretUnreadableException">Another key or purpose sealed it, or it is damaged.</exception>
    public string Unseal(string purpose, string @sealed)
    {
        try
        {
            return provider.CreateProtector(purpose).Unprotect(@sealed);
        }
        catch (CryptographicException failure)
        {
            throw new SecretUnreadableException(
                "A stored secret cannot be read with the keys in HomeDash's data folder. Restore its folder 'keys' from a backup, or enter the secret again.", failure);
        }
    }
}
