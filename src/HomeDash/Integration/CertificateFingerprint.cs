using System.Security.Cryptography;

namespace HomeDash;

/// <summary>The SHA-256 of a certificate, written as tools show it: <c>AB:CD:…</c>.</summary>
public static class CertificateFingerprint
{
    /// <summary>The fingerprint of a certificate.</summary>
    /// <param name="certificate">The certificate, DER encoded.</param>
    public static string Of(ReadOnlySpan<byte> certificate) => Write(Convert.ToHexString(SHA256.HashData(certificate)));

    /// <summary>Whether a text is a fingerprint, with colons or without.</summary>
    public static bool IsValid(string text) => Digits(text) is { Length: 64 } digits && digits.All(char.IsAsciiHexDigit);

    /// <summary>The one way in which a valid fingerprint is kept: upper case, with colons.</summary>
    public static string Normalize(string text) => Write(Digits(text).ToUpperInvariant());

    private static string Digits(string text) => text.Replace(":", "", StringComparison.Ordinal).Trim();

    private static string Write(string digits) => string.Join(':', digits.Chunk(2).Select(pair => new string(pair)));
}
