using HomeDash.Procedures;

namespace HomeDash;

/// <summary>Reads what a caller wants to download, before any client sees it: several clients take nonsense and say yes.</summary>
internal static class DownloadSource
{
    private static readonly string[] Schemes = ["http", "https", "ftp", "sftp"];

    /// <summary>What is to be downloaded.</summary>
    /// <param name="link">A magnet link or an address.</param>
    /// <param name="content">A .torrent or .nzb file.</param>
    /// <param name="fileName">What the file is called.</param>
    /// <exception cref="ProcedureException">It makes no sense; the problem names the field.</exception>
    public static NewDownload Read(string? link, byte[]? content, string? fileName)
    {
        return (link?.Trim(), content) switch
        {
            ({ Length: > 0 } given, null) => given.StartsWith("magnet:", StringComparison.OrdinalIgnoreCase) ? MagnetLink.Read(given) : Address(given),
            (null or "", { Length: > 0 } file) => File(file, fileName?.Trim()),
            _ => throw ProcedureErrors.InvalidInput("link", "Give either a link or the content of a file."),
        };
    }

    private static NewDownload Address(string given) =>
        Uri.TryCreate(given, UriKind.Absolute, out var address) && Schemes.Contains(address.Scheme) && address.Host.Length > 0
            ? new(DownloadSourceKind.Link) { Link = address.AbsoluteUri }
            : throw ProcedureErrors.InvalidInput("link", "This is neither a magnet link (magnet:?xt=…) nor an address that starts with http://, https://, ftp:// or sftp://.");

    private static NewDownload File(byte[] file, string? fileName) =>
        TorrentFile.Read(file) ?? NzbFile.Read(file, fileName)
        ?? throw ProcedureErrors.InvalidInput("content", "This is neither a .torrent nor an .nzb file. Give the bytes of the file itself, as Base64.");
}
