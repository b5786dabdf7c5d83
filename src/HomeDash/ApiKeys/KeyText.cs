using System.Security.Cryptography;
using System.Text;

namespace HomeDash;

/// <summary>How a key is written: 8 hexadecimal digits of id, a dot, 48 of token (192 random bits).</summary>
internal static class KeyText
{
    private const int IdBytes = 4;
    private const int TokenBytes = 24;

    /// <summary>Compared with when there is no such key, so that the answer takes as long as for a wrong token.</summary>
    private static readonly string NoHash = Convert.ToHexStringLower(new byte[SHA256.HashSizeInBytes]);

    public static (string Id, string Token) New() =>
        (RandomNumberGenerator.GetHexString(2 * IdBytes, lowercase: true), RandomNumberGenerator.GetHexString(2 * TokenBytes, lowercase: true));

    /// <summary>
    /// The hash that is kept. One round is enough: 192 random bits cannot be guessed, unlike a password.
    /// </summary>
    public static string Hash(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    /// <summary>Compares in constant time; null stands for no such key and never matches.</summary>
    public static bool Matches(string token, string? hash) =>
        CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Hash(token)), Encoding.ASCII.GetBytes(hash ?? NoHash)) & hash is not null;
}
