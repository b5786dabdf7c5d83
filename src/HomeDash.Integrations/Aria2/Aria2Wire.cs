using System.Text.Json;
using System.Text.Json.Serialization;

namespace HomeDash.Integrations.Aria2;

/// <summary>An answer of JSON-RPC 2.0: one of the two.</summary>
internal sealed record Aria2Answer(JsonElement? Result = null, Aria2Error? Error = null);

/// <summary>What went wrong.</summary>
internal sealed record Aria2Error(int Code, string Message);

/// <summary>The version.</summary>
internal sealed record Aria2Version(string Version);

/// <summary>The options that limit everything, in bytes per second; 0 is none.</summary>
internal sealed record Aria2Options(
    [property: JsonPropertyName("max-overall-download-limit")] long DownLimit, [property: JsonPropertyName("max-overall-upload-limit")] long UpLimit);

/// <summary>What all downloads together do.</summary>
internal sealed record Aria2Stat(long DownloadSpeed, long UploadSpeed);

/// <summary>A download. Numbers and booleans come as text.</summary>
internal sealed record Aria2Item(
    string Gid,
    string Status,
    long TotalLength,
    long CompletedLength,
    long DownloadSpeed,
    long UploadSpeed,
    long UploadLength,
    int Connections,
    string Dir,
    IReadOnlyList<Aria2File> Files,
    string? InfoHash = null,
    Aria2Torrent? Bittorrent = null,
    string? Seeder = null,
    string? ErrorMessage = null,
    string? VerifiedLength = null,
    IReadOnlyList<string>? FollowedBy = null);

/// <summary>What only torrents have; the name is there once the torrent itself is.</summary>
internal sealed record Aria2Torrent(Aria2TorrentInfo? Info = null);

/// <summary>What a torrent says of itself.</summary>
internal sealed record Aria2TorrentInfo(string? Name = null);

/// <summary>A file of a download.</summary>
internal sealed record Aria2File(string Path, long Length, long CompletedLength, IReadOnlyList<Aria2Uri>? Uris = null);

/// <summary>Where a file comes from.</summary>
internal sealed record Aria2Uri(string Uri);
