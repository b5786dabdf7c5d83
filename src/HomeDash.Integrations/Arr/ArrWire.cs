using System.Text.Json.Serialization;

namespace HomeDash.Integrations.Arr;

/// <summary>GET /system/status. Programs of before 2022 do not tell their name.</summary>
internal sealed record ArrStatus(string Version, string? AppName = null);

/// <summary>One page of a list.</summary>
internal sealed record ArrPage<T>(int TotalRecords, IReadOnlyList<T> Records);

/// <summary>An entry of GET /queue. A release with several episodes has one entry for each, all with the size of the whole.</summary>
internal abstract record ArrQueued
{
    public required int Id { get; init; }

    /// <summary>What the download client calls it.</summary>
    public string? DownloadId { get; init; }

    public string? Title { get; init; }

    /// <summary>What the download client says: <c>downloading</c>, <c>Downloading</c> in older versions.</summary>
    public string? Status { get; init; }

    /// <summary><c>ok</c>, <c>warning</c> or <c>error</c>.</summary>
    public string? TrackedDownloadStatus { get; init; }

    /// <summary>What the program does with it: <c>downloading</c>, <c>importPending</c>, <c>importBlocked</c>, …</summary>
    public string? TrackedDownloadState { get; init; }

    public IReadOnlyList<ArrMessage>? StatusMessages { get; init; }

    public string? ErrorMessage { get; init; }

    public double? Size { get; init; }

    [JsonPropertyName("sizeleft")]
    public double? SizeLeft { get; init; }

    /// <summary>As .NET writes a time span: <c>00:10:00</c>, <c>1.02:00:00</c>.</summary>
    [JsonPropertyName("timeleft")]
    public string? TimeLeft { get; init; }

    public string? DownloadClient { get; init; }
}

/// <summary>What is wrong with something in the queue: a release or file, and what is said of it.</summary>
internal sealed record ArrMessage(string? Title = null, IReadOnlyList<string>? Messages = null);
