using System.Text.Json.Serialization;

namespace HomeDash.Integrations.SabNzbd;

/// <summary>The queue.</summary>
internal sealed record SabNzbdQueueAnswer(SabNzbdQueue? Queue = null, string? Error = null);

/// <summary>What is in the queue, and what the program as a whole is doing. Numbers come as text.</summary>
/// <param name="SpeedLimit">What it keeps to, in bytes per second; 0 without a limit. Its share of the line, <c>speedlimit</c>, is 100 with and without one.</param>
internal sealed record SabNzbdQueue(
    string Version,
    bool Paused,
    [property: JsonPropertyName("speedlimit_abs")] double SpeedLimit,
    [property: JsonPropertyName("kbpersec")] double Kilobytes,
    [property: JsonPropertyName("diskspace1")] double FreeGigabytes,
    IReadOnlyList<SabNzbdSlot> Slots);

/// <summary>A post in the queue.</summary>
internal sealed record SabNzbdSlot(
    [property: JsonPropertyName("nzo_id")] string Id,
    [property: JsonPropertyName("filename")] string Name,
    string Status,
    [property: JsonPropertyName("mb")] double Megabytes,
    [property: JsonPropertyName("mbleft")] double MegabytesLeft,
    [property: JsonPropertyName("cat")] string? Category = null);

/// <summary>The history.</summary>
internal sealed record SabNzbdHistoryAnswer(SabNzbdHistory? History = null, string? Error = null);

/// <summary>What has left the queue.</summary>
internal sealed record SabNzbdHistory(IReadOnlyList<SabNzbdPast> Slots);

/// <summary>A post that has left the queue: it may still be repaired or unpacked.</summary>
internal sealed record SabNzbdPast(
    [property: JsonPropertyName("nzo_id")] string Id,
    string Name,
    string Status,
    long Bytes,
    long Completed,
    string? Category = null,
    string? Storage = null,
    [property: JsonPropertyName("fail_message")] string? FailMessage = null);

/// <summary>The files of a post.</summary>
internal sealed record SabNzbdFiles(IReadOnlyList<SabNzbdFile>? Files = null);

/// <summary>A file of a post.</summary>
internal sealed record SabNzbdFile(
    string Filename, [property: JsonPropertyName("mb")] double Megabytes, [property: JsonPropertyName("mbleft")] double MegabytesLeft);

/// <summary>What an order is answered with; also when it changed nothing.</summary>
internal sealed record SabNzbdDone(bool Status, string? Error = null, [property: JsonPropertyName("nzo_ids")] IReadOnlyList<string>? Ids = null);
