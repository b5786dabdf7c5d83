using System.Security.Cryptography;
using System.Text;

namespace HomeDash.Testing;

/// <summary>A torrent of one file, whose tracker nobody reaches.</summary>
/// <param name="Name">What the file is called.</param>
/// <param name="Data">What is in the file.</param>
public sealed record TestTorrent(string Name, byte[] Data)
{
    private const int PieceLength = 1 << 16;

    /// <summary>A torrent that no other test has.</summary>
    /// <param name="name">What its file is called, before something random.</param>
    /// <param name="bytes">How large it is.</param>
    public static TestTorrent Random(string name, int bytes = 100_000) => new($"{name} {Guid.NewGuid():n}"[..(name.Length + 9)], RandomNumberGenerator.GetBytes(bytes));

    /// <summary>The .torrent file.</summary>
    public byte[] File => [.. Text("d8:announce27:http://127.0.0.1:9/announce4:info"), .. Info, .. Text("e")];

    /// <summary>The .torrent file, as JSON takes it.</summary>
    public string Base64 => Convert.ToBase64String(File);

    /// <summary>Its info hash, in lower case.</summary>
    public string Hash => Convert.ToHexStringLower(SHA1.HashData(Info));

    private byte[] Info =>
    [
        .. Text($"d6:lengthi{Data.Length}e4:name{Encoding.UTF8.GetByteCount(Name)}:{Name}12:piece lengthi{PieceLength}e6:pieces{Pieces.Length}:"), .. Pieces, .. Text("e"),
    ];

    private byte[] Pieces => [.. Data.Chunk(PieceLength).SelectMany(SHA1.HashData)];

    private static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);
}
