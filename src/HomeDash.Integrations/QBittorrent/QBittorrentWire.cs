using System.Text.Json.Serialization;

namespace HomeDash.Integrations.QBittorrent;

/// <summary>What sync/maindata?rid=0 tells: everything at once.</summary>
internal sealed record QBittorrentState(
    [property: JsonPropertyName("server_state")] QBittorrentServer Server, IReadOnlyDictionary<string, QBittorrentTorrent>? Torrents = null);

/// <summary>What the program as a whole is doing. Limits of 0 are none.</summary>
internal sealed record QBittorrentServer(
    [property: JsonPropertyName("dl_info_speed")] long DownSpeed,
    [property: JsonPropertyName("up_info_speed")] long UpSpeed,
    [property: JsonPropertyName("dl_rate_limit")] long DownLimit,
    [property: JsonPropertyName("up_rate_limit")] long UpLimit,
    [property: JsonPropertyName("free_space_on_disk")] long? FreeSpace = null);

/// <summary>A torrent; the hash is its key.</summary>
internal sealed record QBittorrentTorrent(
    string Name,
    string State,
    double Progress,
    long Size,
    long Completed,
    [property: JsonPropertyName("amount_left")] long Left,
    [property: JsonPropertyName("dlspeed")] long DownSpeed,
    [property: JsonPropertyName("upspeed")] long UpSpeed,
    long Eta,
    [property: JsonPropertyName("added_on")] long AddedOn,
    string? Category = null);

/// <summary>What torrents/properties tells beside.</summary>
internal sealed record QBittorrentProperties(
    [property: JsonPropertyName("save_path")] string SavePath,
    [property: JsonPropertyName("completion_date")] long CompletionDate,
    [property: JsonPropertyName("total_uploaded")] long TotalUploaded,
    int Seeds,
    int Peers);

/// <summary>A file of a torrent.</summary>
internal sealed record QBittorrentFile(string Name, long Size, double Progress);
