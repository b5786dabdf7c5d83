using HomeDash.Procedures;

namespace HomeDash;

/// <summary>Links that name a torrent by its hash. BEP 9, and BEP 52 for the hashes of version 2.</summary>
internal static class MagnetLink
{
    private const string Base32 = "abcdefghijklmnopqrstuvwxyz234567";

    /// <exception cref="ProcedureException">It names no torrent.</exception>
    public static NewDownload Read(string link)
    {
        var fields = link[(link.IndexOf(':') + 1)..].TrimStart('?').Split('&')
            .Select(field => field.Split('=', 2))
            .Where(field => field.Length == 2)
            .Select(field => (Key: field[0].ToLowerInvariant(), Value: Decode(field[1])))
            .ToArray();
        var topics = fields.Where(field => field.Key == "xt" || field.Key.StartsWith("xt.", StringComparison.Ordinal)).Select(field => field.Value.ToLowerInvariant()).ToArray();
        var hash = topics.Select(VersionOne).FirstOrDefault(found => found is not null) ?? topics.Select(VersionTwo).FirstOrDefault(found => found is not null);
        return hash is null
            ? throw ProcedureErrors.InvalidInput("link", "This magnet link names no torrent: it needs xt=urn:btih: and a hash of 40 hexadecimal digits or 32 letters.")
            : new(DownloadSourceKind.Magnet) { Link = link, Hash = hash, Name = fields.FirstOrDefault(field => field.Key == "dn").Value is { Length: > 0 } name ? name : hash };
    }

    private static string? VersionOne(string topic) =>
        !topic.StartsWith("urn:btih:", StringComparison.Ordinal) ? null : topic["urn:btih:".Length..] switch
        {
            { Length: 40 } hex when hex.All(char.IsAsciiHexDigit) => hex,
            { Length: 32 } letters when letters.All(Base32.Contains) => FromBase32(letters),
            _ => null,
        };

    // A multihash: 12 for SHA-256, 20 for its 32 bytes. Clients name such torrents by the first 20 bytes.
    private static string? VersionTwo(string topic) =>
        topic.StartsWith("urn:btmh:1220", StringComparison.Ordinal) && topic["urn:btmh:1220".Length..] is { Length: 64 } hex && hex.All(char.IsAsciiHexDigit) ? hex[..40] : null;

    private static string FromBase32(string letters)
    {
        var bytes = new byte[letters.Length * 5 / 8];
        var (bits, held, at) = (0, 0, 0);
        foreach (var letter in letters)
        {
            (bits, held) = ((bits << 5) | Base32.IndexOf(letter), held + 5);
            if (held >= 8)
            {
                held -= 8;
                bytes[at++] = (byte)(bits >> held);
                bits &= (1 << held) - 1;
            }
        }

        return Convert.ToHexStringLower(bytes);
    }

    private static string Decode(string value) => Uri.UnescapeDataString(value.Replace('+', ' '));
}
