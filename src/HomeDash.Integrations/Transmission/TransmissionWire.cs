using System.Text.Json.Serialization;

namespace HomeDash.Integrations.Transmission;

/// <summary>An answer of Transmission. HTTP is 200 for failures too: <paramref name="Result"/> is what counts.</summary>
internal sealed record TransmissionAnswer<T>(string Result, T Arguments);

/// <summary>What session-get tells.</summary>
internal sealed record TransmissionSession(
    string Version,
    [property: JsonPropertyName("rpc-version")] int RpcVersion,
    [property: JsonPropertyName("download-dir-free-space")] long FreeSpace,
    [property: JsonPropertyName("speed-limit-down")] long DownLimit,
    [property: JsonPropertyName("speed-limit-down-enabled")] bool DownLimited,
    [property: JsonPropertyName("speed-limit-up")] long UpLimit,
    [property: JsonPropertyName("speed-limit-up-enabled")] bool UpLimited,
    [property: JsonPropertyName("alt-speed-enabled")] bool Turtle,
    [property: JsonPropertyName("alt-speed-down")] long TurtleDown,
    [property: JsonPropertyName("alt-speed-up")] long TurtleUp,
    TransmissionUnits? Units);

/// <summary>How many bytes a kilobyte of the speed limits has.</summary>
internal sealed record TransmissionUnits([property: JsonPropertyName("speed-bytes")] int SpeedBytes);

/// <summary>What torrent-get tells.</summary>
internal sealed record TransmissionTorrents(IReadOnlyList<TransmissionTorrent> Torrents);

/// <summary>A torrent. What only details ask for is not there in lists.</summary>
internal sealed record TransmissionTorrent(
    string HashString,
    string Name,
    int Status,
    double PercentDone,
    double MetadataPercentComplete,
    long SizeWhenDone,
    long LeftUntilDone,
    long RateDownload,
    long RateUpload,
    long Eta,
    int Error,
    string ErrorString,
    int PeersSendingToUs,
    long AddedDate,
    IReadOnlyList<string>? Labels = null,
    string? DownloadDir = null,
    long DoneDate = 0,
    long UploadedEver = 0,
    int PeersConnected = 0,
    IReadOnlyList<TransmissionFile>? Files = null);

/// <summary>A file of a torrent.</summary>
internal sealed record TransmissionFile(string Name, long Length, long BytesCompleted);

/// <summary>What torrent-add answers: one of the two.</summary>
internal sealed record TransmissionAdded(
    [property: JsonPropertyName("torrent-added")] TransmissionNamed? Added = null, [property: JsonPropertyName("torrent-duplicate")] TransmissionNamed? Duplicate = null);

/// <summary>A torrent in an answer to torrent-add.</summary>
internal sealed record TransmissionNamed(string HashString, string Name);

/// <summary>An answer without anything in it.</summary>
internal sealed record TransmissionNothing;
