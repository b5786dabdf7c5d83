using System.Text.Json;
using System.Text.Json.Serialization;

namespace HomeDash.Integrations.Deluge;

/// <summary>An answer of Deluge: HTTP is 200 for failures too.</summary>
internal sealed record DelugeAnswer(JsonElement? Result = null, DelugeError? Error = null);

/// <summary>What went wrong. The message may hold a stack trace.</summary>
internal sealed record DelugeError(int Code, string Message);

/// <summary>What web.update_ui tells: everything at once.</summary>
internal sealed record DelugeView(bool Connected, DelugeStats? Stats = null, IReadOnlyDictionary<string, DelugeTorrent>? Torrents = null);

/// <summary>What the daemon as a whole is doing. Limits are in KiB/s; below 0 there is none.</summary>
internal sealed record DelugeStats(
    [property: JsonPropertyName("download_rate")] double DownRate,
    [property: JsonPropertyName("upload_rate")] double UpRate,
    [property: JsonPropertyName("max_download")] double DownLimit,
    [property: JsonPropertyName("max_upload")] double UpLimit,
    [property: JsonPropertyName("free_space")] long? FreeSpace = null);

/// <summary>A torrent; the hash is its key.</summary>
internal sealed record DelugeTorrent(
    string Name,
    string State,
    double Progress,
    double Eta,
    [property: JsonPropertyName("total_wanted")] long Wanted,
    [property: JsonPropertyName("total_done")] long Done,
    [property: JsonPropertyName("download_payload_rate")] double DownRate,
    [property: JsonPropertyName("upload_payload_rate")] double UpRate,
    [property: JsonPropertyName("time_added")] double TimeAdded,
    [property: JsonPropertyName("num_peers")] int Peers,
    [property: JsonPropertyName("num_seeds")] int Seeds,
    [property: JsonPropertyName("is_finished")] bool IsFinished,
    string Message,
    string? Label = null);

/// <summary>What core.get_torrent_status tells beside; all of it is missing when there is no such torrent.</summary>
internal sealed record DelugeDetails(
    IReadOnlyList<DelugeFile>? Files = null,
    [property: JsonPropertyName("file_progress")] IReadOnlyList<double>? FileProgress = null,
    [property: JsonPropertyName("save_path")] string? SavePath = null,
    [property: JsonPropertyName("completed_time")] double CompletedTime = 0,
    [property: JsonPropertyName("all_time_upload")] double Uploaded = 0);

/// <summary>A file of a torrent.</summary>
internal sealed record DelugeFile(string Path, long Size);
